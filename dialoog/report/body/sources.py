"""The facts that a report rests on: every place that it names can be looked up in its list of sources."""

from collections.abc import Iterable, Iterator

from dialoog.catalogue.catalogue import Catalogue, Fact, Statement
from dialoog.report.body.reasons import Reason

Sources = tuple[tuple[str, tuple[Fact, ...]], ...]
"""Pairs of a chapter and the facts of it, in the order of the source."""


def by_chapter(catalogue: Catalogue, used: set[Fact]) -> Sources:
    chapters: dict[str, list[Fact]] = {}
    for fact in catalogue.facts.values():
        if fact in used:
            chapters.setdefault(fact.chapter, []).append(fact)
    return tuple((chapter, tuple(facts)) for chapter, facts in chapters.items())


def facts_of(said: Iterable[Statement | Reason | None]) -> Iterator[Fact]:
    return (fact for words in said if words for fact in words.facts)
