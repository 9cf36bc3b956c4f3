"""What was answered, in three heaps: otherwise, by some alone, and alike."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from django.utils.translation import gettext as _

from dialoog.compare import tables
from dialoog.compare.columns import Column
from dialoog.compare.comparison import Comparison
from dialoog.compare.difference import in_either
from dialoog.compare.exchanging import Exchange, Weight, asked_of, exchanges
from dialoog.compare.tables import Row, Table


class Heap(Enum):
    DIFFER = auto()
    SOME = auto()
    """Not everybody was asked, and those who were said the same."""
    ALIKE = auto()


@dataclass(frozen=True)
class Alike:
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Answering:
    differ: Table
    """Those that do most to the advice first."""
    of_some: Table
    alike: tuple[Alike, ...]
    first: tuple[Exchange, ...]
    """Answers that change with whom one begins."""
    unknown: tuple[Exchange, ...]
    """Answers that go with other questions."""

    @classmethod
    def of(cls, comparison: Comparison, own: Column) -> "Answering":
        """What an answer would do is said of the advice of `own`."""
        heaps = _heaps(comparison.columns)
        others = [column for column in comparison.columns if column is not own]
        found = exchanges(own, others, heaps[Heap.DIFFER])
        ranked = dict.fromkeys([exchange.slug for exchange in found] + heaps[Heap.DIFFER])
        return cls(
            replace(comparison.answers, rows=_rows(comparison, ranked)),
            Table("deel", _("Vragen die niet iedereen kreeg"), _("Vraag"), _rows(comparison, heaps[Heap.SOME])),
            tuple(_alike(comparison.columns[0], slug) for slug in heaps[Heap.ALIKE]),
            tuple(exchange for exchange in found if exchange.weight <= Weight.START),
            tuple(exchange for exchange in found if exchange.weight is Weight.OTHER_QUESTION),
        )


def _heaps(columns: Iterable[Column]) -> dict[Heap, list[str]]:
    """Slugs of questions in their order; in none what nobody was asked, also if the answer followed from another."""
    slugs: list[str] = []
    for column in columns:
        slugs = in_either(slugs, column.catalogue.questions)
    heaps: dict[Heap, list[str]] = {heap: [] for heap in Heap}
    for slug in slugs:
        given = [column.advice.answers.chosen.get(slug, ()) for column in columns]
        said = {frozenset(chosen) for chosen in given if chosen}
        if any(slug in asked_of(column) for column in columns):
            heaps[Heap.DIFFER if len(said) > 1 else Heap.ALIKE if all(given) else Heap.SOME].append(slug)
    return heaps


def _rows(comparison: Comparison, slugs: Iterable[str]) -> tuple[Row, ...]:
    """In the order of the slugs, where a comparison has that of the questions."""
    columns, differences = list(comparison.columns), [beside.difference for beside in comparison.besides]
    rows: list[Row] = []
    for slug in slugs:
        one = [replace(d, answers=tuple(answer for answer in d.answers if answer.slug == slug)) for d in differences]
        rows += tables.answers(columns, one).rows
    return tuple(rows)


def _alike(column: Column, slug: str) -> Alike:
    given = column.side.given(slug)
    return Alike(column.catalogue.questions[slug].text, tuple(option.label for option in given.options))
