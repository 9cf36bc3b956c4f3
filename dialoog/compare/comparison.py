"""A comparison: what the page shows of two to four reports, in the order of reading."""

from dataclasses import dataclass
from functools import cached_property

from dialoog.compare import tables
from dialoog.compare.columns import Column
from dialoog.compare.saying.summary import Sentence, summary
from dialoog.compare.saying.whys import Beside
from dialoog.compare.tables import Table


@dataclass(frozen=True)
class Comparison:
    columns: tuple[Column, ...]
    in_short: Table
    answers: Table
    partners: Table
    lines: tuple[Table, ...]
    """What to take care of and what to do."""
    more: tuple[Table, ...]
    """The other kinds of line."""
    besides: tuple[Beside, ...]
    """The first beside each of the others."""

    @cached_property
    def summary(self) -> tuple[Sentence, ...]:
        """Of two; with more there is no saying it in a few sentences. It asks the engine, so only who shows it."""
        return summary(self.besides[0]) if len(self.besides) == 1 else ()

    @property
    def differs(self) -> bool:
        return any(not beside.difference.is_empty for beside in self.besides)

    @property
    def is_same_advice(self) -> bool:
        """Other answers, and nothing else that differs."""
        return self.differs and not any(beside.difference.changes_advice for beside in self.besides)

    @property
    def is_of_releases(self) -> bool:
        """The reports are of more than one release."""
        return len({column.release for column in self.columns}) > 1


def compare(columns: list[Column]) -> Comparison:
    """Of two or more."""
    first, *others = columns
    besides = tuple(Beside.of(first, other) for other in others)
    differences = [beside.difference for beside in besides]
    return Comparison(
        columns=tuple(columns),
        in_short=tables.in_short(columns),
        answers=tables.answers(columns, differences),
        partners=tables.partners(columns, differences),
        lines=tuple(tables.lines(columns, differences, tables.FIRST_KINDS)),
        more=tuple(tables.lines(columns, differences, tables.OTHER_KINDS)),
        besides=besides,
    )
