"""What the page and the download show of a period: counts in order, by name, without the numbers that are hidden."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import DateField, Sum, Value

from dialoog.catalogue.catalogue import Catalogue, Step
from dialoog.insight.disclosure import SMALLEST, Figure, disclose, disclose_apart
from dialoog.insight.models import DayCount
from dialoog.insight.pending import Rows, with_pending
from dialoog.insight.periods import Bucket, Period
from dialoog.insight.vocabulary import CountKind, Opinion, Place

Number = tuple[date | None, CountKind, str, int]
"""Of a kind and key; of one day for what is shown through time."""
Named = tuple[str, int]
EMPTY: Mapping[str, str] = MappingProxyType({})

MOST_NOT_FOUND = 50
"""Rows of what was searched in vain."""

SERIES = (CountKind.BEGUN, CountKind.COMPLETED, CountKind.PDF)
"""What is shown through time."""


@dataclass(frozen=True)
class Series:
    kind: CountKind
    figures: tuple[Figure, ...]
    """One for each bucket of the period."""
    total: Figure


@dataclass(frozen=True)
class Row:
    name: str
    figure: Figure
    share: int
    """Of the largest number in the list that is shown, from 0 to 100; 0 if hidden."""


@dataclass(frozen=True)
class Insight:
    period: Period
    buckets: tuple[Bucket, ...]
    series: tuple[Series, ...]
    goals: tuple[Row, ...]
    places: tuple[Row, ...]
    """Adds up to what has begun."""
    opinions: tuple[Row, ...]
    not_found: tuple[Row, ...]
    """Most often first. Words that were searched less are not shown at all: they may be about somebody."""


def read_insight(period: Period, catalogue: Catalogue) -> Insight:
    """One query; goals and steps come in the order and under the names of the catalogue."""
    numbers = numbers_of(period)
    totals = _totals(numbers)
    goals = {slug: goal.name for slug, goal in catalogue.goals.items()}
    steps = {slug: _heading(step) for slug, step in catalogue.steps.items()}
    buckets = period.buckets()
    return Insight(
        period=period,
        buckets=buckets,
        series=_series(numbers, buckets),
        goals=_rows(_named(totals[CountKind.GOAL], goals), disclose_apart),
        places=_rows(_named(totals[CountKind.PLACE], steps, dict(Place.choices())), _disclose_parts),
        opinions=_rows(_named(totals[CountKind.USEFUL], dict(Opinion.choices())), disclose_apart),
        not_found=_rows(_often(totals[CountKind.NOT_FOUND]), disclose_apart),
    )


def numbers_of(period: Period) -> list[Number]:
    """By day of what is shown through time; of all else the sum, which the database makes."""
    counts = DayCount.objects.filter(day__range=(period.first, period.last))
    by_day: Rows = counts.filter(kind__in=SERIES).values_list("day", "kind", "key", "number")
    others = counts.exclude(kind__in=SERIES).annotate(whole=Value(None, DateField()))
    sums: Rows = others.values_list("whole", "kind", "key").annotate(Sum("number"))
    return [(day, CountKind(kind), key, number) for day, kind, key, number in with_pending(period, [by_day, sums])]


def _totals(numbers: Iterable[Number]) -> dict[CountKind, dict[str, int]]:
    """Of the whole period, by kind and key."""
    totals: dict[CountKind, dict[str, int]] = {kind: defaultdict(int) for kind in CountKind}
    for _day, kind, key, number in numbers:
        totals[kind][key] += number
    return totals


def _series(numbers: Iterable[Number], buckets: tuple[Bucket, ...]) -> tuple[Series, ...]:
    first_days = [bucket.first for bucket in buckets]
    by_bucket = {kind: [0] * len(buckets) for kind in SERIES}
    for day, kind, _key, number in numbers:
        if day and kind in by_bucket:
            by_bucket[kind][bisect_right(first_days, day) - 1] += number
    groups = {kind: disclose(by_bucket[kind]) for kind in SERIES}
    return tuple(Series(kind, group.figures, group.total) for kind, group in groups.items())


def _named(numbers: Mapping[str, int], names: Mapping[str, str], last: Mapping[str, str] = EMPTY) -> list[Named]:
    """In the order of the names, also where nothing was counted; what has no name any more is shown as it is."""
    unknown = {key: key for key in sorted(numbers.keys() - names.keys() - last.keys())}
    return [(name, numbers.get(key, 0)) for key, name in (*names.items(), *unknown.items(), *last.items())]


def _often(numbers: Mapping[str, int]) -> list[Named]:
    often = [(words, number) for words, number in numbers.items() if number >= SMALLEST]
    return sorted(often, key=lambda one: (-one[1], one[0]))[:MOST_NOT_FOUND]


def _rows(named: list[Named], disclosing: Callable[[list[int]], tuple[Figure, ...]]) -> tuple[Row, ...]:
    figures = disclosing([number for _, number in named])
    most = max((figure.number or 0 for figure in figures), default=0)
    return tuple(
        Row(name, figure, round(100 * (figure.number or 0) / most) if most else 0)
        for (name, _), figure in zip(named, figures, strict=True)
    )


def _disclose_parts(numbers: list[int]) -> tuple[Figure, ...]:
    """Of what has begun, the total of which is shown with the series."""
    return disclose(numbers).figures


def _heading(step: Step) -> str:
    """What stands above a step: one with a single question may have no title of its own."""
    return step.title or next((question.text for question in step.questions), step.slug)
