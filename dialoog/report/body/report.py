"""A Report: everything that a reader sees, in the order of reading. The page and both PDFs show the same Report.

Built by `build_report` from a catalogue, what was concluded with it, and a Cover. Plain Python; templates only read it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from dialoog.advice.advice import Line
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import CAUTIONS, EXAMPLES, LINE_KINDS, TIPS
from dialoog.advice.what_if import WhatIf
from dialoog.catalogue.catalogue import (
    Catalogue,
    Combination,
    DocumentTemplate,
    Goal,
    PageText,
    PartnerType,
    Question,
    Statement,
    Step,
    Tip,
)
from dialoog.catalogue.sources import Sources, by_chapter
from dialoog.catalogue.vocabulary import Severity, TipSet
from dialoog.catalogue.words import Words
from dialoog.report.body.beginning import Beginning, beginning
from dialoog.report.body.cards import SHARED_SHOWN, Card, SharedReason, cards, shared_reasons
from dialoog.report.body.chapters import Chapter, chapters
from dialoog.report.body.filling import Filling, filling_of
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.partners import PartnerAdvice, Partners, Waiting
from dialoog.report.body.plan import StepPlan, step_plan
from dialoog.report.body.reasons import Reason, Reasoning
from dialoog.report.body.sources import facts_of
from dialoog.report.body.time import Time, time_of

FIRST_PAGE = 1800
"""Characters that the first page of the short PDF has room for, among its headings."""

DEFAULT_TITLE = _("Advies over samenwerken")


@dataclass(frozen=True)
class Cover:
    """What stands on the cover: the visitor's own words (may be empty) and where the report comes from."""

    title: str
    organisation: str
    contact: str
    code: str
    """Short code of the report, safe to print: it opens nothing."""
    completed_at: datetime
    expires_at: datetime
    release_number: int | None
    """None: the content is a draft that was never published."""
    release_date: datetime
    region: str = ""
    """Country or region of the dialogue, in the visitor's own words; the advice does not look at it."""

    @property
    def is_draft(self) -> bool:
        return self.release_number is None

    @property
    def has_own_title(self) -> bool:
        return self.title != DEFAULT_TITLE


@dataclass(frozen=True)
class GoalAdvice:
    goal: Goal
    is_main: bool
    best: tuple[PartnerAdvice, ...]


@dataclass(frozen=True)
class Change(WhatIf):
    """A changed answer, and with whom one would no longer begin."""

    drops_out: tuple[PartnerType, ...]


@dataclass(frozen=True)
class Answered:
    question: str
    labels: tuple[str, ...]
    """Of the chosen options."""
    remark: str
    """The visitor's own words with it; empty without."""


@dataclass(frozen=True)
class AnsweredStep:
    step: Step
    answers: tuple[Answered, ...]


@dataclass(frozen=True)
class Report:
    cover: Cover
    chapters: tuple[Chapter, ...]
    main_goal: Goal
    goals: tuple[Goal, ...]
    beginning: Beginning
    main_caution: LineAdvice | None
    """The gravest caution, which opens the report; there is none if there is nothing to take care of."""
    plan: StepPlan
    ranked: tuple[PartnerAdvice, ...]
    """All with a number, in order; whatever stands below about partners, stands about these or those set apart."""
    shared_reasons: tuple[SharedReason, ...]
    more_shared_reasons: tuple[SharedReason, ...]
    cards: tuple[Card, ...]
    """The first few, in full: those to begin with, then by rank."""
    more_cards: tuple[Card, ...]
    """The others with a number."""
    waiting: tuple[Waiting, ...]
    set_apart: tuple[Card, ...]
    why_apart: tuple[Waiting, ...]
    per_goal: tuple[GoalAdvice, ...]
    combinations: tuple[Combination, ...]
    cautions: tuple[LineAdvice, ...]
    """Without the one that opens the report."""
    more_cautions: tuple[LineAdvice, ...]
    examples: tuple[LineAdvice, ...]
    what_ifs: tuple[Change, ...]
    time: Time | None
    leader_of_before: PartnerType | None
    """Who stood first in an advice of before, whose what-ifs are about the first three."""
    lines: dict[str, tuple[LineAdvice, ...]]
    """All lines by the name of their kind, see `LINE_KINDS`; cautions, actions and examples also by what is in view."""
    other_tips: tuple[Tip, ...]
    """General ones that are not stressed."""
    country_tips: tuple[Tip, ...]
    document_templates: tuple[DocumentTemplate, ...]
    filling: Filling
    """For the places to fill in of these outlines."""
    answers: tuple[AnsweredStep, ...]
    sources: Sources
    texts: dict[str, PageText]
    """Introductions by slug, see the page texts of the content."""

    @property
    def words(self) -> Words:
        """What its headings, marks and notes are called."""
        return Words(self.texts)

    @property
    def has_advice(self) -> bool:
        return bool(self.ranked)

    @property
    def fits_first_page(self) -> bool:
        """Whether the first chapter stays on one page of the short PDF, so that the next can begin on another."""
        said = [*(o.why.text for o in self.beginning.openings), *(w.statement.text for w in self.beginning.ways)]
        said += [action.item.statement.text for action in self.plan.first]
        said += [self.main_caution.item.statement.text] if self.main_caution else []
        said += [self.beginning.no_start.text] if not self.beginning.openings else []
        return sum(map(len, [*said, self.cover.title])) < FIRST_PAGE


