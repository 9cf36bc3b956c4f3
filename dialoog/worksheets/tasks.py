"""What there is to do, by whom and when: the actions of the advice with what the plan says of them, and own ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from django.utils.formats import date_format

from dialoog.plan.models import PlannedAction
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.report import Report

Noted = Mapping[str, PlannedAction]
"""What the plan says of an action, by its key."""


@dataclass(frozen=True)
class Task:
    what: str
    moment: str
    """When in the dialogue, in the words of the release."""
    who: str = ""
    """Empty: there is room to write it."""
    when: str = ""


def open_actions(report: Report, noted: Noted) -> Iterator[LineAdvice]:
    """Those for now that are not done, in the order of doing."""
    plan = report.plan
    groups = (plan.first, *(group.actions for group in (*plan.in_view, *plan.folded)))
    return (action for action in chain.from_iterable(groups) if not _row(noted, action).is_done)


def tasks_of(report: Report, noted: Noted) -> Iterator[Task]:
    """The actions of the advice and then one's own; what is done need not be divided any more."""
    for action in open_actions(report, noted):
        moment = str(report.words.of(action.item.moment))
        yield _task(action.item.statement.text, moment, _row(noted, action))
    yield from (_task(row.text, "", row) for row in noted.values() if row.is_own and not row.is_done)


def _row(noted: Noted, action: LineAdvice) -> PlannedAction:
    return noted.get(action.item.slug, PlannedAction())


def _task(what: str, moment: str, row: PlannedAction) -> Task:
    return Task(what, moment, row.who, date_format(row.due_on) if row.due_on else "")
