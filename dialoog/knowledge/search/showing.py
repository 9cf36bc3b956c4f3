"""What was found as it is shown: the best first, all else by kind, with what was looked for marked."""

from dataclasses import dataclass
from itertools import groupby, islice
from typing import Self

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dialoog.knowledge.search.compounds import WHOLE, as_one
from dialoog.knowledge.search.finding import Found, Hit
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.search.reading import Reading
from dialoog.knowledge.subjects import SOURCE, Kind
from dialoog.languages.enumeration import enumerated
from dialoog.languages.spelling import words

BEST = 3
MOST_OF_A_KIND = 8
BEFORE, AFTER = 60, 160
"""Signs of a text around the first word that was found."""


@dataclass(frozen=True)
class Note:
    """Of what was asked and stands nowhere: what was looked for instead, if anything."""

    asked: str
    instead: str

    @classmethod
    def all_of(cls, found: Found, query: str) -> tuple[Self, ...]:
        """What was read as one is told of as one. A small word that says nothing is passed over if others do."""
        told = [one for one in found.readings if one.instead or (one.is_nowhere and (one.is_telling or not found.hits))]
        by_instead = groupby(told, key=lambda one: one.instead or one.word)
        return tuple(cls._of([*ones], query) for _instead, ones in by_instead)

    @classmethod
    def _of(cls, ones: list[Reading], query: str) -> Self:
        asked = " ".join(query[one.word.start : one.word.end] for one in ones)
        return cls(asked, enumerated([_("‘%s’") % word for word in ones[0].instead]))


@dataclass(frozen=True)
class Result:
    kind: Kind
    url: str
    title: SafeString
    text: SafeString
    is_source: bool
    """The text is what the source says."""


@dataclass(frozen=True)
class Results:
    best: tuple[Result, ...]
    groups: tuple[tuple[Kind, list[Result]], ...]
    """The kind with the best result first."""
    has_words: bool
    """Whether there was something to look for."""
    number: int
    """Also of what is not shown."""
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, index: Index, found: Found, query: str) -> Self:
        by_kind: dict[Kind, list[Hit]] = {}
        for hit in found.hits[BEST:]:
            by_kind.setdefault(hit.entry.subject.kind, []).append(hit)
        marking = Marking(index, found)
        groups = (
            (kind, [marking.result(hit) for hit in islice(hits, MOST_OF_A_KIND)]) for kind, hits in by_kind.items()
        )
        best = tuple(marking.result(hit) for hit in found.hits[:BEST])
        return cls(best, tuple(groups), bool(found.words), len(found.hits), Note.all_of(found, query))


class Marking:
    def __init__(self, index: Index, found: Found) -> None:
        self._index, self._stems = index, found.stems

    def result(self, hit: Hit) -> Result:
        """Unless its title says why, with a text that does: of the page, or what the source calls it or says of it."""
        entry, subject = hit.entry, hit.entry.subject
        own = entry.text or subject.summary
        telling = () if self._spans(subject.title) else (own, entry.headings, entry.facts)
        text = next((one for one in telling if self._spans(one)), own)
        is_source = text is entry.facts
        url = f"{subject.url}#{SOURCE}" if is_source else subject.url
        return Result(subject.kind, url, self._marked(subject.title), self._around(text), is_source)

    def _is_found(self, written: str) -> bool:
        return not self._stems.isdisjoint(self._index.stems_in(as_one(written)))

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where something is that was looked for; what a hyphen joins is one word if that was."""
        spans = []
        for whole in WHOLE.finditer(text):
            if self._is_found(whole.group()):
                spans.append(whole.span())
            elif "-" in whole.group():
                parts = words(whole.group())
                start = whole.start()
                spans += [(start + one.start, start + one.end) for one in parts if self._is_found(one.folded)]
        return spans

    def _around(self, text: str) -> SafeString:
        """A part of the text with what was found in it, from one word to another; its beginning if it is not there."""
        there = words(text)
        first = next((start for start, _end in self._spans(text)), 0)
        begin = next((word.start for word in there if word.start >= first - BEFORE), 0) if first > BEFORE else 0
        end = next((word.start for word in there if word.start > first + AFTER), len(text))
        before, after = "… " if begin else "", " …" if end < len(text) else ""
        return format_html("{}{}{}", before, self._marked(text[begin:end].strip()), after)

    def _marked(self, text: str) -> SafeString:
        found = self._spans(text)
        starts = [0, *(end for _start, end in found)]
        parts = ((text[start:begin], text[begin:end]) for start, (begin, end) in zip(starts, found, strict=False))
        html = format_html_join("", "{}<mark>{}</mark>", parts) + format_html("{}", str(text[starts[-1] :]))
        language = getattr(text, "language", "")
        return format_html('<span lang="{}">{}</span>', language, html) if language else html
