"""The picture of partner types against goals: a field of dots, and the same as a table.

A dot is larger where the partner type gets more points for the goal. Sizes and places are in the units of the
SVG's view box.
"""

from dataclasses import dataclass

from dialoog.advice.advice import Advised
from dialoog.catalogue.catalogue import Goal, PartnerType

COLUMN, ROW = 84, 40
LABELS, HEAD = 300, 64
SIZES = (0, 6, 10, 14)
LEVELS = ("geen punten", "doet iets", "doet veel", "doet het meest")


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    radius: int
    level: str
    """How much it does for the goal, in words."""


@dataclass(frozen=True)
class DotRow:
    partner_type: PartnerType
    number: int
    y: int
    dots: tuple[Dot, ...]
    """One for each goal, in order; radius 0 where it does nothing."""


@dataclass(frozen=True)
class DotField:
    goals: tuple[tuple[Goal, int], ...]
    """Pairs of a goal and the x of its column."""
    rows: tuple[DotRow, ...]
    width: int
    height: int


def dot_field(goals: tuple[Goal, ...], ranked: list[Advised]) -> DotField:
    columns = tuple((goal, LABELS + COLUMN // 2 + COLUMN * place) for place, goal in enumerate(goals))
    most = max((a.points_for(goal) for a in ranked for goal in goals), default=0)
    rows = tuple(_row(a, place, columns, most) for place, a in enumerate(ranked))
    return DotField(columns, rows, LABELS + COLUMN * len(goals), HEAD + ROW * len(rows))


def _row(advised: Advised, place: int, columns: tuple[tuple[Goal, int], ...], most: int) -> DotRow:
    y = HEAD + ROW * place + ROW // 2
    dots = tuple(_dot(x, y, advised.points_for(goal), most) for goal, x in columns)
    return DotRow(advised.partner_type, advised.number, y, dots)


def _dot(x: int, y: int, points: int, most: int) -> Dot:
    """In three sizes: up to a third, up to two thirds, and more than that of the most points in the field."""
    size = 0 if points <= 0 else 1 + min(2, 3 * (points - 1) // most)
    return Dot(x, y, SIZES[size], LEVELS[size])
