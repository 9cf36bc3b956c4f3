"""Why partner types stand elsewhere in one advice than in another, in sentences and in the reasons of the rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice.advice import Advised, Move, Points
from dialoog.catalogue.catalogue import OrderRule, PartnerType
from dialoog.catalogue.words import Words
from dialoog.compare.columns import Column
from dialoog.compare.difference import Difference, Fate, Ground, GroundKind, Movement, Pair
from dialoog.report.body.reasons import Reason

T = TypeVar("T")

IN_VIEW = 3
"""Grounds of one partner type; those that weigh most."""


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
    let_by: tuple[PartnerType, ...]
    passed: tuple[PartnerType, ...]


@dataclass(frozen=True)
class Beside:
    """One advice beside another, in the order in which they stand in the table."""

    first: Column
    second: Column
    difference: Difference
    moved: tuple[Moved, ...]

    @classmethod
    def of(cls, first: Column, second: Column) -> "Beside":
        difference = Difference.of(first.side, second.side)
        return cls(first, second, difference, tuple(_Explaining(first, second).all_moved(difference.movements)))


class _Explaining:
    def __init__(self, first: Column, second: Column) -> None:
        self.columns = Pair(first, second)
        self.called = {"first": first.called, "second": second.called}

    def all_moved(self, movements: Iterable[Movement]) -> Iterator[Moved]:
        """Together by why: one answer often moves many for one reason."""
        groups: dict[object, list[Movement]] = {}
        whys: dict[str, tuple[Why, ...]] = {}
        for movement in movements:
            whys[movement.slug] = found = tuple(self.whys(movement))
            key = movement.slug if movement.is_by_others else (movement.fate, found)
            groups.setdefault(key, []).append(movement)
        for group in groups.values():
            yield self.moved(group, whys[group[0].slug])

    def moved(self, group: list[Movement], whys: tuple[Why, ...]) -> Moved:
        first = group[0]
        return Moved(
            names=tuple(self.one_of(movement.stands)[1].partner_type.name for movement in group),
            fate=self.fate(first.fate, len(group)),
            whys=whys[:IN_VIEW],
            more=whys[IN_VIEW:],
            is_by_others=first.is_by_others,
            let_by=first.let_by,
            passed=first.passed,
        )

    def fate(self, fate: Fate, number: int) -> str:
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
        return said[fate] % self.called

    def whys(self, movement: Movement) -> Iterator[Why]:
        for ground in movement.grounds:
            yield from self.why(ground)

    def why(self, ground: Ground) -> Iterator[Why]:
        match ground.kind:
            case GroundKind.POINTS:
                yield self.of_points(ground.of)
            case GroundKind.MOVE:
                yield self.of_move(ground.of)
            case GroundKind.HELD:
                yield self.of_order_rule(ground.of)
            case GroundKind.BEGIN:
                yield from self.of_beginning(ground.of)

    def of_points(self, pair: Pair[Points]) -> Why:
        """In the words of the advice where it weighs most."""
        column, points = self.one_of(pair, weight=lambda found: found.points)
        if pair.first and pair.second:
            amounts = {"one": _amount(pair.first), "other": _amount(pair.second)}
            says = _("In %(first)s: %(one)s. In %(second)s: %(other)s.") % {**self.called, **amounts}
        else:
            says = _("Alleen in %(letter)s: %(what)s.") % {"letter": column.called, "what": _amount(points)}
        return Why(says, column.reasoning.of_points(points), column.words)

    def of_move(self, pair: Pair[Move]) -> Why:
        column, move = self.one_of(pair)
        says = _("Alleen in %(letter)s: %(what)s.") % {"letter": column.called, "what": column.words.of(move.tier)}
        return Why(says, column.reasoning.of_rule(move.firing), column.words)

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


def _amount(points: Points) -> str:
    return ngettext("%d punt", "%d punten", points.points) % points.points
