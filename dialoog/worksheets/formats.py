"""The formats that a document can be taken along in."""

from dialoog.catalogue.vocabulary import Vocabulary

LOCALES = {"nl": ("nl", "NL"), "en": ("en", "GB")}
"""Language and country whose spelling a word processor is to check; a language that is not here has no country."""


class Format(Vocabulary):
    WORD = "docx", "Word"
    ODT = "odt", "ODT"

    @property
    def media_type(self) -> str:
        return {
            Format.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format.ODT: "application/vnd.oasis.opendocument.text",
        }[self]


def locale_of(language: str) -> tuple[str, str]:
    """Country is empty where it is not known."""
    return LOCALES.get(language, (language, ""))
