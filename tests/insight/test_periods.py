"""Periods fall into days, weeks or months, whole and without gaps."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dialoog.insight.charts import bar_chart
from dialoog.insight.disclosure import Figure
from dialoog.insight.periods import Period, Preset, Unit

WEDNESDAY = date(2026, 6, 17)


@pytest.mark.parametrize(
    ("preset", "first", "unit", "count"),
    [
        (Preset.FOUR_WEEKS, date(2026, 5, 18), Unit.DAY, 31),
        (Preset.TWELVE_WEEKS, date(2026, 3, 23), Unit.WEEK, 13),
        (Preset.YEAR, date(2025, 6, 16), Unit.WEEK, 53),
    ],
)
def test_a_preset_is_whole_weeks_and_this_week_so_far(preset: Preset, first: date, unit: Unit, count: int) -> None:
    period = Period.of(preset, WEDNESDAY)

    assert (period.first, period.last, period.unit) == (first, WEDNESDAY, unit)
    assert len(period.buckets()) == count


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("preset", list(Preset))
def test_a_preset_has_as_many_bars_on_any_day_of_the_week(preset: Preset, weekday: int) -> None:
    period = Period.of(preset, date(2026, 6, 15) + timedelta(days=weekday))

    assert period.unit is (Unit.DAY if preset is Preset.FOUR_WEEKS else Unit.WEEK)


@pytest.mark.parametrize("days", [1, 35, 36, 371, 372, 1830])
def test_buckets_cover_a_period_without_gaps(days: int) -> None:
    period = Period(date(2024, 1, 31), date(2024, 1, 31) + timedelta(days=days - 1))
    buckets = period.buckets()

    assert (buckets[0].first, buckets[-1].last) == (period.first, period.last)
    assert all(b.first == a.last + timedelta(days=1) for a, b in pairwise(buckets))


def test_names_say_which_days() -> None:
    week = Period(date(2026, 4, 1), WEDNESDAY).buckets()
    month = Period(date(2024, 4, 10), WEDNESDAY).buckets()

    assert [bucket.name for bucket in week[:2]] == ["1 apr t/m 5 apr", "6 apr t/m 12 apr"]
    assert [(bucket.name, bucket.short_name) for bucket in month[:2]] == [
        ("april 2024", "apr '24"),
        ("mei 2024", "mei '24"),
    ]


@pytest.mark.parametrize("numbers", [[0], [7], [0, 40, 1000], [5] * 53, [12345] * 61])
def test_bars_stand_inside_the_chart_and_beside_each_other(numbers: list[int]) -> None:
    buckets = Period(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=34)).buckets() * 2
    figures = [Figure.shown(number) for number in numbers]
    chart = bar_chart(buckets[: len(numbers)], figures, max(numbers))

    assert all(bar.y + bar.height == chart.base for bar in chart.bars)
    assert all(bar.y >= chart.lines[-1].y for bar in chart.bars)
    assert all(bar.x + bar.width <= chart.width for bar in chart.bars)
    assert all(a.x + a.width < b.x for a, b in pairwise(chart.bars))
    assert chart.lines[-1].number >= max(numbers)


def test_what_is_hidden_has_one_height() -> None:
    buckets = Period(WEDNESDAY, WEDNESDAY + timedelta(days=1)).buckets()
    hidden = [Figure(None, "minder dan 5"), Figure(None, "minder dan 5")]

    assert len({bar.height for bar in bar_chart(buckets, hidden, 9).bars}) == 1
