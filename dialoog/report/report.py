"""A Report: everything that a reader sees, in the order of reading. Page and PDF show the same Report.

Built by `build_report` from a catalogue, what was concluded with it, and a Cover. Plain Python; templates only read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from dialoog.advice.advice import Line
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import CAUTIONS, LINE_KINDS, TIPS
from dialoog.advice.what_if import WhatIf
from dialoog.catalogue.catalogue import (
    Action,
    Catalogue,
    Combination,
    DocumentTemplate,
    Goal,
    PageText,
    PartnerType,
    Statement,
    Step,
    Tip,
)
from dialoog.catalogue.vocabulary import Moment, Severity, TipSet
from dialoog.report.dot_field import DotField, dot_field
from dialoog.report.partners import Beginning, MovedPartners, PartnerAdvice, Partners
from dialoog.report.reasons import Reason, Reasoning
from dialoog.report.sources import Sources, by_chapter, facts_of, said_on_card


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


@dataclass(frozen=True)
class GoalAdvice:
    goal: Goal
    is_main: bool
    best: tuple[PartnerAdvice, ...]


@dataclass(frozen=True)
class LineAdvice:
    """A line of the advice, of any kind, with the reasons for showing it."""

    item: Any
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class MomentActions:
    moment: Moment
    actions: tuple[LineAdvice, ...]


@dataclass(frozen=True)
class StepPlan:
    """What to do, by moment."""

    in_view: tuple[MomentActions, ...]
    folded: tuple[MomentActions, ...]
    """For now as well, but more than one has to see at once."""
    later: tuple[MomentActions, ...]
    """What takes more time than the visitor has."""


@dataclass(frozen=True)
class AnsweredStep:
    step: Step
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """Pairs of the question's text and the labels of the chosen options."""


@dataclass(frozen=True)
class Report:
    cover: Cover
    main_goal: Goal
    goals: tuple[Goal, ...]
    beginning: Beginning
    top: tuple[PartnerAdvice, ...]
    also: tuple[PartnerAdvice, ...]
    others: tuple[PartnerAdvice, ...]
    moved: tuple[MovedPartners, ...]
    """Those of the ranked ones that come later."""
    set_apart: tuple[PartnerAdvice, ...]
    per_goal: tuple[GoalAdvice, ...]
    lines: dict[str, tuple[LineAdvice, ...]]
    """All lines by the name of their kind, see `LINE_KINDS`; cautions and actions also by what is in view."""
    main_caution: LineAdvice | None
    """The caution that opens the report; there is none if nothing can harm people or trust."""
    cautions: tuple[LineAdvice, ...]
    more_cautions: tuple[LineAdvice, ...]
    step_plan: StepPlan
    other_tips: tuple[Tip, ...]
    """General ones that are not stressed."""
    country_tips: tuple[Tip, ...]
    combinations: tuple[Combination, ...]
    what_ifs: tuple[WhatIf, ...]
    leader_of_before: PartnerType | None
    """Who stood first in an advice of before, whose what-ifs are about the first three."""
    document_templates: tuple[DocumentTemplate, ...]
    dot_field: DotField
    answers: tuple[AnsweredStep, ...]
    sources: Sources
    texts: dict[str, PageText]
    """Introductions by slug, see the page texts of the content."""

    @property
    def ranked(self) -> tuple[PartnerAdvice, ...]:
        return self.top + self.also + self.others

    @property
    def has_advice(self) -> bool:
        return bool(self.top)


def build_report(catalogue: Catalogue, conclusion: Conclusion, cover: Cover) -> Report:
    return _Builder(catalogue, conclusion, cover).report()


