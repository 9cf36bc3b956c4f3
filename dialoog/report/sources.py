"""The facts that a report rests on: every code that stands somewhere in it can be looked up in its list of sources."""

from collections.abc import Iterable, Iterator

from dialoog.catalogue.catalogue import (
    Catalogue,
    DocumentTemplate,
    Fact,
    Goal,
    PartnerType,
    Statement,
)

Sources = tuple[tuple[str, tuple[Fact, ...]], ...]
"""Pairs of a chapter and the facts of it, in the order of the source."""


def by_chapter(catalogue: Catalogue, used: set[Fact]) -> Sources:
    chapters: dict[str, list[Fact]] = {}
    for fact in catalogue.facts.values():
        if fact in used:
            chapters.setdefault(fact.chapter, []).append(fact)
    return tuple((chapter, tuple(facts)) for chapter, facts in chapters.items())


def facts_of(statements: Iterable[Statement | None]) -> Iterator[Fact]:
    return (fact for statement in statements if statement for fact in statement.facts)


def facts_of_goals(goals: Iterable[Goal]) -> Iterator[Fact]:
    return facts_of(statement for goal in goals for statement in (goal.theory, goal.what_to_do))


def facts_of_partners(partners: Iterable[PartnerType], goals: Iterable[Goal]) -> Iterator[Fact]:
    """Of what a card says: who it is, what it offers for these goals, and the rest."""
    wanted = set(goals)
    for partner in partners:
        yield from facts_of(offer.statement for offer in partner.offers if offer.goal in wanted)
        yield from facts_of((partner.description, *partner.watch_outs, partner.asks_in_return, partner.how_to_find))


def facts_of_templates(templates: Iterable[DocumentTemplate]) -> Iterator[Fact]:
    return facts_of(line for template in templates for line in template.lines)
