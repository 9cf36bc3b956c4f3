"""Where everything stands in the picture of the questionnaire. All sizes are in the units of the SVG's view box.

Steps stand below each other on a line at the left, with their questions. Each question that decides about others has a
lane at the far right: from its box into the lane, along it, and back into every box it decides about, at the height of
the words that say how. So arrows never run through boxes or texts, only across other lanes.
"""

from dataclasses import dataclass
from textwrap import wrap

from dialoog.editorial.overview.branching import Branching, Decision, QuestionBranch, StepBranch

LETTER = 7.8
"""The width of an average letter of 14 units high, in a wide font."""
LETTER_STRONG = 8.8
LINE, PADDING, GAP = 20, 12, 14
SPINE, KNOT = 18, 15
LEFT, INDENT, RIGHT = 48, 28, 560
LANE, MARGIN = 22, 16


@dataclass(frozen=True)
class Text:
    x: int
    y: int
    """The base line."""
    text: str


@dataclass(frozen=True)
class Knot:
    """A step on its line."""

    number: int
    y: int
    title: tuple[Text, ...]
    part: tuple[Text, ...]


@dataclass(frozen=True)
class Box:
    """A question, with the words of each decision about it."""

    slug: str
    is_conditional: bool
    x: int
    y: int
    width: int
    height: int
    name: tuple[Text, ...]
    text: tuple[Text, ...]
    conditions: tuple[Text, ...]
    entries: tuple[int, ...]
    """The height at which the arrow of each decision comes in."""

    @property
    def exit(self) -> int:
        """The height at which its own decisions leave."""
        return self.y + PADDING + LINE // 2

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Lane:
    """The line along which one question decides about others."""

    x: int
    top: int
    bottom: int
    exit: int


@dataclass(frozen=True)
class Arrow:
    """From a lane into a box."""

    x: int
    y: int
    is_trouble: bool


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    right: int
    """The right edge of all boxes."""
    spine: tuple[int, int]
    """The heights of the first and the last step."""
    knots: tuple[Knot, ...]
    boxes: tuple[Box, ...]
    lanes: tuple[Lane, ...]
    arrows: tuple[Arrow, ...]


def picture(branching: Branching) -> Picture:
    knots, boxes, height = _place(branching)
    entries = [
        (decision, y)
        for question, box in zip(branching.questions, boxes, strict=True)
        for decision, y in zip(question.decided_by, box.entries, strict=True)
    ]
    lanes = _lanes({box.slug: box.exit for box in boxes}, entries)
    arrows = tuple(Arrow(lanes[decision.source].x, y, bool(decision.trouble)) for decision, y in entries)
    width = max((lane.x for lane in lanes.values()), default=RIGHT) + MARGIN
    spine = (knots[0].y, knots[-1].y) if knots else (0, 0)
    return Picture(width, height, RIGHT, spine, tuple(knots), tuple(boxes), tuple(lanes.values()), arrows)


def _place(branching: Branching) -> tuple[list[Knot], list[Box], int]:
    """Everything below each other; returns also where it ends."""
    knots: list[Knot] = []
    boxes: list[Box] = []
    y = MARGIN
    for step in branching.steps:
        knot = _knot(step, y)
        knots.append(knot)
        y += LINE * (len(knot.title) + len(knot.part)) + GAP
        for question in step.questions:
            box = _box(question, y)
            boxes.append(box)
            y = box.bottom + GAP
        y += GAP
    return knots, boxes, y


def _knot(step: StepBranch, y: int) -> Knot:
    title = _texts(step.title or step.slug, LEFT, y, LETTER_STRONG)
    part = _texts(step.part, LEFT, y + LINE * len(title), LETTER)
    return Knot(step.number, y + KNOT, title, part)


def _box(question: QuestionBranch, y: int) -> Box:
    x = LEFT + INDENT if question.is_conditional else LEFT
    inside = x + PADDING
    below = y + PADDING
    name = _texts(question.name, inside, below, LETTER_STRONG)
    below += LINE * len(name)
    text = _texts(question.text, inside, below, LETTER)
    below += LINE * len(text)
    conditions: list[Text] = []
    entries = []
    for decision in question.decided_by:
        entries.append(below + LINE // 2)
        words = _texts(_in_full(decision), inside, below, LETTER)
        conditions += words
        below += LINE * len(words)
    height = below + PADDING - y
    return Box(
        *(question.slug, question.is_conditional, x, y, RIGHT - x, height),
        *(name, text, tuple(conditions), tuple(entries)),
    )


def _in_full(decision: Decision) -> str:
    return f"{decision.line} ({decision.trouble})" if decision.trouble else decision.line


def _texts(text: str, x: int, top: int, letter: float) -> tuple[Text, ...]:
    """A text in lines that stay left of the boxes' right edge."""
    lines = wrap(text, width=int((RIGHT - PADDING - x) / letter))
    return tuple(Text(x, top + LINE * number + LINE * 3 // 4, line) for number, line in enumerate(lines))


def _lanes(exits: dict[str, int], entries: list[tuple[Decision, int]]) -> dict[str, Lane]:
    """A lane for each question that decides something, the busiest nearest to the boxes: that crosses the fewest lines.

    Lanes that do not meet share a place.
    """
    heights: dict[str, list[int]] = {}
    for decision, y in entries:
        heights.setdefault(decision.source, []).append(y)
    lanes: dict[str, Lane] = {}
    for source in sorted(heights, key=lambda source: -len(heights[source])):
        top, bottom = min(exits[source], *heights[source]), max(exits[source], *heights[source])
        taken = {lane.x for lane in lanes.values() if lane.top <= bottom and top <= lane.bottom}
        x = RIGHT + 2 * LANE
        while x in taken:
            x += LANE
        lanes[source] = Lane(x, top, bottom, exits[source])
    return lanes