class _Builder:
    def __init__(self, catalogue: Catalogue, conclusion: Conclusion, cover: Cover) -> None:
        self.catalogue = catalogue
        self.cover = cover
        self.advice, self.what_ifs = conclusion.advice, conclusion.what_ifs
        self.answers = self.advice.answers
        self.reasoning = Reasoning(catalogue, self.advice)
        self.partners = Partners(catalogue, conclusion, self.reasoning)
        self.beginning = self.partners.beginning()
        self.lines = {kind.name: tuple(map(self.line, self.advice.lines[kind])) for kind in LINE_KINDS}
        self.other_tips = tuple(self.tips_of(TipSet.GENERAL))
        self.country_tips = tuple(self.tips_of(TipSet.COUNTRY)) if self.advice.shows_country_tips else ()

    def report(self) -> Report:
        settings, ranked = self.catalogue.settings, self.partners.ranked
        cautions = self.lines[CAUTIONS.name]
        return Report(
            cover=self.cover,
            main_goal=self.main_goal,
            goals=tuple(self.advice.per_goal),
            beginning=self.beginning,
            top=ranked[: settings.top_block],
            also=ranked[settings.top_block : settings.blocks],
            others=ranked[settings.blocks :],
            moved=self.partners.moved(),
            set_apart=self.partners.set_apart,
            per_goal=tuple(self.goal_advice()),
            lines=self.lines,
            main_caution=_main_caution(cautions),
            cautions=cautions[: settings.cautions_shown],
            more_cautions=cautions[settings.cautions_shown :],
            step_plan=self.step_plan(),
            other_tips=self.other_tips,
            country_tips=self.country_tips,
            combinations=self.combinations(),
            what_ifs=self.what_ifs,
            leader_of_before=None if self.advice.names_start else self.advice.ranking[0].partner_type,
            document_templates=self.document_templates(),
            dot_field=dot_field(tuple(self.advice.per_goal), self.advice.ranked[: settings.blocks]),
            answers=tuple(self.answered_steps()),
            sources=by_chapter(self.catalogue, set(facts_of(self.statements()))),
            texts=self.catalogue.page_texts,
        )

    @property
    def main_goal(self) -> Goal:
        return self.catalogue.goals[self.answers.main_goal]

    def line(self, line: Line[Any]) -> LineAdvice:
        return LineAdvice(line.item, self.reasoning.of_line(line))

    def tips_of(self, tip_set: TipSet) -> Iterator[Tip]:
        """Those that are not stressed."""
        stressed = {line.item for line in self.lines[TIPS.name]}
        return (tip for tip in self.catalogue.tips.values() if tip.tip_set is tip_set and tip not in stressed)

    def goal_advice(self) -> Iterator[GoalAdvice]:
        for goal, best in self.advice.per_goal.items():
            yield GoalAdvice(goal, goal is self.main_goal, self.partners.of(best))

    def step_plan(self) -> StepPlan:
        """Of the actions for now, those from rules of the main goal come into view first."""
        now = [line for line in self.advice.actions if not line.needs_more_time]
        first = sorted(now, key=lambda line: not any(link.firing.rule.goal is self.main_goal for link in line.links))
        in_view = first[: self.catalogue.settings.actions_shown]
        return StepPlan(
            in_view=self.by_moment([line for line in now if line in in_view]),
            folded=self.by_moment([line for line in now if line not in in_view]),
            later=self.by_moment(self.advice.later_actions),
        )

    def by_moment(self, actions: list[Line[Action]]) -> tuple[MomentActions, ...]:
        groups = ((moment, tuple(self.line(a) for a in actions if a.item.moment is moment)) for moment in Moment)
        return tuple(MomentActions(moment, group) for moment, group in groups if group)

    def combinations(self) -> tuple[Combination, ...]:
        """Pairs of which both partner types are among the numbered ones in view."""
        in_view = {a.partner_type for a in self.advice.ranked[: self.catalogue.settings.blocks]}
        return tuple(c for c in self.catalogue.combinations if in_view.issuperset(c.partner_types))

    def document_templates(self) -> tuple[DocumentTemplate, ...]:
        """Those that are of use with these answers."""
        found = self.catalogue.document_templates
        return tuple(template for template in found if not template.needs or template.needs & self.answers.mask)

    def answered_steps(self) -> Iterator[AnsweredStep]:
        for step in self.catalogue.steps.values():
            answered = [
                (q.text, tuple(o.label for o in q.options if o.slug in self.answers.chosen[q.slug]))
                for q in step.questions
                if q.slug in self.answers.chosen
            ]
            if answered:
                yield AnsweredStep(step, tuple(answered))

    def statements(self) -> Iterator[Statement | Reason | None]:
        """Everything that stands in the report with its places in the source."""
        for partner in self.partners.by_type.values():
            yield from (*partner.reasons, *partner.later)
        for partner in self.partners.ranked[: self.catalogue.settings.blocks]:
            yield from said_on_card(partner.partner_type, self.advice.per_goal)
        for line in chain.from_iterable(self.lines.values()):
            yield from (line.item.statement, *line.reasons)
        for goal in self.advice.per_goal:
            yield from (goal.theory, goal.what_to_do)
        for template in self.document_templates():
            yield from template.lines
        yield from (way.statement for way in self.beginning.ways)
        yield from (combination.statement for combination in self.combinations())
        yield from (tip.statement for tip in (*self.other_tips, *self.country_tips))


def _main_caution(cautions: tuple[LineAdvice, ...]) -> LineAdvice | None:
    leading = [line for line in cautions if line.item.is_leading]
    harm = [line for line in cautions if line.item.severity is Severity.HARM]
    return next(iter(leading + harm), None)
