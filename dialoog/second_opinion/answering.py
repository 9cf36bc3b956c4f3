"""What was answered, in three heaps: otherwise, by some alone, and alike."""

from collections.abc import Iterable, Sequence
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
class Point:
    """A question to talk about first, with what each other answer would do to each advice: for all the same."""

    row: Row
    """The question with what each answered."""
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True)
class Answering:
    differ: Table
    """Those that do most to the advice first."""
    of_some: Table
    alike: tuple[Alike, ...]
    first: tuple[Point, ...]
    """Questions at which an answer changes with whom somebody begins."""
    unknown: tuple[Point, ...]
    """Those whose answers go with other questions."""
    others: int
    """Questions of which the other answers do not change with whom anybody begins, as far as that was worked out."""

    @classmethod
    def of(cls, comparison: Comparison) -> "Answering":
        """Who looks makes no difference to which questions come first: an answer may do much one way alone."""
        heaps = _heaps(comparison.columns)
        points = _points(comparison.columns, heaps[Heap.DIFFER])
        ranked = dict.fromkeys([*points, *heaps[Heap.DIFFER]])
        weights = {slug: found[0].weight for slug, found in points.items()}
        rows, of_some = _rows(comparison, ranked), _rows(comparison, heaps[Heap.SOME])
        is_of_two = len(comparison.columns) == 2
        told = {slug: _point(rows[slug], found, is_of_two=is_of_two) for slug, found in points.items()}
        return cls(
            replace(comparison.answers, rows=tuple(rows.values())),
            Table("deel", _("Vragen die niet iedereen kreeg"), _("Vraag"), tuple(of_some.values())),
            tuple(_alike(comparison.columns[0], slug) for slug in heaps[Heap.ALIKE]),
            tuple(point for slug, point in told.items() if weights[slug] <= Weight.START),
            tuple(point for slug, point in told.items() if weights[slug] is Weight.OTHER_QUESTION),
            sum(weights[slug] is Weight.NOTHING and _is_of_all(found, comparison) for slug, found in points.items()),
        )


def _is_of_all(found: Iterable[Exchange], comparison: Comparison) -> bool:
    """Worked out for every advice: of one from before nobody can."""
    return {id(exchange.own) for exchange in found} == set(map(id, comparison.columns))


def _points(columns: Sequence[Column], slugs: list[str]) -> dict[str, list[Exchange]]:
    """By question, in both directions; the questions and the exchanges of each that do most first."""
    found: dict[str, list[Exchange]] = {slug: [] for slug in slugs}
    for own in columns:
        for exchange in exchanges(own, [column for column in columns if column is not own], slugs):
            found[exchange.slug].append(exchange)
    sorted_by = {slug: sorted(some, key=lambda exchange: exchange.weight) for slug, some in found.items() if some}
    return dict(sorted(sorted_by.items(), key=lambda item: (item[1][0].weight, slugs.index(item[0]))))


def _point(row: Row, found: list[Exchange], *, is_of_two: bool) -> Point:
    """Of two also that it does nothing the other way round; of more that would be a long list."""
    said = (exchange for exchange in found if is_of_two or exchange.weight <= Weight.START)
    return Point(row, tuple(said))


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


def _rows(comparison: Comparison, slugs: Iterable[str]) -> dict[str, Row]:
    """By question, in the order of the slugs, where a comparison has that of the questions."""
    columns, differences = list(comparison.columns), [beside.difference for beside in comparison.besides]
    rows: dict[str, Row] = {}
    for slug in slugs:
        one = [replace(d, answers=tuple(answer for answer in d.answers if answer.slug == slug)) for d in differences]
        for row in tables.answers(columns, one).rows:
            rows[slug] = _with_remarks(row, slug)
    return rows


def _with_remarks(row: Row, slug: str) -> Row:
    return replace(row, cells=tuple(replace(cell, remark=cell.column.run.remarks.get(slug, "")) for cell in row.cells))


def _alike(column: Column, slug: str) -> Alike:
    given = column.side.given(slug)
    return Alike(column.catalogue.questions[slug].text, tuple(option.label for option in given.options))
