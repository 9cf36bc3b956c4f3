"""The soak says that a site grows when it does, and not when it only moves."""

import pytest

from benchmarks.soak.growth import MEASURES, Growth, growth_of, opened

EVERY = 10.0
MINUTES = 20
COUNT = int(60 * MINUTES / EVERY)
BY_NAME = {measure.name: measure for measure in MEASURES}


def growth(name: str, *values: float) -> Growth:
    """At rest there is what there was at first, and at last."""
    samples = [{name: value} for value in values]
    return growth_of(BY_NAME[name], samples, (samples[0], samples[-1]), EVERY)


def test_what_stays_the_same_does_not_grow() -> None:
    assert not any(growth(name, *[100.0] * COUNT).is_growing for name in BY_NAME)


def test_memory_may_move_and_not_climb() -> None:
    moving = [300.0 + 8 * (number % 5) for number in range(COUNT)]
    climbing = [300.0 + 0.2 * number for number in range(COUNT)]

    assert not growth("pss", *moving).is_growing
    assert growth("pss", *climbing).is_growing
    assert growth("pss", *climbing).per_hour == pytest.approx(0.2 * 360)


def test_memory_that_is_given_back_is_no_growth() -> None:
    assert not growth("pss workers", *[340.0 - number for number in range(COUNT)]).is_growing


@pytest.mark.parametrize("name", ["bestanden open", "sockets", "database", "bestanden var", "bestanden tmp"])
def test_four_things_that_are_never_closed_are_found_and_many_that_are_not(name: str) -> None:
    busy = [10.0] + [60.0] * (COUNT - 2)

    assert growth(name, *busy, 14.0).is_growing
    assert not growth(name, *busy, 11.0).is_growing


def test_a_figure_that_is_not_judged_never_grows() -> None:
    assert not growth("rss workers", *map(float, range(COUNT))).is_growing


def test_what_was_not_there_at_first_counts_as_nothing() -> None:
    samples = [{} for _ in range(COUNT // 2)] + [{"pss forkserver": 50.0} for _ in range(COUNT // 2)]

    assert growth_of(BY_NAME["pss forkserver"], samples, ({}, {}), EVERY).is_growing


def test_which_open_files_there_are_more_of_is_told_by_name() -> None:
    before, after = {"open log": 1.0, "open site#-wal": 3.0}, {"open log": 1.0, "open site#-wal": 9.0, "pss": 300.0}

    assert opened((before, after)) == [("open site#-wal", 3.0, 9.0)]
