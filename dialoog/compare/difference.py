"""In what two advices differ and why: a pure function without Django, which reads the same from either side.

Two advices may be of two releases. What stands in both is known by its slug or code; its words are those of its own
release.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, NamedTuple, Self, TypeVar

from dialoog.advice.advice import Advice, Advised, Line, Points
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.advice.scoring import points_by_type
from dialoog.catalogue.catalogue import Catalogue, Option, PartnerType, Question
from dialoog.catalogue.vocabulary import Tier

T = TypeVar("T")

Marks = tuple[int, bool, bool]
"""Of a partner type: its tier, and whether it is none to begin with and none that one can."""

_TIERS = list(Tier)
_APART = 1_000_000
"""Behind every place."""


class Fate(StrEnum):
    """What became of a partner type, seen from the first advice."""

    UP = "up"
    DOWN = "down"
    SOONER = "sooner"
    """Where it stood among those who stayed, and with a mark that says to turn to it sooner."""
    LATER = "later"
    CAME = "came"
    WENT = "went"


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """The same thing in both advices; None where one lacks it."""

    first: T | None
    second: T | None

    def turned(self) -> "Pair[T]":
        return Pair(self.second, self.first)


class GroundKind(StrEnum):
    """What can make a partner type stand elsewhere."""

    POINTS = "points"
    """A rule gives it points in one advice, or more than in the other: a pair of `Points`."""
    MOVE = "move"
    """A rule puts it in a later tier: a pair of `Move`."""
    HELD = "held"
    """It comes only after another one: a pair of `OrderRule`."""
    BEGIN = "begin"
    """In one advice one can begin with it, for no reason of those above: a pair of `Advised`."""


@dataclass(frozen=True, slots=True)
class Ground:
    kind: GroundKind
    of: Pair[Any]
    """Of what the kind says."""

    @property
    def pull(self) -> int:
        """How far it takes a partner type up in the second advice; below zero: down. Points are the measure of it."""
        match self.kind:
            case GroundKind.POINTS:
                return points_in(self.of.second) - points_in(self.of.first)
            case GroundKind.BEGIN:
                return 1 if getattr(self.of.second, "can_begin", False) else -1
            case _:
                return 1 if self.of.second is None else -1


@dataclass(frozen=True)
class Movement:
    """A partner type that stands elsewhere, with what made it so."""

    slug: str
    stands: Pair[Advised]
    fate: Fate
    grounds: tuple[Ground, ...]
    """Its own, those that weigh most first."""
    let_by: tuple[PartnerType, ...]
    """Who stands before it in the second advice and not in the first."""
    passed: tuple[PartnerType, ...]
    """Who stands before it in the first advice and not in the second."""
    crossed: frozenset[str]
    """By slug, who of both advices stands otherwise beside it: before, behind or at its place."""
    marks: tuple[Marks, Marks]
    """What stands with it about when to turn to it, least the sooner; equal where one advice lacks it."""

    @property
    def is_by_others(self) -> bool:
        """Nothing of its own takes it where it went: others moved around it."""
        points = sum(ground.pull for ground in self.grounds if ground.kind is GroundKind.POINTS)
        pulls = [points, *(ground.pull for ground in self.grounds if ground.kind is not GroundKind.POINTS)]
        return not any(pull * self.way > 0 for pull in pulls)

    def is_carried(self, own: Container[str]) -> bool:
        """It has another number alone because others went past it who moved for reasons of their own, `own` by slug.

        In the order of those who stayed it stands where it stood.
        """
        return self.is_by_others and all(slug in own for slug in self.crossed)

    @property
    def is_upward(self) -> bool:
        return self.fate in (Fate.UP, Fate.SOONER, Fate.CAME)

    @property
    def is_by_mark(self) -> bool:
        """Not its place is told of, but what stands with it about when to turn to it."""
        return self.fate in (Fate.SOONER, Fate.LATER)

    @property
    def way(self) -> int:
        return 1 if self.is_upward else -1

    @property
    def decisive(self) -> Ground | None:
        """Of its own the one that took it where it went: a tier goes before points, as in the ranking."""
        if self.is_by_others:
            return None
        own = [ground for ground in self.grounds if ground.pull * self.way > 0]
        return next((g for g in own if g.kind is not GroundKind.POINTS), None) or next(iter(own), None)

    def is_most(self, ground: Ground) -> bool:
        """Whether none of its other grounds takes it as far the same way. A tier goes before all points."""
        others = [g for g in self.grounds if g is not ground and g.kind is ground.kind]
        return all(g.pull * self.way < ground.pull * self.way for g in others)


@dataclass(frozen=True, slots=True)
class Given:
    """The answer to one question in one advice."""

    question: Question | None
    """None: the release does not have it."""
    options: tuple[Option, ...]
    """Empty: it was not asked."""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    slug: str
    first: Given
    second: Given


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A line that one advice lacks, or that is for now in one and for later in the other."""

    slug: str
    lines: Pair[Line[Any]]


