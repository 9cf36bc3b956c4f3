"""The picture of partner types against goals: a field of dots, and the same as a table.

A dot is larger where the partner type gets more points for the goal. Sizes and places are in the units of the
SVG's view box. An SVG breaks no lines by itself, so names come in lines.
"""

from dataclasses import dataclass

from django.utils.text import wrap

from dialoog.advice.advice import Advised
from dialoog.catalogue.catalogue import Goal, PartnerType

COLUMN, ROW = 84, 40
LABELS, HEAD = 300, 64
SIZES = (0, 6, 10, 14)
LEVELS = ("geen punten", "doet iets", "doet veel", "doet het meest")
GOAL_WIDTH, NAME_WIDTH = 14, 40
"""Characters of a goal, and of a partner type, that fit on a line."""


@dataclass(frozen=True)
class Column:
    goal: Goal
    x: int

    @property
    def lines(self) -> list[str]:
        """The goal's name."""
        return wrap(self.goal.name, GOAL_WIDTH).splitlines()


@dataclass(frozen=True)
class Dot:
    goal: Goal
    x: int
    y: int
    radius: int
    level: str
    """How much it does for the goal, in words."""


@dataclass(frozen=True)
class DotRow:
    partner_type: PartnerType
    place: int
    """In the advice, where it may be shared."""
    y: int
    dots: tuple[Dot, ...]
    """One for each goal, in order; radius 0 where it does nothing."""

    @property
    def lines(self) -> list[str]:
        """The partner type's name."""
        return wrap(self.partner_type.name, NAME_WIDTH).splitlines()

    @property
    def rise(self) -> int:
        """From the middle of the row to the foot of the first line; a long name takes two."""
        return -4 if len(self.partner_type.name) > NAME_WIDTH else 5

    @property
    def visible_dots(self) -> list[Dot]:
        return [dot for dot in self.dots if dot.radius]


@dataclass(frozen=True)
class DotField:
    columns: tuple[Column, ...]
    rows: tuple[DotRow, ...]
    width: int
    height: int


def dot_field(goals: tuple[Goal, ...], ranked: list[Advised]) -> DotField:
    columns = tuple(Column(goal, LABELS + COLUMN // 2 + COLUMN * place) for place, goal in enumerate(goals))
    most = max((a.points_for(goal) for a in ranked for goal in goals), default=0)
    rows = tuple(_row(a, HEAD + ROW * row + ROW // 2, columns, most) for row, a in enumerate(ranked))
    return DotField(columns, rows, LABELS + COLUMN * len(goals), HEAD + ROW * len(rows))


def _row(advised: Advised, y: int, columns: tuple[Column, ...], most: int) -> DotRow:
    dots = tuple(_dot(column, y, advised.points_for(column.goal), most) for column in columns)
    return DotRow(advised.partner_type, advised.place, y, dots)


def _dot(column: Column, y: int, points: int, most: int) -> Dot:
    """In three sizes: up to a third, up to two thirds, and more than that of the most points in the field."""
    size = 0 if points <= 0 else 1 + min(2, 3 * (points - 1) // most)
    return Dot(column.goal, column.x, y, SIZES[size], LEVELS[size])
