"""Long work is heard of while it lasts."""

import threading
from collections.abc import Iterator

import pytest

from dialoog.editorial.frame.beats import beats


def test_a_long_stage_gives_signs_of_life() -> None:
    go_on = threading.Event()

    def work() -> Iterator[float]:
        yield 0.0
        go_on.wait(10)
        yield 1.0

    heard = beats(work(), seconds=0.01)

    assert (next(heard), next(heard), next(heard)) == (0.0, None, None)
    go_on.set()
    assert [done for done in heard if done is not None] == [1.0]


def test_what_goes_wrong_is_raised_where_it_is_heard() -> None:
    def work() -> Iterator[float]:
        yield 0.0
        raise RuntimeError("stuk")

    heard = beats(work())

    assert next(heard) == 0.0
    with pytest.raises(RuntimeError, match="stuk"):
        next(heard)


def test_when_nobody_listens_it_stops() -> None:
    ended = threading.Event()

    def work() -> Iterator[float]:
        try:
            while True:
                yield 0.0
        finally:
            ended.set()

    heard = beats(work())
    next(heard)
    heard.close()

    assert ended.wait(10)
