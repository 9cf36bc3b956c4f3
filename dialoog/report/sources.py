"""The facts that a report rests on: every code that stands somewhere in it can be looked up in its list of sources."""

from collections.abc import Container, Iterable, Iterator

from dialoog.catalogue.catalogue import Catalogue, Fact, Goal, PartnerType, Statement
from dialoog.report.reasons import Reason

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


def said_on_card(partner: PartnerType, goals: Container[Goal]) -> Iterator[Statement | None]:
    """Who it is, what it offers for these goals, and the rest."""
    yield from (offer.statement for offer in partner.offers if offer.goal in goals)
    yield from (partner.description, *partner.watch_outs, partner.asks_in_return, partner.how_to_find)
