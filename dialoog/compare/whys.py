"""Why partner types stand elsewhere in one advice than in another, in sentences and in the reasons of the rules."""

from collections.abc import Callable, Iterator
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
    name: str
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
        explaining = _Explaining(first, second)
        return cls(first, second, difference, tuple(map(explaining.moved, difference.movements)))

    @property
    def letters(self) -> dict[str, str]:
        return {"first": self.first.letter, "second": self.second.letter}


class _Explaining:
    def __init__(self, first: Column, second: Column) -> None:
        self.columns = Pair(first, second)
        self.letters = {"first": first.letter, "second": second.letter}

    def moved(self, movement: Movement) -> Moved:
        whys = tuple(self.whys(movement))
        _column, stands = self.one_of(movement.stands)
        return Moved(
            name=stands.partner_type.name,
            fate=self.fate(movement.fate),
            whys=whys[:IN_VIEW],
            more=whys[IN_VIEW:],
            is_by_others=movement.is_by_others,
            let_by=movement.let_by,
            passed=movement.passed,
        )

    def fate(self, fate: Fate) -> str:
        said = {
            Fate.UP: _("staat in %(second)s hoger dan in %(first)s"),
            Fate.DOWN: _("staat in %(second)s lager dan in %(first)s"),
            Fate.CAME: _("staat in %(second)s, niet in %(first)s"),
            Fate.WENT: _("staat in %(first)s, niet in %(second)s"),
        }
        return said[fate] % self.letters

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
            says = _("In %(first)s: %(one)s. In %(second)s: %(other)s.") % {**self.letters, **amounts}
        else:
            says = _("Alleen in %(letter)s: %(what)s.") % {"letter": column.letter, "what": _amount(points)}
        return Why(says, column.reasoning.of_points(points), column.words)

    def of_move(self, pair: Pair[Move]) -> Why:
        column, move = self.one_of(pair)
        says = _("Alleen in %(letter)s: %(what)s.") % {"letter": column.letter, "what": column.words.of(move.tier)}
        return Why(says, column.reasoning.of_rule(move.firing), column.words)

    def of_order_rule(self, pair: Pair[OrderRule]) -> Why:
        column, rule = self.one_of(pair)
        return Why(_("Alleen in %s:") % column.letter, column.reasoning.of_order_rule(rule), column.words)

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
