"""From a text on a page back to the fields that it comes from.

The page is rendered as its readers get it, and its words are looked up among those of the content that it was made of.
Marks in the page itself would have to stand in every template, and could end up in what is kept for everybody
(docs/adr/0017); a list beside the page cannot, and it misses nothing: what is found in no field is the program's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dialoog.content.wording.markup import to_html
from dialoog.editorial.search.fields import FieldText
from dialoog.editorial.search.pages import EDGE, blocks
from dialoog.languages.spelling import Word, folded_words, words
from dialoog.report.body.filling import NOTHING, Filling
from dialoog.report.templatetags.fill_in import fill_in

LONG = 4
"""Words of a text that is recognised in the middle of another; a shorter one must stand between marks."""
_MARK = re.compile(r"[^\s\-]")
_BEFORE, _AFTER = " .,;:·“”‘’?!)", " .,;:·“”‘’("
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Piece:
    """A text on a page and where it comes from: fields, a visitor, or neither, and then it is the program's."""

    text: str
    places: tuple[FieldText, ...] = ()
    is_visitors: bool = False

    @property
    def is_programs(self) -> bool:
        return not self.places and not self.is_visitors


@dataclass(frozen=True)
class Section:
    """What stands under one heading, each text once."""

    title: str
    pieces: list[Piece] = field(default_factory=list)


@dataclass
class _Known:
    """Where one series of words comes from."""

    places: list[FieldText] = field(default_factory=list)
    is_visitors: bool = False


class Origins:
    """The words of content, and what the visitor typed, to look up what stands on a page."""

    def __init__(self, places: Iterable[FieldText], typed: Iterable[str] = (), filling: Filling = NOTHING) -> None:
        self.known: dict[tuple[str, ...], _Known] = {}
        for place in places:
            for text in _as_shown(place, filling):
                self._of(text).places.append(place)
        for text in typed:
            self._of(text).is_visitors = True
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for series in sorted(filter(None, self.known), key=len, reverse=True):
            self.by_first.setdefault(series[0], []).append(series)

    def _of(self, text: str) -> _Known:
        return self.known.setdefault(folded_words(text), _Known())

    def pieces(self, text: str) -> Iterator[Piece]:
        """A text in pieces; where nothing but marks and digits is between two, that is left out."""
        found, at, rest = words(text), 0, 0
        there = [word.folded for word in found]
        while at < len(found):
            size = self._size_at(text, found, there, at)
            if size:
                yield from _programs(text[rest : found[at].start])
                end = found[at + size - 1].end
                known = self.known[tuple(there[at : at + size])]
                yield Piece(_plain(text[found[at].start : end]), tuple(known.places), known.is_visitors)
                rest = end
            at += size or 1
        yield from _programs(text[rest:])

    def _size_at(self, text: str, found: Sequence[Word], there: list[str], at: int) -> int:
        for series in self.by_first.get(there[at], ()):
            size = len(series)
            is_there = tuple(there[at : at + size]) == series
            if is_there and (size >= LONG or _stands_apart(text, found, at, at + size - 1)):
                return size
        return 0


def trace(page: str, origins: Origins) -> list[Section]:
    """What stands in the main part of a page, in the order of reading."""
    sections = [Section("")]
    for block in blocks(page, inside="main"):
        if block.is_heading:
            sections.append(Section(_plain(block.text)))
        sections[-1].pieces.extend(origins.pieces(block.text))
    return [Section(section.title, list(dict.fromkeys(section.pieces))) for section in sections if section.pieces]


def _as_shown(place: FieldText, filling: Filling) -> list[str]:
    """A field as its readers get it, a text for each paragraph. Some pages show Markdown as it was typed."""
    if place.is_markdown:
        return list(dict.fromkeys([*(block.text for block in blocks(to_html(place.text, 2))), place.text]))
    if "{" in place.text:
        return ["".join(block.text for block in blocks(fill_in(place.text, filling)))]
    return [place.text]


def _stands_apart(text: str, found: Sequence[Word], first: int, last: int) -> bool:
    """Between marks, after a number, or where a text or a part of it begins and ends."""
    is_numbered = first > 0 and found[first - 1].folded.isdigit()
    before = text[found[first - 1].end : found[first].start] if first and not is_numbered else EDGE
    after = text[found[last].end : found[last + 1].start] if last + 1 < len(found) else EDGE
    return bool(_MARK.search(before) and _MARK.search(after))


def _programs(text: str) -> Iterator[Piece]:
    if _LETTER.search(text):
        yield Piece(_plain(text).lstrip(_BEFORE).rstrip(_AFTER))


def _plain(text: str) -> str:
    return " ".join(text.replace(EDGE, "").split())
