"""Words of visitors and staff as the PDF can hold them: in the bundled fonts, and short enough for a line.

A word without end would take WeasyPrint seconds to break.
"""

import re
import unicodedata
from html import escape, unescape

from dialoog.lettering.fonts import characters, script_characters
from dialoog.lettering.shown import BREAK_HINTS, JOINERS, shown

LONG_WORD = re.compile(rf"[^\s{BREAK_HINTS}]{{61,}}")
"""Longer than any Dutch compound that people write."""
ENDLESS = 400
"""Characters of a word: more than any address in the content has, which stays as it is: who reads a PDF copies it."""
BETWEEN_TAGS = re.compile(r"(?<=>)[^<>]+")
PIECE = 20
VIRAMA = 9
"""The combining class of the sign that ties a letter to the next one, as in Bengali."""


def printable(text: str) -> str:
    """The text as `shown` gives it. Words that no line can hold may break at about every 20 characters."""
    return LONG_WORD.sub(_breakable, shown(text))


def printable_body(html: str) -> str:
    """A page with only what the bundled fonts have between its tags: releases hold what was published before checks."""
    head, body, rest = html.partition("<body>")
    known = characters() | script_characters() | {ord(sign) for sign in "\n\t\r" + BREAK_HINTS}
    if known.issuperset(map(ord, set(rest))) and max(map(len, rest.split())) < ENDLESS:
        return html
    return head + body + BETWEEN_TAGS.sub(lambda found: escape(_piece(unescape(found[0])), quote=False), rest)


def _piece(text: str) -> str:
    return printable(text) if max(map(len, text.split()), default=0) >= ENDLESS else shown(text)


def metadata_text(text: str) -> str:
    """The text as it was typed, since metadata need no font; only what XML forbids is left out."""
    return "".join(character for character in text if not _is_forbidden(ord(character)))


def _breakable(word: re.Match[str]) -> str:
    pieces = [""]
    for letter in word[0]:
        if len(pieces[-1]) >= PIECE and _may_part(pieces[-1][-1], letter):
            pieces.append("")
        pieces[-1] += letter
    return "\u200b".join(pieces)


def _may_part(before: str, letter: str) -> bool:
    """A letter keeps its marks, and stays with the one that it is joined to."""
    is_tied = before in JOINERS or unicodedata.combining(before) == VIRAMA
    return not is_tied and letter not in JOINERS and not unicodedata.category(letter).startswith("M")


def _is_forbidden(code: int) -> bool:
    """Control characters, halves of a pair and the codes that are no characters. White space stays."""
    is_control = (code < 0x20 and chr(code) not in "\t\n\r") or 0x7F <= code <= 0x9F
    return is_control or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
