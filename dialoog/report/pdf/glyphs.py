"""What the bundled fonts can show, in words that fit a line.

Anything else would make WeasyPrint take a font of the machine. A word without end would take it seconds to break.
"""

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
LONG_WORD = re.compile(rf"[^\s{BREAK_HINTS}]{{61,}}")
"""Longer than any Dutch compound that people write."""
PIECE = 20


def printable(text: str) -> str:
    """The text with □ for each character that no bundled font has, and without invisible marks such as U+202E.

    Words that no line can hold may break at every 20 characters.
    """
    text = unicodedata.normalize("NFC", LINE_BREAKS.sub("\n", text))
    return LONG_WORD.sub(_breakable, text.translate(_Shown()))


def _breakable(word: re.Match[str]) -> str:
    letters = word[0]
    return "\u200b".join(letters[start : start + PIECE] for start in range(0, len(letters), PIECE))


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
def characters(font: Path = FONT) -> frozenset[int]:
    """Its code points."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