class Side:
    """One of the advices, with the content that it was made with."""

    def __init__(self, catalogue: Catalogue, advice: Advice) -> None:
        self.catalogue = catalogue
        self.advice = advice

    @cached_property
    def standings(self) -> dict[str, Advised]:
        """By slug, in order."""
        return {advised.partner_type.slug: advised for advised in self.advice.ranking}

    @cached_property
    def order(self) -> dict[str, int]:
        return {slug: number for number, slug in enumerate(self.standings)}

    @cached_property
    def start(self) -> tuple[str, ...]:
        return tuple(advised.partner_type.slug for advised in self.advice.start)

    @cached_property
    def points(self) -> dict[str, list[Points]]:
        """Also of partner types that have too few to be in the advice."""
        found = points_by_type(self.advice.answers, self.advice.firings)
        points = {partner.slug: given for partner, given in found.items()}
        return points | {slug: advised.points for slug, advised in self.standings.items()}

    def given(self, slug: str) -> Given:
        question = self.catalogue.questions.get(slug)
        chosen = self.advice.answers.chosen.get(slug, ())
        return Given(question, tuple(o for o in question.options if o.slug in chosen) if question else ())

    def lines(self, kind: LineKind) -> dict[str, Line[Any]]:
        return {line.item.slug: line for line in self.advice.lines[kind]}


@dataclass(frozen=True)
class Difference:
    answers: tuple[OtherAnswer, ...]
    movements: tuple[Movement, ...]
    """Of who stands elsewhere among the others, in the order in which the advices name them."""
    starts_differ: bool
    """With whom to begin, or why with nobody."""
    lines: dict[LineKind, tuple[OtherLine, ...]]

    @classmethod
    def of(cls, first: Side, second: Side) -> Self:
        return cls(
            answers=tuple(_answers(first, second)),
            movements=tuple(_moved_relatively(_movements(first, second))),
            starts_differ=_start(first) != _start(second),
            lines={kind: tuple(_lines(first.lines(kind), second.lines(kind))) for kind in LINE_KINDS},
        )

    @property
    def is_empty(self) -> bool:
        return not (self.answers or self.changes_advice)

    @property
    def changes_advice(self) -> bool:
        return bool(self.movements or self.starts_differ or any(self.lines.values()))


def _start(side: Side) -> tuple[frozenset[str], str]:
    """Without its order: inside a place that says nothing, and another place is a movement."""
    return frozenset(side.start), str(side.advice.obstacle or "")


