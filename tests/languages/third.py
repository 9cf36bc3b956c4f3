"""A third language for a while: a catalogue in a folder of its own, and no code."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import polib
from django.test import override_settings

from dialoog.languages.catalogues import CATALOGUE, LOCALE, languages_in
from dialoog.report.views import page
from dialoog.wizard.around import texts, views

THIRD = "eo"
"""Esperanto: a language that Django, browsers and hyphenation know, and that the site does not have."""


@contextmanager
def spoken(folder: Path, entries: Iterable[polib.POEntry], code: str = THIRD) -> Iterator[None]:
    """Visitors read the site in it too, below its code, for as long as this lasts.

    Django keeps the addresses of a code for as long as the process lives: other words for them take another code.
    """
    path = folder / code / CATALOGUE
    path.parent.mkdir(parents=True)
    words = polib.POFile()
    words.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    words.extend(entries)
    words.save_as_mofile(str(path))
    languages = [*languages_in(), *languages_in(folder)[1:]]
    with patch.object(texts, "_kept", {}), override_settings(LANGUAGES=languages, LOCALE_PATHS=[LOCALE, folder]):
        _forget_pages()
        yield
    _forget_pages()


def _forget_pages() -> None:
    """A process has the same languages from its start, so what it keeps knows of no other."""
    for kept in (views._kept_ways, views._offer, views._alternates, page._part):
        kept.cache_clear()
