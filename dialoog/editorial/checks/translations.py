"""Checks of the other languages: one finding for a language and what is left to do, however many texts that are."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext

from dialoog.catalogue.document import Document
from dialoog.catalogue.translated import State
from dialoog.content.translations.standing import WORDS, languages_to_keep
from dialoog.content.translations.texts import count
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.languages.names import dutch_name


def left_to_do(document: Document) -> Iterator[Finding]:
    for language in languages_to_keep(document):
        done = count(document, language)
        if done.stale:
            yield _finding(FindingKind.STALE_TRANSLATION, State.STALE, language, done.stale)
        if done.missing:
            yield _finding(FindingKind.UNTRANSLATED, State.MISSING, language, done.missing)


def _finding(kind: FindingKind, state: State, language: str, number: int) -> Finding:
    query = urlencode({"taal": language, "stand": WORDS[state]})
    sentence = _said(state, number) % {"language": dutch_name(language), "number": number}
    return Finding(kind, sentence, work_list=f"{reverse('editorial:translations')}?{query}")


def _said(state: State, number: int) -> str:
    if state is State.STALE:
        return ngettext(
            "%(language)s: %(number)d vertaling is verouderd. Bezoekers lezen die zoals ze was.",
            "%(language)s: %(number)d vertalingen zijn verouderd. Bezoekers lezen die zoals ze waren.",
            number,
        )
    return ngettext(
        "%(language)s: %(number)d tekst heeft geen vertaling. Bezoekers lezen die in het Nederlands.",
        "%(language)s: %(number)d teksten hebben geen vertaling. Bezoekers lezen die in het Nederlands.",
        number,
    )
