"""Where the translations of a document stand: each text beside its Dutch, for who keeps them up to date."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document
from dialoog.catalogue.translated import SOURCE_LANGUAGE, Layer, State
from dialoog.content.document.differences import FieldDifference, text_difference
from dialoog.content.translations.texts import Translatable, languages_in, translatable
from dialoog.languages.active import all_languages

WORDS = {State.CURRENT: "actueel", State.STALE: "verouderd", State.MISSING: "ontbreekt"}
"""What editors call a state, also in an address."""


@dataclass(frozen=True)
class Standing:
    text: Translatable
    state: State
    translation: str = ""
    made_from: str = ""
    """The Dutch text by the time of the translation."""

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def changes(self) -> list[FieldDifference]:
        """What became of the Dutch since a stale one was made; of others nothing."""
        if self.state is not State.STALE:
            return []
        return [text_difference(_("Wat er in het Nederlands veranderde"), self.made_from, self.text.place.text)]


def standing(document: Document, language: str) -> Iterator[Standing]:
    """Of every text that is to be translated, in the order of the document."""
    layer = Layer(document, language)
    for text in translatable(document):
        row = layer.find(text.place)
        state = layer.state(text.place)
        yield Standing(text, state, row["text"], row["source"]) if row else Standing(text, state)


def languages_to_keep(document: Document) -> list[str]:
    """Those that visitors read the site in, and what else is there; without the one that all is made from."""
    found = dict.fromkeys([*all_languages(), *languages_in(document)])
    return [language for language in found if language != SOURCE_LANGUAGE]
