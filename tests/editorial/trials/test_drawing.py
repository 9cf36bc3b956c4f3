"""The same seed draws the same lots as the standard library: figures on the publishing page stay what they were."""

import random

import pytest

from dialoog.editorial.trials.drawing import Draw


@pytest.mark.parametrize("size", [1, 2, 7, 21, 22, 300])
def test_lots_are_those_of_the_standard_library(size: int) -> None:
    draw, plain = Draw(7), random.Random(7)

    for few in range(min(size, 5) + 1):
        assert draw.below(size) == plain.choice(range(size))
        assert draw.some(range(size), few) == plain.sample(range(size), few)
        assert draw.below(3) == plain.randrange(3)
