"""What a text looks like in the PDF: with □ for what no bundled font can show.

Anything else would make WeasyPrint take a font of the machine. The wizard tells visitors beforehand, which is why this
is no part of the report.
"""

import re
import unicodedata
from collections.abc import Iterator

from dialoog.lettering.fonts import characters, script_characters

MISSING = "□"
NO_LETTER = "◌"
"""Bears a mark that stands alone."""
LINE_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
WHITE_SPACE = "\n\t"
BREAK_HINTS = "\u00ad\u200b"
JOINERS = "\u200c\u200d"
"""Choose the form of the letters around them, as Bengali and Persian spelling asks."""
DIRECTIONS = "\u200e\u200f"
"""The two marks that cannot turn what comes after the text."""
MOST_MARKS = 3
"""On one Latin letter. Vietnamese and Yoruba need two; without a limit they would climb over other lines."""
MOST_SIGNS = 6
"""On one letter of another script, such as Burmese."""


def shown(text: str) -> str:
    """The text with □ for each character that no bundled font has, and without invisible marks such as U+202E."""
    return "".join(_pieces(_composed(text)))


def not_shown(text: str) -> tuple[str, ...]:
    """Each character for which □ would come, once, in the order of the text."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return ()  # Every font has these, and they are most of what anybody types.
    composed = _composed(text)
    pairs = zip(composed, _pieces(composed), strict=True)
    return tuple(dict.fromkeys(typed for typed, piece in pairs if piece == MISSING != typed))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", LINE_BREAKS.sub("\n", text))


def _pieces(text: str) -> Iterator[str]:
    """What stands for each character; an empty text for one that is left out."""
    before, marks = "", 0
    for character in text:
        if _is_mark(character):
            marks += 1
            piece = _mark(character, before) if marks <= _most(character) else ""
        else:
            piece = _letter(character, before)
            marks = 0 if piece else marks
        before = piece or before
        yield piece


def _most(mark: str) -> int:
    return MOST_SIGNS if ord(mark) in script_characters() else MOST_MARKS


def _mark(mark: str, before: str) -> str:
    """One that no font has is left out, so that its letter can still be read; □ for one without a letter."""
    has_letter = bool(before) and not before.isspace() and before not in BREAK_HINTS
    if ord(mark) in script_characters():
        return mark  # Without a letter, the script's own font draws the circle.
    if ord(mark) in characters() and before != MISSING:
        return mark if has_letter else NO_LETTER + mark
    return "" if has_letter else MISSING


def _letter(character: str, before: str) -> str:
    if character in WHITE_SPACE + BREAK_HINTS + DIRECTIONS:
        return character
    if character in JOINERS:
        return character if before and ord(before[-1]) in script_characters() else ""
    if unicodedata.category(character) == "Cf" or _is_selector(character):
        return ""
    return character if _is_bundled(character) else _simpler(character)


def _is_mark(character: str) -> bool:
    """Comes on, under or around the letter before it."""
    return unicodedata.category(character) in ("Mn", "Me") and not _is_selector(character)


def _is_selector(character: str) -> bool:
    """Chooses between forms of the character before it, such as a coloured and a plain heart."""
    return unicodedata.name(character, "").startswith("VARIATION SELECTOR")


def _is_bundled(character: str) -> bool:
    return ord(character) in characters() or ord(character) in script_characters()


def _simpler(character: str) -> str:
    """The plain letters of a ligature or a full-width form; □ for what has none."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if all(map(_is_bundled, plain)) else MISSING
