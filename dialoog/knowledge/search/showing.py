"""What was found as it is shown: the best first, all else by kind, with what was looked for marked."""

from dataclasses import dataclass
from itertools import islice
from typing import Self

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dialoog.knowledge.search.finding import Found, Hit
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.subjects import Kind
from dialoog.languages.spelling import Word, words

BEST = 3
MOST_OF_A_KIND = 8
BEFORE, AFTER = 60, 160
"""Signs of a text around the first word that was found."""


@dataclass(frozen=True)
class Result:
    kind: Kind
    url: str
    title: SafeString
    text: SafeString


@dataclass(frozen=True)
class Results:
    best: tuple[Result, ...]
    groups: tuple[tuple[Kind, list[Result]], ...]
    """The kind with the best result first."""
    has_words: bool
    """Whether there was something to look for."""
    number: int
    """Also of what is not shown."""

    @classmethod
    def of(cls, index: Index, found: Found) -> Self:
        by_kind: dict[Kind, list[Hit]] = {}
        for hit in found.hits[BEST:]:
            by_kind.setdefault(hit.entry.subject.kind, []).append(hit)
        marking = Marking(index, found)
        groups = (
            (kind, [marking.result(hit) for hit in islice(hits, MOST_OF_A_KIND)]) for kind, hits in by_kind.items()
        )
        best = tuple(marking.result(hit) for hit in found.hits[:BEST])
        return cls(best, tuple(groups), bool(found.words), len(found.hits))


class Marking:
    def __init__(self, index: Index, found: Found) -> None:
        self._index, self._stems = index, found.stems

    def result(self, hit: Hit) -> Result:
        subject, text = hit.entry.subject, hit.entry.text
        return Result(subject.kind, subject.url, self._marked(subject.title), self._around(text or subject.summary))

    def _is_found(self, word: Word) -> bool:
        return not self._stems.isdisjoint(self._index.stems_in(word.folded))

    def _around(self, text: str) -> SafeString:
        """A part of the text with what was found in it, from one word to another; its beginning if it is not there."""
        there = words(text)
        first = next((word.start for word in there if self._is_found(word)), 0)
        begin = next((word.start for word in there if word.start >= first - BEFORE), 0) if first > BEFORE else 0
        end = next((word.start for word in there if word.start > first + AFTER), len(text))
        before, after = "… " if begin else "", " …" if end < len(text) else ""
        return format_html("{}{}{}", before, self._marked(text[begin:end].strip()), after)

    def _marked(self, text: str) -> SafeString:
        found = [word for word in words(text) if self._is_found(word)]
        starts = [0, *(word.end for word in found)]
        parts = (
            (text[start : word.start], text[word.start : word.end]) for start, word in zip(starts, found, strict=False)
        )
        html = format_html_join("", "{}<mark>{}</mark>", parts) + format_html("{}", str(text[starts[-1] :]))
        language = getattr(text, "language", "")
        return format_html('<span lang="{}">{}</span>', language, html) if language else html
