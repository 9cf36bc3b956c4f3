"""What the bundled fonts can show. Anything else would make WeasyPrint take a font of the machine."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONT = Path(__file__).resolve().parents[3] / "static" / "fonts" / "dialoog-sans-regular.ttf"
"""The other cuts of the sans have the same characters; where the serif lacks one, the sans stands in."""
MISSING = "□"
LINE_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
WHITE_SPACE = "\n\t"
BREAK_HINTS = "\u00ad\u200b"


def printable(text: str) -> str:
    """The text with □ for each character that no bundled font has, and without invisible marks such as U+202E."""
    text = unicodedata.normalize("NFC", LINE_BREAKS.sub("\n", text))
    return text.translate(_Shown())


class _Shown(dict[int, str]):
    """For `str.translate`: asks once for each character that occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _show(chr(code))
        return shown


def _show(character: str) -> str:
    if character in WHITE_SPACE + BREAK_HINTS:
        return character
    if unicodedata.category(character) == "Cf" or _is_selector(character):
        return ""
    if ord(character) in characters():
        return character
    return _simpler(character)


def _is_selector(character: str) -> bool:
    """Chooses between forms of the character before it, such as a coloured and a plain heart."""
    return unicodedata.name(character, "").startswith("VARIATION SELECTOR")


def _simpler(character: str) -> str:
    """The plain letters of a ligature or a full-width form; □ for what has none."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if all(ord(letter) in characters() for letter in plain) else MISSING


@cache
def characters() -> frozenset[int]:
    """The code points of the bundled sans."""
    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
