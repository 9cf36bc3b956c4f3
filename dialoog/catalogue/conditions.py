"""Conditions as groups of rows: OR inside a group, AND between groups.

Every option of a catalogue owns one bit, so that a set of answers is one whole number and a row is
decided by one `&`. A question that was not asked has no bits, so "is geen van" holds for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialoog.catalogue.vocabulary import Operator


@dataclass(frozen=True, slots=True)
class Condition:
    """One row: a question, an operator, and the options (or the number of options) that it is about."""

    question: str
    operator: Operator
    options: tuple[str, ...]
    count: int
    mask: int

    def holds(self, chosen: int) -> bool:
        match self.operator:
            case Operator.ANY_OF:
                return bool(chosen & self.mask)
            case Operator.NONE_OF:
                return not chosen & self.mask
            case _:
                return (chosen & self.mask).bit_count() >= self.count


@dataclass(frozen=True, slots=True)
class Conditions:
    """All rows of a rule or a question. Without rows they always hold."""

    groups: tuple[tuple[Condition, ...], ...] = ()
    one_of: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Of each group that asks for nothing but some option to be chosen: those options."""
    others: tuple[tuple[Condition, ...], ...] = field(init=False, repr=False, compare=False)
    """The groups that ask for something else."""

    def __post_init__(self) -> None:
        plain = [all(row.operator is Operator.ANY_OF for row in group) for group in self.groups]
        pairs = list(zip(self.groups, plain, strict=True))
        object.__setattr__(self, "one_of", tuple(_positive_mask(group) for group, is_plain in pairs if is_plain))
        object.__setattr__(self, "others", tuple(group for group, is_plain in pairs if not is_plain))

    def hold(self, chosen: int) -> bool:
        for mask in self.one_of:
            if not chosen & mask:
                return False
        for group in self.others:
            for condition in group:
                if condition.holds(chosen):
                    break
            else:
                return False
        return True

    def may_hold(self, chosen: int, possible: int) -> bool:
        """Whether some answers could make them hold: all of `chosen`, and any of `possible`, which includes it."""
        return all(any(row.holds(chosen) or row.holds(possible) for row in group) for group in self.groups)

    def __iter__(self) -> Iterator[Condition]:
        return (condition for group in self.groups for condition in group)

    @property
    def triggers(self) -> list[int]:
        """Sets of options, of each of which at least one must be chosen."""
        return [mask for group in self.groups if (mask := _positive_mask(group))]


def _positive_mask(group: tuple[Condition, ...]) -> int:
    mask = 0
    for condition in group:
        if condition.operator is Operator.NONE_OF:
            return 0
        mask |= condition.mask
    return mask
