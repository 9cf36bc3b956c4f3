"""Counting what happens, inside the transaction in which it happens.

Nothing is stored about one run: a run only moves a count from one place to another. Whoever counts says on which day
the run began and where it was counted last.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import F
from django.utils import timezone

from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind, Opinion, Place
from dialoog.monitoring.figures import Event, count_event

Changes = dict[tuple[date, CountKind, str], int]
"""By how much to change the count of a kind and key on a day."""


def count_begun(begun_on: date, step: str) -> None:
    """A run that begins at a step."""
    _change({(begun_on, CountKind.BEGUN, ""): 1, (begun_on, CountKind.PLACE, step): 1})
    count_event(Event.BEGUN)


def count_moved(begun_on: date, before: str, after: str) -> None:
    """A run of that day that went from one step to another."""
    _change({(begun_on, CountKind.PLACE, before): -1, (begun_on, CountKind.PLACE, after): 1})


def count_completed(begun_on: date, before: str, goals: Iterable[str]) -> None:
    """A run of that day that was finished today, from the step where it stood, with the slugs of its goals."""
    today = timezone.localdate()
    _change(
        {
            (begun_on, CountKind.PLACE, before): -1,
            (begun_on, CountKind.PLACE, Place.COMPLETED): 1,
            (today, CountKind.COMPLETED, ""): 1,
            **{(today, CountKind.GOAL, goal): 1 for goal in goals},
        }
    )
    count_event(Event.FINISHED)


def count_pdf() -> None:
    _change({(timezone.localdate(), CountKind.PDF, ""): 1})
    count_event(Event.PDF_MADE)


def count_opinion(opinion: Opinion, remark: str) -> None:
    """Whether somebody found a report useful, and what was written with it, if anything."""
    today = timezone.localdate()
    _change({(today, CountKind.USEFUL, opinion): 1})
    if remark:
        Remark.objects.create(day=today, is_useful=opinion is Opinion.YES, text=remark)


def _change(changes: Changes) -> None:
    """In one order everywhere, so that two transactions never wait for each other."""
    for (day, kind, key), by in sorted(changes.items()):
        _add(day, kind, key, by)


def _add(day: date, kind: CountKind, key: str, by: int) -> None:
    """One update; on the first of a day the row is made, by whoever comes first. A count never goes below zero."""
    row = DayCount.objects.filter(day=day, kind=kind, key=key)
    is_counted = row.filter(number__gte=-by).update(number=F("number") + by)
    if not is_counted and by > 0:
        DayCount.objects.bulk_create([DayCount(day=day, kind=kind, key=key)], ignore_conflicts=True)
        row.update(number=F("number") + by)
