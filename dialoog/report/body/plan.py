"""What to do, numbered through in the order of doing: the first ones on their own, then by moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from dialoog.catalogue.vocabulary import Moment
from dialoog.report.body.lines import LineAdvice

FIRST = 3
"""Actions that the report begins with."""


@dataclass(frozen=True)
class MomentActions:
    moment: Moment
    actions: tuple[LineAdvice, ...]


@dataclass(frozen=True)
class StepPlan:
    first: tuple[LineAdvice, ...]
    in_view: tuple[MomentActions, ...]
    folded: tuple[MomentActions, ...]
    """For now as well, but more than one has to see at once."""
    later: tuple[MomentActions, ...]
    """What takes more time than the visitor has."""

    @property
    def is_empty(self) -> bool:
        return not (self.first or self.later)

    @property
    def folded_numbers(self) -> list[int]:
        """Where an edition leaves those steps out, it says which, so that its numbers do not seem to jump."""
        return [action.number for group in self.folded for action in group.actions]

    @property
    def goes_on(self) -> bool:
        return bool(self.in_view or self.folded)


def step_plan(in_view: Iterable[LineAdvice], folded: Iterable[LineAdvice], later: Iterable[LineAdvice]) -> StepPlan:
    """From actions in the order of the advice, which within a moment is that of their weight."""
    number = count(1)
    seen = list(_numbered(_in_time(in_view), number))
    return StepPlan(
        first=tuple(seen[:FIRST]),
        in_view=_by_moment(seen[FIRST:]),
        folded=_by_moment(_numbered(_in_time(folded), number)),
        later=_by_moment(_numbered(_in_time(later), number)),
    )


def _in_time(actions: Iterable[LineAdvice]) -> list[LineAdvice]:
    order = list(Moment)
    return sorted(actions, key=lambda action: order.index(action.item.moment))


def _numbered(actions: Iterable[LineAdvice], number: Iterator[int]) -> Iterator[LineAdvice]:
    return (replace(action, number=next(number)) for action in actions)


def _by_moment(actions: Iterable[LineAdvice]) -> tuple[MomentActions, ...]:
    found = list(actions)
    groups = ((moment, tuple(a for a in found if a.item.moment is moment)) for moment in Moment)
    return tuple(MomentActions(moment, group) for moment, group in groups if group)