def in_either(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """All names once: those of the first in its order, and then what the second alone has."""
    return list(dict.fromkeys([*first, *second]))


def _answers(first: Side, second: Side) -> Iterator[OtherAnswer]:
    for slug in in_either(first.catalogue.questions, second.catalogue.questions):
        one, other = first.given(slug), second.given(slug)
        if {o.slug for o in one.options} != {o.slug for o in other.options}:
            yield OtherAnswer(slug, one, other)


def _lines(first: dict[str, Line[Any]], second: dict[str, Line[Any]]) -> Iterator[OtherLine]:
    for slug in in_either(first, second):
        one, other = first.get(slug), second.get(slug)
        if one is None or other is None or one.needs_more_time != other.needs_more_time:
            yield OtherLine(slug, Pair(one, other))


def _moved_relatively(movements: Iterable[Movement]) -> Iterator[Movement]:
    """Who was only carried along by others is left out, or is told of by its marks where these are others."""
    found = list(movements)
    own = {movement.slug for movement in found if not movement.is_by_others}
    for movement in found:
        if not movement.is_carried(own):
            yield movement
        elif by_marks := _fate_of(*movement.marks):
            yield replace(movement, fate=by_marks)


def _movements(first: Side, second: Side) -> Iterator[Movement]:
    for slug in sorted({*first.order, *second.order}, key=lambda slug: _appears(first, second, slug)):
        stands = Pair(first.standings.get(slug), second.standings.get(slug))
        if fate := _fate(first, second, slug):
            let_by, passed = _overtaken(first, second, slug)
            marks = [standing.marks for side in (first, second) if (standing := _standing(side, slug))]
            yield Movement(
                slug=slug,
                stands=stands,
                fate=fate,
                grounds=tuple(_grounds(first, second, slug)),
                let_by=let_by,
                passed=passed,
                crossed=_crossed(first, second, slug),
                marks=(marks[0], marks[-1]),
            )


def _appears(first: Side, second: Side, slug: str) -> tuple[int, str]:
    places = [side.order[slug] for side in (first, second) if slug in side.order]
    return min(places), slug


def _fate(first: Side, second: Side, slug: str) -> Fate | None:
    """None if it stands where it stood."""
    one, other = _standing(first, slug), _standing(second, slug)
    if one is None or other is None:
        return None if one is other else Fate.CAME if one is None else Fate.WENT
    if one.place == other.place:
        return _fate_of(one.marks, other.marks)
    return Fate.UP if other.place < one.place else Fate.DOWN


def _fate_of(first: Marks, second: Marks) -> Fate | None:
    if first == second:
        return None
    return Fate.SOONER if second < first else Fate.LATER


class _Standing(NamedTuple):
    """What a reader sees of where a partner type stands; the least is the best."""

    place: int
    marks: Marks


def _place(advised: Advised) -> int:
    return advised.place if advised.is_ranked else _APART


def _standing(side: Side, slug: str) -> _Standing | None:
    advised = side.standings.get(slug)
    if advised is None:
        return None
    return _Standing(_place(advised), (_TIERS.index(advised.tier), slug not in side.start, not advised.can_begin))


def _grounds(first: Side, second: Side, slug: str) -> list[Ground]:
    """Its own reasons to stand elsewhere, in an order that does not depend on which advice is the first."""
    grounds = [Ground(GroundKind.POINTS, pair) for pair in _points(first, second, slug)]
    grounds.sort(key=lambda ground: -abs(ground.pull))
    one, other = first.standings.get(slug), second.standings.get(slug)
    if one is None or other is None:
        return grounds
    moves = [{(move.firing.rule.code, str(move.tier)): move for move in a.moves} for a in (one, other)]
    grounds += [Ground(GroundKind.MOVE, pair) for pair in _in_one(*moves)]
    held = [{(rule.first.slug, rule.then.slug): rule for rule in a.held_back} for a in (one, other)]
    grounds += [Ground(GroundKind.HELD, pair) for pair in _in_one(*held)]
    if one.tier is other.tier and one.can_begin != other.can_begin:
        grounds.append(Ground(GroundKind.BEGIN, Pair(one, other)))
    return grounds


def points_in(points: Points | None) -> int:
    return points.points if points else 0


def _points(first: Side, second: Side, slug: str) -> Iterator[Pair[Points]]:
    """Of each rule that does not give it the same in both."""
    one, other = (
        {(p.firing.rule.code, p.for_knowing): p for p in side.points.get(slug, [])} for side in (first, second)
    )
    for key in sorted({*one, *other}):
        pair = Pair(one.get(key), other.get(key))
        if points_in(pair.first) != points_in(pair.second):
            yield pair


def _in_one(first: dict[Any, T], second: dict[Any, T]) -> Iterator[Pair[T]]:
    for key in sorted(first.keys() ^ second.keys()):
        yield Pair(first.get(key), second.get(key))


def _overtaken(first: Side, second: Side, slug: str) -> tuple[tuple[PartnerType, ...], tuple[PartnerType, ...]]:
    one, other = _before(first, slug), _before(second, slug)
    return tuple(p for s, p in other.items() if s not in one), tuple(p for s, p in one.items() if s not in other)


def _crossed(first: Side, second: Side, slug: str) -> frozenset[str]:
    one, other = _beside(first, slug), _beside(second, slug)
    return frozenset(other_slug for other_slug in one.keys() & other.keys() if one[other_slug] != other[other_slug])


def _beside(side: Side, slug: str) -> dict[str, int]:
    """Of each other partner type whether it stands before (-1), behind (1) or at the same place (0)."""
    if slug not in side.standings:
        return {}
    places = {s: _place(advised) for s, advised in side.standings.items()}
    return {s: (place > places[slug]) - (place < places[slug]) for s, place in places.items() if s != slug}


def _before(side: Side, slug: str) -> dict[str, PartnerType]:
    """Who has a better place; nobody's neighbour at one place counts, and where it is not listed nobody does."""
    advised = side.standings.get(slug)
    if advised is None:
        return {}
    return {a.partner_type.slug: a.partner_type for a in side.advice.ranked if a.place < _place(advised)}
