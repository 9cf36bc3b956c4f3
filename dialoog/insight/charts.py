"""Bars through time, in whole units of the SVG's view box. Plain numbers, which a template draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dialoog.insight.disclosure import Figure
from dialoog.insight.periods import Bucket

LEFT, TOP, PLOT, BELOW = 48, 12, 120, 28
WIDTH = 768
"""At most; bars stand in steps of one size."""

WIDEST_STEP = 40
MOST_LABELS = 9
"""Below the bars; more would touch each other."""

MARK = 6
"""Height of what stands where a number is hidden: the same everywhere."""


@dataclass(frozen=True)
class Bar:
    bucket: Bucket
    figure: Figure
    x: int
    y: int
    width: int
    height: int
    has_label: bool

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


@dataclass(frozen=True)
class GridLine:
    """A line across the chart, with its number."""

    y: int
    number: int


@dataclass(frozen=True)
class Chart:
    left: int
    base: int
    """Where the bars stand."""
    width: int
    height: int
    bars: tuple[Bar, ...]
    lines: tuple[GridLine, ...]


def bar_chart(buckets: Sequence[Bucket], figures: Sequence[Figure], most: int) -> Chart:
    """A bar for each bucket; `most` is the largest number of all charts that stand beside each other."""
    top = _round_up(most)
    step = min(WIDEST_STEP, (WIDTH - LEFT) // len(buckets))
    every = ceil(len(buckets) / MOST_LABELS)
    return Chart(
        left=LEFT,
        base=TOP + PLOT,
        width=WIDTH,
        height=TOP + PLOT + BELOW,
        bars=tuple(
            _bar(bucket, figure, LEFT + step * place, step, top, has_label=place % every == 0)
            for place, (bucket, figure) in enumerate(zip(buckets, figures, strict=True))
        ),
        lines=tuple(GridLine(TOP + PLOT - PLOT * number // top, number) for number in (0, top // 2, top)),
    )


def _bar(bucket: Bucket, figure: Figure, x: int, step: int, top: int, *, has_label: bool) -> Bar:
    gap = max(1, step // 6)
    height = MARK if figure.number is None else round(PLOT * figure.number / top)
    return Bar(bucket, figure, x + gap, TOP + PLOT - height, step - 2 * gap, height, has_label)


def _round_up(most: int) -> int:
    """To 10, 20, 40, 100, 200, 400, 1000 ...: half of it is a round number too."""
    power = 10
    while most > 4 * power:
        power *= 10
    return next(power * times for times in (1, 2, 4) if most <= power * times)
