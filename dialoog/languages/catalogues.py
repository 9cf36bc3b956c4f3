"""Which languages there are: the source language, and each with a catalogue of the visitors' words in `locale/`.

Plain Python, since the settings ask it, and the logs of the web server before there are settings.
"""

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

SOURCE_LANGUAGE = "nl"
"""Of all words and texts; its addresses have no prefix."""
LOCALE = Path(__file__).resolve().parents[2] / "locale"
CATALOGUE = "LC_MESSAGES/django.mo"
ADDRESS = "address"
"""The context in which a word is a part of an address."""
SOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a part of an address may be in any language."""
CODE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*"
"""A language, as a prefix in an address."""


def languages_in(folder: Path = LOCALE) -> list[tuple[str, str]]:
    """Code and name of each in its own words, the source language first."""
    from django.conf.locale import LANG_INFO

    codes = [SOURCE_LANGUAGE, *sorted({code for code, _path in _catalogues(folder)} - {SOURCE_LANGUAGE})]
    return [(code, str(LANG_INFO.get(code, {}).get("name_local", code))) for code in codes]


def address_words(word: str, folder: Path = LOCALE) -> list[str]:
    """A part of an address in every language, that of the source language first."""
    words = {word: None}
    for _code, path in _catalogues(folder):
        with path.open("rb") as file:
            words[sound_or(word, GNUTranslations(file).pgettext(ADDRESS, word))] = None
    return list(words)


def sound_or(word: str, translated: str) -> str:
    """A translation that cannot be a part of an address is none."""
    return translated if SOUND.fullmatch(translated) else word


def _catalogues(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob(f"*/{CATALOGUE}")):
        yield path.relative_to(folder).parts[0].replace("_", "-").lower(), path
