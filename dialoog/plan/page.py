"""The page of a plan: the actions of the report, each with what was noted, and then one's own.

In the order of doing and without the numbers of the report: there what is folded is numbered after all that is in view,
and what comes last in time can have a number before what comes first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from dialoog.catalogue.vocabulary import Moment
from dialoog.catalogue.words import Words
from dialoog.plan.forms import ActionForm
from dialoog.plan.merging import seen_of
from dialoog.plan.models import MOST_OWN, PlannedAction
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.plan import MomentActions
from dialoog.report.body.report import Cover, Report
from dialoog.report.consultations import build_consultation_report
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.wizard.seen import to_text

YEARS = 5
"""How far ahead, from the day of the report, an action can be planned."""


@dataclass(frozen=True)
class Entry:
    """One action, with what was noted; `action` is None for an own one."""

    key: str
    action: LineAdvice | None
    row: PlannedAction

    @property
    def text(self) -> Any:
        return self.action.item.statement.text if self.action else self.row.text

    @property
    def anchor(self) -> str:
        return f"actie-{self.key}"

    @property
    def is_noted(self) -> bool:
        return bool(self.row.who or self.row.due_on or self.row.note)

    @property
    def seen(self) -> str:
        """What a form of this page shows, to send along."""
        return to_text(seen_of(self.row))


@dataclass(frozen=True)
class Group:
    """Actions under one heading."""

    name: Any
    entries: tuple[Entry, ...]
    is_own: bool = False


@dataclass(frozen=True)
class Plan:
    cover: Cover
    words: Words
    groups: tuple[Group, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def done(self) -> int:
        return sum(entry.row.is_done for entry in self.entries)

    @property
    def dated(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.row.due_on)

    def phase_of(self, entry: Entry) -> str:
        """In what part of the collaboration an action belongs; an own one in none."""
        return self.words.of(entry.action.item.moment) if entry.action else ""

    @property
    def own(self) -> int:
        return sum(group.is_own and len(group.entries) for group in self.groups)

    @property
    def has_room(self) -> bool:
        return self.own < MOST_OWN

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


def plan_of(run: Consultation) -> Plan:
    """Raises RunGone."""
    report = build_consultation_report(Run.of(run))
    groups = tuple(_groups(report, PlannedAction.objects.noted_with(run)))
    return Plan(report.cover, report.words, groups)


def days_of(run: Consultation) -> tuple[date, date]:
    """The first and the last day on which something can be planned."""
    first = timezone.localdate(run.completed_at or run.created_at)
    return first, first + timedelta(days=YEARS * 366)


def form_of(run: Consultation, data: Mapping[str, Any], *, is_own: bool) -> ActionForm:
    earliest, latest = days_of(run)
    return ActionForm(data, earliest=earliest, latest=latest, is_own=is_own)


def _groups(report: Report, rows: Mapping[str, PlannedAction]) -> Iterator[Group]:
    plan = report.plan
    more_time = report.texts.get("report_more_time")
    named = (
        (report.words["do_first"], plan.first),
        (_("Daarna"), _in_time(plan.in_view, plan.folded)),
        ((more_time.title if more_time else "") or _("Als je meer tijd maakt"), _in_time(plan.later)),
    )
    for name, actions in named:
        if entries := tuple(_entry(action, rows) for action in actions):
            yield Group(name, entries)
    own = tuple(Entry(row.key, None, row) for row in rows.values() if row.is_own)
    yield Group(_("Eigen acties"), own, is_own=True)


def _in_time(*parts: Iterable[MomentActions]) -> list[LineAdvice]:
    order = list(Moment)
    of_moments = sorted((group for part in parts for group in part), key=lambda group: order.index(group.moment))
    return [action for group in of_moments for action in group.actions]


def _entry(action: LineAdvice, rows: Mapping[str, PlannedAction]) -> Entry:
    key = action.item.slug
    return Entry(key, action, rows.get(key) or PlannedAction(key=key))
