"""Why partner types stand elsewhere in one advice than in another, in sentences and in the reasons of the rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice.advice import Advised, Firing, Move, Points
from dialoog.catalogue.catalogue import OrderRule, PartnerType
from dialoog.catalogue.words import Words
from dialoog.compare.columns import Column
from dialoog.compare.difference import Difference, Fate, Ground, GroundKind, Movement, Pair
from dialoog.compare.saying.causes import of_knowing, what_differs
from dialoog.compare.saying.names import in_a_short_row
from dialoog.report.body.reasons import Reason

T = TypeVar("T")

IN_VIEW = 3
"""Grounds of one partner type; those that weigh most."""
FATES = (Fate.UP, Fate.SOONER, Fate.CAME, Fate.DOWN, Fate.LATER, Fate.WENT)
"""In the order in which they are told."""
STRONG = 2
"""Names in bold at the beginning of a sentence; a longer row of them would shout."""


@dataclass(frozen=True)
class Why:
    says: str
    """In which advice, and how much it does there."""
    reason: Reason | None
    words: Words
    """Of the release that the reason is in."""


@dataclass(frozen=True)
class Moved:
    """Partner types that went the same way for the same reasons, or one of them that others moved around."""

    names: tuple[str, ...]
    fate: str
    whys: tuple[Why, ...]
    more: tuple[Why, ...]
    """The same, with less weight."""
    is_by_others: bool
    """Its own whys, if any, take it the other way."""
    let_by: str
    """Those that stand before it now, of one that went down."""
    passed: str
    """Those that stand before it no more, of one that went up."""

    @property
    def are_strong(self) -> bool:
        return len(self.names) <= STRONG


@dataclass(frozen=True)
class Way:
    """All that went one way, by name."""

    says: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Deciding:
    """What took one partner type where it went."""

    slug: str
    name: str
    ground: Ground
    is_most: bool
    """Nothing else took it as far."""
    why: Why

    @property
    def says(self) -> str:
        return self.why.reason.text if self.why.reason else self.why.says


@dataclass(frozen=True)
class Beside:
    """One advice beside another, in the order in which they stand in the table."""

    first: Column
    second: Column
    difference: Difference
    ways: tuple[Way, ...]
    moved: tuple[Moved, ...]
    """Each way together."""
    deciding: tuple[Deciding, ...]

    @classmethod
    def of(cls, first: Column, second: Column) -> "Beside":
        difference, explaining = Difference.of(first.side, second.side), _Explaining(first, second)
        by_way = sorted(difference.movements, key=lambda movement: FATES.index(movement.fate))
        ways, moved = explaining.ways(by_way), explaining.all_moved(by_way)
        deciding = explaining.deciding(difference.movements)
        return cls(first, second, difference, tuple(ways), tuple(moved), tuple(deciding))


class _Explaining:
    def __init__(self, first: Column, second: Column) -> None:
        self.columns = Pair(first, second)
        self.called = {"first": first.called, "second": second.called}

    def ways(self, movements: Iterable[Movement]) -> Iterator[Way]:
        said = {
            Fate.UP: _("Omhoog in %(second)s"),
            Fate.SOONER: _("Eerder aan de beurt in %(second)s"),
            Fate.CAME: _("Alleen in %(second)s"),
            Fate.DOWN: _("Omlaag in %(second)s"),
            Fate.LATER: _("Later aan de beurt in %(second)s"),
            Fate.WENT: _("Alleen in %(first)s"),
        }
        for fate, group in groupby(movements, key=lambda movement: movement.fate):
            yield Way(said[fate] % self.called, tuple(self.one_of(m.stands)[1].partner_type.name for m in group))

    def all_moved(self, movements: Iterable[Movement]) -> Iterator[Moved]:
        """Together by why: one answer often moves many for one reason."""
        groups: dict[tuple[Any, ...], list[Movement]] = {}
        for movement in movements:
            around = _around(movement) if movement.is_by_others else ()
            key = self.fate(movement, 1), tuple(self.whys(movement)), around
            groups.setdefault(key, []).append(movement)
        for (_fate, whys, _them), group in groups.items():
            yield self.moved(group, whys)

    def deciding(self, movements: Iterable[Movement]) -> Iterator[Deciding]:
        for movement in movements:
            if ground := movement.decisive:
                name = self.one_of(movement.stands)[1].partner_type.name
                for why in self.why(ground, movement):
                    yield Deciding(movement.slug, name, ground, movement.is_most(ground), why)

    def moved(self, group: list[Movement], whys: tuple[Why, ...]) -> Moved:
        first = group[0]
        let_by, passed = _around(first)
        return Moved(
            names=tuple(self.one_of(movement.stands)[1].partner_type.name for movement in group),
            fate=self.fate(first, len(group)),
            whys=whys[:IN_VIEW],
            more=whys[IN_VIEW:],
            is_by_others=first.is_by_others,
            let_by=in_a_short_row([partner.name for partner in let_by]),
            passed=in_a_short_row([partner.name for partner in passed]),
        )

    def fate(self, movement: Movement, number: int) -> str:
        """What the table above it shows: a place, or where that says nothing what stands with it."""
        if movement.is_by_mark:
            return self.other_mark(movement, number)
        said = {
            Fate.UP: ngettext(
                "staat in %(second)s hoger dan in %(first)s", "staan in %(second)s hoger dan in %(first)s", number
            ),
            Fate.DOWN: ngettext(
                "staat in %(second)s lager dan in %(first)s", "staan in %(second)s lager dan in %(first)s", number
            ),
            Fate.CAME: ngettext(
                "staat in %(second)s, niet in %(first)s", "staan in %(second)s, niet in %(first)s", number
            ),
            Fate.WENT: ngettext(
                "staat in %(first)s, niet in %(second)s", "staan in %(first)s, niet in %(second)s", number
            ),
        }
        return said[movement.fate] % self.called

    def other_mark(self, movement: Movement, number: int) -> str:
        marks = {"one": self.columns.first, "other": self.columns.second}
        said = {name: column.mark(movement.slug) for name, column in marks.items() if column}
        one, other = movement.stands.first, movement.stands.second
        if one and other and one.is_ranked and one.place == other.place:
            template = ngettext(
                "staat op dezelfde plaats, maar in %(first)s als ‘%(one)s’ en in %(second)s als ‘%(other)s’",
                "staan op dezelfde plaats, maar in %(first)s als ‘%(one)s’ en in %(second)s als ‘%(other)s’",
                number,
            )
        else:
            template = ngettext(
                "staat in %(first)s als ‘%(one)s’, in %(second)s als ‘%(other)s’",
                "staan in %(first)s als ‘%(one)s’, in %(second)s als ‘%(other)s’",
                number,
            )
        return template % {**self.called, **said}

    def whys(self, movement: Movement) -> Iterator[Why]:
        for ground in movement.grounds:
            if ground.kind is not GroundKind.BEGIN or not movement.is_by_mark:  # that is said with the marks then
                yield from self.why(ground, movement)

    def why(self, ground: Ground, movement: Movement) -> Iterator[Why]:
        partner = self.one_of(movement.stands)[1].partner_type
        match ground.kind:
            case GroundKind.POINTS:
                yield self.of_points(ground.of, partner)
            case GroundKind.MOVE:
                yield self.of_move(ground.of, partner)
            case GroundKind.HELD:
                yield self.of_order_rule(ground.of)
            case GroundKind.BEGIN:
                yield from self.of_beginning(ground.of)

    def of_points(self, pair: Pair[Points], partner: PartnerType) -> Why:
        """In the words of the advice where it weighs most."""
        column, points = self.one_of(pair, weight=lambda found: found.points)
        if pair.first and pair.second:
            amounts = {"one": _amount(pair.first), "other": _amount(pair.second)}
            says = _("In %(first)s: %(one)s. In %(second)s: %(other)s.") % {**self.called, **amounts}
            reason = column.reasoning.of_points(points)
            if reason.counts_double:  # the answers behind it are the same in both
                reason = replace(reason, because=(), came_out=())
            return Why(says, reason, column.words)
        says = _("Alleen in %(letter)s: %(what)s.") % {"letter": column.called, "what": _amount(points)}
        reason = column.reasoning.of_points(points)
        return Why(says, self.in_one_alone(reason, points.firing, column, partner), column.words)

    def of_move(self, pair: Pair[Move], partner: PartnerType) -> Why:
        column, move = self.one_of(pair)
        says = _("Alleen in %(letter)s staat hierbij ‘%(what)s’.") % {
            "letter": column.called,
            "what": column.words.of(move.tier),
        }
        reason = column.reasoning.of_rule(move.firing)
        return Why(says, self.in_one_alone(reason, move.firing, column, partner), column.words)

    def in_one_alone(self, reason: Reason, firing: Firing, here: Column, partner: PartnerType) -> Reason:
        """The answers that made the difference; of a rule that both have, that one does not know the partner type."""
        there = self.columns.first if here is self.columns.second else self.columns.second
        if there is None:
            return reason
        found = what_differs(reason, firing, here, [there])
        knowing = "" if found.because or found.came_out else of_knowing(partner, here, there)
        return replace(found, came_out=(knowing,)) if knowing else found

    def of_order_rule(self, pair: Pair[OrderRule]) -> Why:
        column, rule = self.one_of(pair)
        return Why(_("Alleen in %s:") % column.called, column.reasoning.of_order_rule(rule), column.words)

    def of_beginning(self, pair: Pair[Advised]) -> Iterator[Why]:
        """What stands in the way, in the advice in which one cannot begin with it."""
        column, advised = self.one_of(pair, weight=lambda found: not found.can_begin)
        partner = column.partner(advised.partner_type.slug)
        if partner and partner.hurdle:
            yield Why(f"{_('In %s:') % column.letter} {column.words.of(partner.hurdle)}", None, column.words)

    def one_of(self, pair: Pair[T], weight: Callable[[T], int] = lambda _found: 0) -> tuple[Column, T]:
        """The one of the two that is there, or else weighs most; of equals the second."""
        columns = (self.columns.second, self.columns.first)
        found = [(c, f) for c, f in zip(columns, (pair.second, pair.first), strict=True) if c and f is not None]
        return max(found, key=lambda both: weight(both[1]))


def _around(movement: Movement) -> tuple[tuple[PartnerType, ...], tuple[PartnerType, ...]]:
    """Who came before it, of one that went down; who no longer stands before it, of one that went up."""
    return ((), movement.passed) if movement.is_upward else (movement.let_by, ())


def _amount(points: Points) -> str:
    return ngettext("%d punt", "%d punten", points.points) % points.points