def build_report(
    catalogue: Catalogue, conclusion: Conclusion, cover: Cover, remarks: Mapping[str, str] = MappingProxyType({})
) -> Report:
    """The remarks are by question; nothing but the list of answers shows them."""
    return _Builder(catalogue, conclusion, cover, remarks).report()


class _Builder:
    def __init__(self, catalogue: Catalogue, conclusion: Conclusion, cover: Cover, remarks: Mapping[str, str]) -> None:
        self.catalogue = catalogue
        self.cover = cover
        self.remarks = remarks
        self.advice = conclusion.advice
        self.conclusion = conclusion
        self.answers = self.advice.answers
        self.reasoning = Reasoning(catalogue, self.advice)
        self.partners = Partners(catalogue, conclusion, self.reasoning)
        self.goals = tuple(self.advice.per_goal)
        self.beginning = beginning(catalogue, conclusion, self.partners)
        self.shared = shared_reasons(self.partners.by_type.values(), self.beginning.openings)
        self.lines = {kind.name: tuple(map(self.line, self.advice.lines[kind])) for kind in LINE_KINDS}
        self.other_tips = tuple(self.tips_of(TipSet.GENERAL))
        self.country_tips = tuple(self.tips_of(TipSet.COUNTRY)) if self.advice.shows_country_tips else ()
        self.time = time_of(catalogue, conclusion)

    def report(self) -> Report:
        main_caution, cautions, more_cautions = self.cautions()
        in_full, in_short = self.by_room()
        return Report(
            cover=self.cover,
            chapters=chapters(self.catalogue.page_texts, self.left_out()),
            main_goal=self.catalogue.goals[self.answers.main_goal],
            goals=self.goals,
            beginning=self.beginning,
            main_caution=main_caution,
            plan=self.plan(),
            ranked=self.partners.ranked,
            shared_reasons=self.shared[:SHARED_SHOWN],
            more_shared_reasons=self.shared[SHARED_SHOWN:],
            cards=self.cards(in_full),
            more_cards=self.cards(in_short),
            waiting=self.partners.waiting(self.partners.ranked),
            set_apart=self.cards(self.partners.set_apart),
            why_apart=self.partners.waiting(self.partners.set_apart),
            per_goal=tuple(self.goal_advice()),
            combinations=self.combinations(),
            cautions=cautions,
            more_cautions=more_cautions,
            examples=self.lines[EXAMPLES.name],
            what_ifs=tuple(self.what_ifs()),
            time=self.time,
            leader_of_before=self.leader_of_before(),
            lines=self.lines,
            other_tips=self.other_tips,
            country_tips=self.country_tips,
            **self.outlines(),
            answers=tuple(self.answered_steps()),
            sources=by_chapter(self.catalogue, set(facts_of(self.statements()))),
            texts=self.catalogue.page_texts,
        )

    def left_out(self) -> set[str]:
        """Chapters that have nothing to say."""
        nothing = {
            "partners": not self.advice.ranking,
            "voorbeeld": not self.lines[EXAMPLES.name],
            "wat-als": not (self.time or self.conclusion.what_ifs),
        }
        return {slug for slug, is_empty in nothing.items() if is_empty}

    def by_room(self) -> tuple[tuple[PartnerAdvice, ...], tuple[PartnerAdvice, ...]]:
        """Who stands there in full: those to begin with, and the next in rank as far as there is room."""
        openings = [opening.partner for opening in self.beginning.openings]
        others = [partner for partner in self.partners.ranked if partner not in openings]
        room = max(0, self.catalogue.settings.top_block - len(openings))
        return (*openings, *others[:room]), tuple(others[room:])

    def cards(self, partners: tuple[PartnerAdvice, ...]) -> tuple[Card, ...]:
        return tuple(cards(partners, self.goals, self.shared, self.beginning.openings))

    def line(self, line: Line[Any]) -> LineAdvice:
        return LineAdvice(line.item, self.reasoning.of_line(line))

    def cautions(self) -> tuple[LineAdvice | None, tuple[LineAdvice, ...], tuple[LineAdvice, ...]]:
        """The one that opens the report, those in view and the others."""
        found = self.lines[CAUTIONS.name]
        leading = [line for line in found if line.item.is_leading]
        harm = [line for line in found if line.item.severity is Severity.HARM]
        main = next(iter([*leading, *harm, *found]), None)
        others = tuple(line for line in found if line is not main)
        room = self.catalogue.settings.cautions_shown - bool(main)
        return main, others[:room], others[room:]

    def tips_of(self, tip_set: TipSet) -> Iterator[Tip]:
        """Those that are not stressed."""
        stressed = {line.item for line in self.lines[TIPS.name]}
        return (tip for tip in self.catalogue.tips.values() if tip.tip_set is tip_set and tip not in stressed)

    def goal_advice(self) -> Iterator[GoalAdvice]:
        for goal, best in self.advice.per_goal.items():
            yield GoalAdvice(goal, goal.slug == self.answers.main_goal, self.partners.of(best))

    def plan(self) -> StepPlan:
        """Of the actions for now, those from rules of the main goal come into view first."""
        main_goal = self.catalogue.goals[self.answers.main_goal]
        now = [line for line in self.advice.actions if not line.needs_more_time]
        first = sorted(now, key=lambda line: not any(link.firing.rule.goal is main_goal for link in line.links))
        in_view = first[: self.catalogue.settings.actions_shown]
        return step_plan(
            [self.line(line) for line in now if line in in_view],
            [self.line(line) for line in now if line not in in_view],
            map(self.line, self.advice.later_actions),
        )

    def combinations(self) -> tuple[Combination, ...]:
        """Pairs of which both partner types are among the numbered ones in view."""
        in_view = {a.partner_type for a in self.advice.ranked[: self.catalogue.settings.blocks]}
        return tuple(c for c in self.catalogue.combinations if in_view.issuperset(c.partner_types))

    def leader_of_before(self) -> PartnerType | None:
        return None if self.advice.names_start else self.advice.ranking[0].partner_type

    def what_ifs(self) -> Iterator[Change]:
        """Without what the beginning has said of more time."""
        told = self.time.question if self.time and self.beginning.more_time else None
        now = [opening.partner.partner_type for opening in self.beginning.openings]
        for effect in self.conclusion.what_ifs:
            if effect.question is not told:
                yield Change(**vars(effect), drops_out=tuple(partner for partner in now if partner not in effect.first))

    def outlines(self) -> dict[str, Any]:
        """With what fills their places."""
        return {"document_templates": self.document_templates(), "filling": self.filling}

    def document_templates(self) -> tuple[DocumentTemplate, ...]:
        """Those that are of use with these answers, without lines that these leave nothing to say in."""
        found = self.catalogue.document_templates
        useful = [template for template in found if not template.needs or template.needs & self.answers.mask]
        return tuple(map(self.said_lines, useful))

    def said_lines(self, template: DocumentTemplate) -> DocumentTemplate:
        lines = tuple(line for line in template.lines if not self.filling.leaves_out(line.text))
        return replace(template, lines=lines)

    @cached_property
    def filling(self) -> Filling:
        cover = self.cover
        words = {"company": cover.organisation, "contact": cover.contact, "region": cover.region}
        return filling_of(self.catalogue, self.answers, self.goals, **words)

    def answered_steps(self) -> Iterator[AnsweredStep]:
        for step in self.catalogue.steps.values():
            answered = [self.answered(q) for q in step.questions if q.slug in self.answers.chosen]
            if answered:
                yield AnsweredStep(step, tuple(answered))

    def answered(self, question: Question) -> Answered:
        labels = tuple(o.label for o in question.options if o.slug in self.answers.chosen[question.slug])
        return Answered(question.text, labels, self.remarks.get(question.slug, ""))

    def statements(self) -> Iterator[Statement | Reason | None]:
        """Everything that stands in the report with its places in the source."""
        for partner in self.partners.by_type.values():
            yield from (*partner.reasons, *partner.later)
        for card in self.cards((*self.partners.ranked, *self.partners.set_apart)):
            yield from card.statements
        for line in chain.from_iterable(self.lines.values()):
            yield from (line.item.statement, *line.reasons)
        for goal in self.advice.per_goal:
            yield from (goal.theory, goal.what_to_do)
        for template in self.document_templates():
            yield from template.lines
        yield from (opening.why for opening in self.beginning.openings)
        yield from (way.statement for way in self.beginning.ways)
        yield from (combination.statement for combination in self.combinations())
        yield from (tip.statement for tip in (*self.other_tips, *self.country_tips))
