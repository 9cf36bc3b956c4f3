"""Counting what happens, in the table of counts, inside a transaction of whoever counts.

Nothing is stored about one run: a run only moves a count from one place to another. A step does not come here: where a
run went is added later, of many runs at once, or when the run goes (see `pending.py`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind, Opinion
from dialoog.monitoring.figures import Event, count_event

MOST_NOT_FOUND = 100
"""Different searches of a day."""

Change = tuple[date, CountKind, str]
Changes = Mapping[Change, int]
"""By how much to change the count of a kind and key on a day."""


@dataclass(frozen=True)
class Move:
    """A run that went from one place to another since it was counted last."""

    begun_on: date
    before: str
    """Where the counts have it; empty if they do not know it yet."""
    after: str


def count_moved(moves: Iterable[Move]) -> None:
    """Of any number of runs, in as many statements as there are days and places."""
    changes: Counter[Change] = Counter()
    for move in moves:
        left = (CountKind.PLACE, move.before) if move.before else (CountKind.BEGUN, "")
        changes[move.begun_on, *left] += -1 if move.before else 1
        changes[move.begun_on, CountKind.PLACE, move.after] += 1
    _change(changes)


def count_completed(goals: Iterable[str]) -> None:
    """A run that was finished today, with the slugs of its goals."""
    today = timezone.localdate()
    _change({(today, CountKind.COMPLETED, ""): 1, **{(today, CountKind.GOAL, goal): 1 for goal in goals}})
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


def count_not_found(words: str) -> None:
    """A search that found nothing. Of what is new on a day only the first are kept: it may be anything."""
    counts = DayCount.objects.filter(day=timezone.localdate(), kind=CountKind.NOT_FOUND)
    if counts.filter(key=words).exists() or counts.count() < MOST_NOT_FOUND:
        _change({(timezone.localdate(), CountKind.NOT_FOUND, words): 1})


def _change(changes: Changes) -> None:
    """In one order everywhere, so that two transactions never wait for each other."""
    for (day, kind, key), by in sorted(changes.items()):
        if by:
            _add(day, kind, key, by)


def _add(day: date, kind: CountKind, key: str, by: int) -> None:
    """One update; on the first of a day the row is made, by whoever comes first. A count never goes below zero."""
    row = DayCount.objects.filter(day=day, kind=kind, key=key)
    changed = Greatest(F("number") + by, Value(0))
    if not row.update(number=changed) and by > 0:
        DayCount.objects.bulk_create([DayCount(day=day, kind=kind, key=key)], ignore_conflicts=True)
        row.update(number=changed)
