"""The page of a plan: the actions of the report, each with what was noted, and then one's own.

In the order of doing, and not of the numbers of the report: there what is folded is numbered after all that is in view,
and what comes last in time can have a number before what comes first. Or in the order of their dates.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
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


class Order(StrEnum):
    """As an address names it."""

    DOING = ""
    DATE = "datum"
    """What has a date and is still to do, then what has none, then what is done."""


@dataclass(frozen=True)
class Entry:
    """One action, with what was noted; `action` is None for an own one."""

    key: str
    action: LineAdvice | None
    row: PlannedAction
    part: Any
    """Of the plan, whatever order it is shown in."""

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
    takes_new: bool = False
    """An own action is added here."""


@dataclass(frozen=True)
class Plan:
    cover: Cover
    words: Words
    groups: tuple[Group, ...]
    order: Order = Order.DOING

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def done(self) -> int:
        return sum(entry.row.is_done for entry in self.entries)

    @property
    def dated(self) -> tuple[Entry, ...]:
        """Those with a date, by date."""
        return _by_date(entry for entry in self.entries if entry.row.due_on)

    @property
    def is_by_date(self) -> bool:
        return self.order is Order.DATE

    def phase_of(self, entry: Entry) -> str:
        """In what part of the collaboration an action belongs; an own one in none."""
        return self.words.of(entry.action.item.moment) if entry.action else ""

    @property
    def own(self) -> int:
        return sum(entry.action is None for entry in self.entries)

    @property
    def has_room(self) -> bool:
        return self.own < MOST_OWN

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


def plan_of(run: Consultation, order: Order = Order.DOING) -> Plan:
    """Raises RunGone."""
    report = build_consultation_report(Run.of(run))
    groups = tuple(_groups(report, PlannedAction.objects.noted_with(run)))
    if order is Order.DATE:
        groups = tuple(_dated_groups([entry for group in groups for entry in group.entries]))
    return Plan(report.cover, report.words, groups, order)


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
        if entries := tuple(_entry(action, rows, name) for action in actions):
            yield Group(name, entries)
    name = _("Eigen acties")
    yield Group(name, tuple(Entry(row.key, None, row, name) for row in rows.values() if row.is_own), takes_new=True)


def _dated_groups(entries: list[Entry]) -> Iterator[Group]:
    to_do = [entry for entry in entries if not entry.row.is_done]
    parts = (
        (_("Met een datum"), _by_date(entry for entry in to_do if entry.row.due_on)),
        (_("Zonder datum"), tuple(entry for entry in to_do if not entry.row.due_on)),
        (_("Gedaan"), tuple(entry for entry in entries if entry.row.is_done)),
    )
    yield from (Group(name, found) for name, found in parts if found)
    yield Group(_("Nog een eigen actie"), (), takes_new=True)


def _by_date(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What has the same date stays in the order of doing."""
    return tuple(sorted(entries, key=lambda entry: entry.row.due_on or date.max))


def _in_time(*parts: Iterable[MomentActions]) -> list[LineAdvice]:
    order = list(Moment)
    of_moments = sorted((group for part in parts for group in part), key=lambda group: order.index(group.moment))
    return [action for group in of_moments for action in group.actions]


def _entry(action: LineAdvice, rows: Mapping[str, PlannedAction], part: Any) -> Entry:
    key = action.item.slug
    return Entry(key, action, rows.get(key) or PlannedAction(key=key), part)
