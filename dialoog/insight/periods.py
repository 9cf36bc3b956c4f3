"""A period and the days, weeks or months that it falls into. Plain dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dialoog.catalogue.vocabulary import Vocabulary

ONE_DAY = timedelta(days=1)
MOST_DAYS = 5 * 366
"""Longer periods give more columns than anybody can read."""


class Unit(Vocabulary):
    DAY = "dag", "Dag"
    WEEK = "week", "Week"
    MONTH = "maand", "Maand"


MOST_DAYS_BY_UNIT = {Unit.DAY: 5 * 7, Unit.WEEK: 53 * 7}
"""The longest period that is still shown in this unit."""


class Preset(Vocabulary):
    """Periods up to today that are one click away: so many whole weeks, and what there is of this one."""

    FOUR_WEEKS = "4-weken", "Laatste 4 weken"
    TWELVE_WEEKS = "12-weken", "Laatste 12 weken"
    YEAR = "jaar", "Laatste jaar"

    @property
    def weeks(self) -> int:
        return {Preset.FOUR_WEEKS: 4, Preset.TWELVE_WEEKS: 12, Preset.YEAR: 52}[self]


@dataclass(frozen=True)
class Bucket:
    """A day, week or month as far as it lies in the period."""

    first: date
    last: date
    unit: Unit

    @cached_property
    def name(self) -> str:
        """Made once, for three charts and a table."""
        match self.unit:
            case Unit.DAY:
                return date_format(self.first, "D j b")
            case Unit.WEEK:
                return _("%(first)s t/m %(last)s") % {"first": self._short(self.first), "last": self._short(self.last)}
            case Unit.MONTH:
                return date_format(self.first, "F Y")

    @cached_property
    def short_name(self) -> str:
        return date_format(self.first, "b 'y") if self.unit is Unit.MONTH else self._short(self.first)

    @staticmethod
    def _short(day: date) -> str:
        return date_format(day, "j b")


@dataclass(frozen=True)
class Period:
    first: date
    last: date

    @classmethod
    def of(cls, preset: Preset, today: date) -> "Period":
        return cls(_monday(today) - timedelta(weeks=preset.weeks), today)

    @property
    def unit(self) -> Unit:
        days = (self.last - self.first).days + 1
        return next((unit for unit, most in MOST_DAYS_BY_UNIT.items() if days <= most), Unit.MONTH)

    def buckets(self) -> tuple[Bucket, ...]:
        return tuple(self._buckets(self.unit))

    def _buckets(self, unit: Unit) -> Iterator[Bucket]:
        first = self.first
        while first <= self.last:
            last = min(_last_day(unit, first), self.last)
            yield Bucket(first, last, unit)
            first = last + ONE_DAY


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _last_day(unit: Unit, day: date) -> date:
    """The last day of the day, week or month that a day lies in."""
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK:
            return _monday(day) + timedelta(days=6)
        case Unit.MONTH:
            return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE_DAY
