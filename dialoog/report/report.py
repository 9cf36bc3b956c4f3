"""A Report: everything that a reader sees, in the order of reading. Page and PDF show the same Report.

Built by `build_report` from a catalogue, what was concluded with it, and a Cover. Plain Python; templates only read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from dialoog.advice.advice import Advised, Firing, Line
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import ACTIONS, CAUTIONS, LINE_KINDS, TIPS
from dialoog.advice.what_if import WhatIf
from dialoog.catalogue.catalogue import (
    Catalogue,
    Combination,
    DocumentTemplate,
    Goal,
    PageText,
    PartnerType,
    Step,
    Tip,
)
from dialoog.catalogue.vocabulary import Moment, Severity, Tier, TipSet
from dialoog.report.dot_field import DotField, dot_field
from dialoog.report.reasons import Reason, reason_of
from dialoog.report.sources import (
    Sources,
    by_chapter,
    facts_of,
    facts_of_goals,
    facts_of_partners,
    facts_of_templates,
)


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

    @property
    def is_draft(self) -> bool:
        return self.release_number is None


@dataclass(frozen=True)
class PartnerAdvice:
    partner_type: PartnerType
    number: int
    tier: Tier
    is_known: bool
    reasons: tuple[Reason, ...]
    moves: tuple[Reason, ...]
    """Why it comes later, or last, or is advised against."""
    goals: tuple[Goal, ...]
    """The chosen goals that it gets points for."""

    @property
    def name(self) -> str:
        return self.partner_type.name

    @property
    def anchor(self) -> str:
        return f"partner-{self.partner_type.slug}"

    @property
    def main_reason(self) -> Reason:
        """The reason that weighs most; of equals the first."""
        return max(self.reasons, key=lambda reason: reason.points)


@dataclass(frozen=True)
class GoalAdvice:
    goal: Goal
    is_main: bool
    best: tuple[PartnerAdvice, ...]


@dataclass(frozen=True)
class MovedPartners:
    """Neighbours in the ranking that come later for the same reasons."""

    reasons: tuple[Reason, ...]
    partners: tuple[PartnerAdvice, ...]


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
class AnsweredStep:
    step: Step
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """Pairs of the question's text and the labels of the chosen options."""


@dataclass(frozen=True)
class Report:
    cover: Cover
    main_goal: Goal
    goals: tuple[Goal, ...]
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
    moments: tuple[MomentActions, ...]
    more_moments: tuple[MomentActions, ...]
    other_tips: tuple[Tip, ...]
    """General ones that are not stressed."""
    country_tips: tuple[Tip, ...]
    combinations: tuple[Combination, ...]
    what_ifs: tuple[WhatIf, ...]
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

    @property
    def has_lower_partners(self) -> bool:
        """Whether anybody comes later or apart. Tiers come in order, so of the ranked ones the last tells."""
        return bool(self.set_apart or (self.ranked and self.ranked[-1].moves))


def build_report(catalogue: Catalogue, conclusion: Conclusion, cover: Cover) -> Report:
    return _Builder(catalogue, conclusion, cover).report()


