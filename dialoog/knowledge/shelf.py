"""All subjects of one catalogue, and what each has to do with the others. Kept as long as the release is current."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dialoog.catalogue.catalogue import (
    Catalogue,
    Combination,
    Goal,
    Offer,
    Organisation,
    PartnerType,
    PracticeExample,
    Signpost,
    Statement,
    Tip,
    Tool,
)
from dialoog.catalogue.sources import Sources, by_chapter
from dialoog.catalogue.vocabulary import TipSet
from dialoog.knowledge.subjects import HEADINGS, SUMMARIES, Kind, Subject

WITH_PAGES = (Kind.GOAL, Kind.PARTNER, Kind.EXAMPLE)
"""The kinds of which each record has a page."""
TIPS = {Kind.GENERAL_TIPS: TipSet.GENERAL, Kind.COUNTRY_TIPS: TipSet.COUNTRY}


@dataclass(frozen=True)
class Fitting:
    """A partner type that does something for a goal."""

    partner_type: PartnerType
    statement: Statement


class Shelf:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def subjects(self) -> dict[tuple[Kind, str], Subject]:
        """By kind and slug, in the order in which they stand on the index."""
        return {(subject.kind, subject.slug): subject for subject in self._subjects()}

    @cached_property
    def pages(self) -> dict[tuple[Kind, str], Subject]:
        return {key: subject for key, subject in self.subjects.items() if not subject.is_part}

    def _subjects(self) -> Iterator[Subject]:
        yield _page(Kind.INDEX)
        for goal in self.catalogue.goals.values():
            yield Subject(Kind.GOAL, goal.name, goal.summary, goal.slug)
        for partner in self.catalogue.partner_types.values():
            yield Subject(Kind.PARTNER, partner.name, partner.description.text, partner.slug)
        for example in self.catalogue.practice_examples.values():
            yield Subject(Kind.EXAMPLE, example.title, example.lesson.text, example.slug)
        for kind in TIPS:
            yield _page(kind)
            for tip in self.tips(kind):
                yield Subject(kind, tip.title, tip.statement.text, tip.slug, is_part=True)
        for kind, records in self._listed:
            yield _page(kind)
            for record in records:
                yield Subject(kind, record.name, record.statement.text, record.slug, is_part=True)
        yield _page(Kind.QUESTIONS)
        for question in self.catalogue.questions.values():
            yield Subject(Kind.QUESTIONS, question.text, question.why or question.help, question.slug, is_part=True)
        yield _page(Kind.TERMS)

    @property
    def _listed(self) -> tuple[tuple[Kind, Iterable[Organisation | Tool]], ...]:
        return (
            (Kind.ORGANISATIONS, self.catalogue.organisations.values()),
            (Kind.TOOLS, self.catalogue.tools.values()),
        )

    def of_kind(self, kind: Kind) -> list[Subject]:
        return [subject for subject in self.subjects.values() if subject.kind is kind]

    def tips(self, kind: Kind) -> list[Tip]:
        return [tip for tip in self.catalogue.tips.values() if tip.tip_set is TIPS[kind]]

    @cached_property
    def terms(self) -> list[Subject]:
        """Whatever has a name, by that name. A question is none."""
        named = (Kind.GOAL, Kind.PARTNER, Kind.ORGANISATIONS, Kind.TOOLS)
        found = (subject for subject in self.subjects.values() if subject.kind in named and subject.slug)
        return sorted(found, key=lambda subject: (subject.title.casefold(), subject.slug))

    def fitting(self, goal: Goal) -> list[Fitting]:
        return [
            Fitting(partner, offer.statement)
            for partner in self.catalogue.partner_types.values()
            for offer in partner.offers
            if offer.goal is goal
        ]

    def examples_of_goal(self, goal: Goal) -> list[PracticeExample]:
        return [example for example in self.catalogue.practice_examples.values() if example.goal is goal]

    def examples_with(self, partner: PartnerType) -> list[PracticeExample]:
        return [example for example in self.catalogue.practice_examples.values() if partner in example.partner_types]

    def tools_of(self, goal: Goal) -> list[Tool]:
        """Those that a rule of this goal names."""
        brought = {effect.item for rule in self.catalogue.rules if rule.goal is goal for effect in rule.tools}
        return [tool for tool in self.catalogue.tools.values() if tool in brought]

    def sources_of(self, *said: Statement | None) -> Sources:
        """All that the source says where these texts stand in it."""
        return by_chapter(self.catalogue, {fact for statement in said if statement for fact in statement.facts})

    def organisations_of(self, partner: PartnerType) -> list[Organisation]:
        return [one for one in self.catalogue.organisations.values() if partner in one.partner_types]

    def completing(self, partner: PartnerType) -> list[Fitting]:
        """Who completes it, and how."""
        return [
            Fitting(_other(combination, partner), combination.statement)
            for combination in self.catalogue.combinations
            if partner in combination.partner_types
        ]

    def ways_from(self, partner: PartnerType) -> list[Signpost]:
        return [way for way in self.catalogue.signposts if way.partner_type is partner]

    def ways_to(self, partner: PartnerType) -> list[Signpost]:
        return [way for way in self.catalogue.signposts if way.leads_to is partner]


def _page(kind: Kind) -> Subject:
    return Subject(kind, str(HEADINGS[kind]), str(SUMMARIES[kind]))


def _other(combination: Combination, partner: PartnerType) -> PartnerType:
    first, second = combination.partner_types
    return second if first is partner else first


def context_of(shelf: Shelf, kind: Kind, slug: str) -> dict[str, Any]:
    """What the template of a page shows beside its subject."""
    catalogue = shelf.catalogue
    match kind:
        case Kind.GOAL:
            goal, fitting = catalogue.goals[slug], shelf.fitting(catalogue.goals[slug])
            return {
                "goal": goal,
                "fitting": fitting,
                "sources": shelf.sources_of(*goal.statements, *(one.statement for one in fitting)),
                "examples": shelf.examples_of_goal(goal),
                "tools": shelf.tools_of(goal),
            }
        case Kind.PARTNER:
            return _about_partner(shelf, catalogue.partner_types[slug])
        case Kind.EXAMPLE:
            example = catalogue.practice_examples[slug]
            return {"example": example, "sources": shelf.sources_of(example.statement, example.lesson)}
        case Kind.GENERAL_TIPS | Kind.COUNTRY_TIPS:
            return {"tips": shelf.tips(kind)}
        case Kind.ORGANISATIONS:
            return {"records": catalogue.organisations.values()}
        case Kind.TOOLS:
            return {"records": catalogue.tools.values()}
        case Kind.QUESTIONS:
            return {"steps": catalogue.steps.values()}
        case Kind.TERMS:
            return {"terms": shelf.terms}
        case Kind.INDEX:
            return {"groups": _groups(shelf), "others": [one for one in shelf.pages.values() if _is_other(one)]}


def _about_partner(shelf: Shelf, partner: PartnerType) -> dict[str, Any]:
    ways_from, ways_to, completing = shelf.ways_from(partner), shelf.ways_to(partner), shelf.completing(partner)
    others: list[Offer | Signpost | Fitting] = [*partner.offers, *ways_to, *ways_from, *completing]
    own = [partner.description, *partner.watch_outs, partner.asks_in_return, partner.how_to_find]
    return {
        "partner": partner,
        "completing": completing,
        "ways_from": ways_from,
        "ways_to": ways_to,
        "examples": shelf.examples_with(partner),
        "organisations": shelf.organisations_of(partner),
        "sources": shelf.sources_of(*own, *(one.statement for one in others)),
    }


def _groups(shelf: Shelf) -> list[tuple[Kind, list[Subject]]]:
    return [(kind, shelf.of_kind(kind)) for kind in WITH_PAGES]


def _is_other(subject: Subject) -> bool:
    """A page that is about no single record."""
    return not subject.slug and subject.kind is not Kind.INDEX
