"""Facts as they are listed: by chapter, in the order of the source."""

from dialoog.catalogue.catalogue import Catalogue, Fact

Sources = tuple[tuple[str, tuple[Fact, ...]], ...]
"""Pairs of a chapter and the facts of it."""


def by_chapter(catalogue: Catalogue, used: set[Fact]) -> Sources:
    chapters: dict[str, list[Fact]] = {}
    for fact in catalogue.facts.values():
        if fact in used:
            chapters.setdefault(fact.chapter, []).append(fact)
    return tuple((chapter, tuple(facts)) for chapter, facts in chapters.items())