class _Builder:
    def __init__(self, catalogue: Catalogue, conclusion: Conclusion, cover: Cover) -> None:
        self.catalogue = catalogue
        self.cover = cover
        self.advice, self.what_ifs = conclusion.advice, conclusion.what_ifs
        self.answers = self.advice.answers
        self.partners = {a.partner_type: self.partner(a) for a in self.advice.ranking}
        self.lines = {kind.name: tuple(map(self.line, self.advice.lines[kind])) for kind in LINE_KINDS}

    def report(self) -> Report:
        settings = self.catalogue.settings
        ranked = [self.partners[a.partner_type] for a in self.advice.ranked]
        cautions = self.lines[CAUTIONS.name]
        shown, more = self.split_actions()
        stressed = {line.item for line in self.lines[TIPS.name]}
        tips = [tip for tip in self.catalogue.tips.values() if tip not in stressed]
        return Report(
            cover=self.cover,
            main_goal=self.main_goal,
            goals=tuple(self.advice.per_goal),
            top=tuple(ranked[: settings.top_block]),
            also=tuple(ranked[settings.top_block : settings.blocks]),
            others=tuple(ranked[settings.blocks :]),
            moved=_moved(ranked),
            set_apart=tuple(self.partners[a.partner_type] for a in self.advice.set_apart),
            per_goal=tuple(self.goal_advice()),
            lines=self.lines,
            main_caution=_main_caution(cautions),
            cautions=cautions[: settings.cautions_shown],
            more_cautions=cautions[settings.cautions_shown :],
            moments=_by_moment(shown),
            more_moments=_by_moment(more),
            other_tips=tuple(tip for tip in tips if tip.tip_set is TipSet.GENERAL),
            country_tips=tuple(tip for tip in tips if tip.tip_set is TipSet.COUNTRY and self.advice.shows_country_tips),
            combinations=self.combinations(),
            what_ifs=self.what_ifs,
            document_templates=self.catalogue.document_templates,
            dot_field=dot_field(tuple(self.advice.per_goal), self.advice.ranked[: settings.blocks]),
            answers=tuple(self.answered_steps()),
            sources=self.sources(),
            texts=self.catalogue.page_texts,
        )

    @property
    def main_goal(self) -> Goal:
        return self.catalogue.goals[self.answers.main_goal]

    def partner(self, advised: Advised) -> PartnerAdvice:
        return PartnerAdvice(
            partner_type=advised.partner_type,
            number=advised.number,
            tier=advised.tier,
            is_known=advised.is_known,
            reasons=tuple(self.reason(p.firing, p.points) for p in advised.points),
            moves=tuple(self.reason(move.firing) for move in advised.deciding_moves),
            goals=tuple(goal for goal in self.advice.per_goal if advised.points_for(goal) > 0),
        )

    def reason(self, firing: Firing, points: int = 0) -> Reason:
        return reason_of(self.catalogue, self.answers, firing, points)

    def line(self, line: Line[Any]) -> LineAdvice:
        return LineAdvice(line.item, tuple(self.reason(firing) for firing in line.firings))

    def goal_advice(self) -> Iterator[GoalAdvice]:
        for goal, best in self.advice.per_goal.items():
            yield GoalAdvice(goal, goal is self.main_goal, tuple(self.partners[a.partner_type] for a in best))

    def split_actions(self) -> tuple[list[LineAdvice], list[LineAdvice]]:
        """What is in view and what is behind the fold: actions from rules of the main goal come first."""
        lines = self.lines[ACTIONS.name]
        first = sorted(lines, key=lambda line: not any(reason.goal is self.main_goal for reason in line.reasons))
        in_view = set(map(id, first[: self.catalogue.settings.actions_shown]))
        return [line for line in lines if id(line) in in_view], [line for line in lines if id(line) not in in_view]

    def combinations(self) -> tuple[Combination, ...]:
        """Pairs of which both partner types are among the numbered ones in view."""
        in_view = {a.partner_type for a in self.advice.ranked[: self.catalogue.settings.blocks]}
        return tuple(c for c in self.catalogue.combinations if in_view.issuperset(c.partner_types))

    def answered_steps(self) -> Iterator[AnsweredStep]:
        for step in self.catalogue.steps.values():
            answered = [
                (q.text, tuple(o.label for o in q.options if o.slug in self.answers.chosen[q.slug]))
                for q in step.questions
                if q.slug in self.answers.chosen
            ]
            if answered:
                yield AnsweredStep(step, tuple(answered))

    def sources(self) -> Sources:
        """Every fact of which a code stands in the report."""
        catalogue, goals = self.catalogue, tuple(self.advice.per_goal)
        items = [line.item for group in self.lines.values() for line in group]
        said = (*items, *self.combinations(), *catalogue.tips.values())
        used = set(facts_of(firing.rule.reason for firing in self.advice.firings))
        used.update(facts_of(content.statement for content in said))
        used.update(facts_of_goals(goals), facts_of_partners(self.partners, goals))
        used.update(facts_of_templates(catalogue.document_templates))
        return by_chapter(catalogue, used)


def _moved(ranked: list[PartnerAdvice]) -> tuple[MovedPartners, ...]:
    groups = groupby(ranked, key=lambda partner: partner.moves)
    return tuple(MovedPartners(reasons, tuple(partners)) for reasons, partners in groups if reasons)


def _main_caution(cautions: tuple[LineAdvice, ...]) -> LineAdvice | None:
    leading = [line for line in cautions if line.item.is_leading]
    harm = [line for line in cautions if line.item.severity is Severity.HARM]
    return next(iter(leading + harm), None)


def _by_moment(actions: list[LineAdvice]) -> tuple[MomentActions, ...]:
    groups = ((moment, tuple(a for a in actions if a.item.moment is moment)) for moment in Moment)
    return tuple(MomentActions(moment, group) for moment, group in groups if group)
