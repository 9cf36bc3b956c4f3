"""Lots drawn from a seed, as the standard library draws them, without what that does for every other use.

A hundred thousand are drawn for one page.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

SMALL = 21
"""From so few the standard library takes a few by moving the last one to the place of the one that it took."""


class Draw:
    """The same numbers as `random.Random(seed)` for `choice`, `randrange` and `sample` of five or fewer."""

    def __init__(self, seed: int) -> None:
        self._bits = random.Random(seed).getrandbits  # noqa: S311 not for secrets

    def below(self, size: int) -> int:
        """A whole number from 0; `size` is 1 or more."""
        bits = size.bit_length()
        number = self._bits(bits)
        while number >= size:
            number = self._bits(bits)
        return number

    def some(self, population: Sequence[T], size: int) -> list[T]:
        """So many different ones, five at most, in the order in which they were drawn."""
        total = len(population)
        if total > SMALL:
            return self._few_of_many(population, size)
        pool, found = list(population), []
        for left in range(total, total - size, -1):
            place = self.below(left)
            found.append(pool[place])
            pool[place] = pool[left - 1]
        return found

    def _few_of_many(self, population: Sequence[T], size: int) -> list[T]:
        places: dict[int, None] = {}
        while len(places) < size:
            places[self.below(len(population))] = None
        return [population[place] for place in places]
