"""Which numbers may be shown. Plain Python.

A number of 1 to 4 is hidden: in a group that small, somebody may be known. Where a total is shown as well, a hidden
number may not follow from it, not even for who knows these rules:

* It follows if there is only one, and if together they are as few or as many as they can be (two that add up to 2 are
  1 and 1; two that add up to 8 are 4 and 4). Then the smallest of the other numbers is hidden with them, wherever it
  stands, and under the same words, so that nobody can tell which is which.
* If every number is 1 to 4, there is no other to hide, and the total is hidden.
* A total of 1 to 4 is hidden itself.

What this cannot prevent: whoever compares two periods that differ by a day can still work out that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST = 5
"""The smallest group that is shown."""

FEWER = f"minder dan {SMALLEST}"
HIDDEN = "niet getoond"
"""In a group where a larger number had to be hidden too."""


@dataclass(frozen=True)
class Figure:
    """A number as it may be shown."""

    number: int | None
    """None: hidden."""
    words: str

    @classmethod
    def shown(cls, number: int) -> "Figure":
        return cls(number, str(number))

    @property
    def is_hidden(self) -> bool:
        return self.number is None

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Group:
    figures: tuple[Figure, ...]
    total: Figure


def disclose(numbers: Sequence[int]) -> Group:
    """Numbers that add up to a total that is shown with them."""
    small = [number for number in numbers if _is_small(number)]
    others = [number for number in numbers if not _is_small(number)]
    if not others:
        return Group(tuple(Figure(None, FEWER) for _ in numbers), Figure(None, HIDDEN))
    also = min(others) if _follow_from_total(small, sum(numbers)) else None
    words = HIDDEN if also else FEWER  # which is true of a zero too
    figures = (Figure(None, words) if _is_small(n) or n == also else Figure.shown(n) for n in numbers)
    return Group(tuple(figures), disclose_apart([sum(numbers)])[0])


def disclose_apart(numbers: Sequence[int]) -> tuple[Figure, ...]:
    """Numbers of which no total is shown anywhere."""
    return tuple(Figure(None, FEWER) if _is_small(number) else Figure.shown(number) for number in numbers)


def _is_small(number: int) -> bool:
    return 0 < number < SMALLEST


def _follow_from_total(small: Sequence[int], total: int) -> bool:
    """Whether numbers of 1 to 4 are known to whoever knows what they are together."""
    count, most = len(small), len(small) * (SMALLEST - 1)
    if _is_small(total):  # then their sum is not shown, but it is known to be small too
        return count == SMALLEST - 1
    return count == 1 or (count > 1 and sum(small) in (count, most))
