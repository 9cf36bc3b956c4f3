"""The tables of a comparison: a row for each thing that differs, a column for each report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from dialoog.advice.advice import Line
from dialoog.advice.kinds import ACTIONS, CAUTIONS, EXAMPLES, LINE_KINDS, ORGANISATIONS, TIPS, TOOLS, LineKind
from dialoog.catalogue.catalogue import Statement
from dialoog.catalogue.vocabulary import Hurdle, Mark, Tier
from dialoog.catalogue.words import Words
from dialoog.compare.columns import Column
from dialoog.compare.difference import Difference, Given, in_either
from dialoog.compare.saying.causes import of_line, of_waiting
from dialoog.languages.enumeration import enumerated
from dialoog.report.body.reasons import Reason

HEADINGS = {
    CAUTIONS: gettext_lazy("Waar je op moet letten"),
    ACTIONS: gettext_lazy("Wat je doet"),
    TIPS: gettext_lazy("Tips"),
    EXAMPLES: gettext_lazy("Praktijkvoorbeelden"),
    TOOLS: gettext_lazy("Hulpmiddelen"),
    ORGANISATIONS: gettext_lazy("Organisaties"),
}
FIRST_KINDS = (CAUTIONS, ACTIONS)
OTHER_KINDS = tuple(kind for kind in LINE_KINDS if kind not in FIRST_KINDS)
"""Told by name alone."""
SHORT = 3
"""Rows that a PDF does not part: of more, what stays together would leave half a page empty."""


@dataclass(frozen=True)
class Cell:
    column: Column
    texts: tuple[str, ...]
    marks: tuple[str, ...] = ()
    more: str = ""
    """What is said besides, such as why one does not begin with this partner type."""
    is_absent: bool = False
    """The text says that there is nothing."""
    said: tuple[Statement, ...] = ()
    """In the place of texts: what the advice says, with what that rests on."""
    is_in_order: bool = False
    """What is said comes one after the other."""
    remark: str = ""
    """What was written with an answer, among people who agreed to that."""


@dataclass(frozen=True)
class Row:
    name: str
    cells: tuple[Cell, ...]
    said: Statement | None = None
    """Of a line of advice: what it says, with what that rests on."""
    words: Words | None = None
    """Of the release that it is in."""
    reasons: tuple[tuple[Column, Reason], ...] = ()
    """Why it is not the same in all, each with the report that it is about."""


@dataclass(frozen=True)
class Table:
    slug: str
    title: str
    about: str
    """What the rows are, above their names."""
    rows: tuple[Row, ...]
    is_of_lines: bool = False
    """Its names are whole sentences, and its cells say little more than yes or no."""
    notes: tuple[str, ...] = ()
    """What words in its cells mean."""

    @property
    def is_short(self) -> bool:
        """Stays together on paper."""
        return len(self.rows) <= SHORT


def in_short(columns: list[Column]) -> Table:
    """What each report begins with; always there, also where all say the same."""
    goals = [Cell(c, (c.catalogue.goals[c.advice.answers.main_goal].name,)) for c in columns]
    rows = [
        Row(_("Hoofddoel"), _said_once(goals)),
        Row(_("Begin met"), _said_once(map(_start, columns))),
        Row(columns[-1].words["take_care"], _said_once(_main_cautions(columns))),
        Row(columns[-1].words["do_first"], _said_once(map(_first_actions, columns))),
    ]
    return Table("in-het-kort", _("In het kort"), _("Onderdeel"), tuple(rows))


def _said_once(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """What a report has the same as the first needs no second word, and nobody has to look for a difference."""
    first, *others = cells
    same = _("Hetzelfde als in %s") % first.column.called
    return (first, *(Cell(cell.column, (same,)) if _words_of(cell) == _words_of(first) else cell for cell in others))


def _words_of(cell: Cell) -> tuple[str, ...]:
    return (*cell.texts, *(said.text for said in cell.said))


def _main_cautions(columns: list[Column]) -> Iterator[Cell]:
    """One that another advice has further down is not gone from there."""
    main = {column: column.report.main_caution for column in columns}
    for column, caution in main.items():
        if caution is None:
            yield Cell(column, (_("Geen aandachtspunten"),), is_absent=True)
            continue
        others = [c for c, own in main.items() if own is None or own.item.slug != caution.item.slug]
        below = [other.called for other in others if caution.item.slug in other.side.lines(CAUTIONS)]
        more = _("Geldt ook in %s, maar niet als eerste.") % enumerated(below) if below else ""
        yield Cell(column, (), more=more, said=(caution.item.statement,))


def _first_actions(column: Column) -> Cell:
    if not (first := column.report.plan.first):
        return Cell(column, (_("Nu niets"),), is_absent=True)
    return Cell(column, (), said=tuple(action.item.statement for action in first), is_in_order=True)


def _start(column: Column) -> Cell:
    beginning = column.beginning
    if beginning.openings:
        return Cell(column, tuple(opening.partner.name for opening in beginning.openings))
    return Cell(column, (beginning.no_start.title,), is_absent=True)


def answers(columns: list[Column], differences: Iterable[Difference]) -> Table:
    differ = {answer.slug for difference in differences for answer in difference.answers}
    questions: list[str] = []
    for column in columns:
        questions = in_either(questions, column.catalogue.questions)
    rows = tuple(_answer(columns, slug) for slug in questions if slug in differ)
    return Table("antwoorden", _("Antwoorden die verschillen"), _("Vraag"), rows)


def _answer(columns: list[Column], slug: str) -> Row:
    given = [(column, column.side.given(slug)) for column in columns]
    text = next(one.question.text for _column, one in reversed(given) if one.question)
    return Row(text, tuple(_given(column, one) for column, one in given))


def _given(column: Column, given: Given) -> Cell:
    if given.options:
        return Cell(column, tuple(option.label for option in given.options))
    said = _("Niet gevraagd") if given.question else _("Deze vraag was er nog niet, of niet meer")
    return Cell(column, (said,), is_absent=True)


def partners(columns: list[Column], differences: Iterable[Difference]) -> Table:
    moved: dict[str, None] = {}
    for difference in differences:
        moved |= dict.fromkeys(movement.slug for movement in difference.movements)
    rows = tuple(_partner(columns, slug) for slug in sorted(moved, key=lambda slug: _best_place(columns, slug)))
    return Table("partners", _("Partners die anders staan"), _("Partner"), rows, notes=tuple(_notes(rows)))


def _notes(rows: Iterable[Row]) -> Iterator[str]:
    """What the marks mean that stand in these rows, each as its release calls it."""
    shown = [(cell.column.words, cell.marks) for row in rows for cell in row.cells]
    meanings = (
        (Tier.NEXT, _("‘%s’: deze partner komt pas aan de beurt na de partners om mee te beginnen.")),
        (Mark.EQUAL, _("‘%s’: deze partner past even goed als een andere, en deelt daarmee een plaats.")),
    )
    for mark, meaning in meanings:
        called = dict.fromkeys(words.of(mark) for words, marks in shown if words.of(mark) in marks)
        yield from (meaning % said for said in called)
    yield _("Wie alleen een ander nummer kreeg doordat anderen van plaats veranderden, staat hier niet.")


def _best_place(columns: list[Column], slug: str) -> int:
    return min(column.side.order[slug] for column in columns if slug in column.side.order)


def _partner(columns: list[Column], slug: str) -> Row:
    found = [(column, column.partner(slug)) for column in columns]
    name = next(partner.name for _column, partner in reversed(found) if partner)
    return Row(name, tuple(_place(column, slug) for column in columns))


def _place(column: Column, slug: str) -> Cell:
    partner = column.partner(slug)
    if partner is None:
        return Cell(column, (_("Niet in dit advies"),), is_absent=True)
    texts = (_("Plaats %d") % partner.place,) if partner.place else ()
    marks = [column.words.of(mark) for mark in partner.marks]
    if partner.is_known:
        marks.append(column.words["known"])
    hurdle = partner.hurdle if partner.hurdle is not Hurdle.LESS else None  # its mark says that
    return Cell(column, texts, tuple(marks), column.words.of(hurdle) if hurdle else "")


def lines(columns: list[Column], differences: list[Difference], kinds: Iterable[LineKind]) -> Iterator[Table]:
    """Of each kind of which some advice lacks a line, or has it for later."""
    for kind in kinds:
        found = {line.slug: None for difference in differences for line in difference.lines[kind]}
        rows = tuple(_line(columns, kind, slug) for slug in found)
        if rows:
            yield Table(kind.name, str(HEADINGS[kind]), pgettext("kop van een kolom met regels", "Regel"), rows, True)


def _line(columns: list[Column], kind: LineKind, slug: str) -> Row:
    """In the words of the last report that has it, and of cautions and actions why others have it otherwise."""
    found = [(column, column.side.lines(kind).get(slug)) for column in columns]
    column, line = next((column, line) for column, line in reversed(found) if line)
    name = getattr(line.item, kind.title) if kind.title else line.item.statement.text
    reasons = tuple(_reasons(found)) if kind in FIRST_KINDS else ()
    return Row(name, tuple(_has(one, kind, has) for one, has in found), line.item.statement, column.words, reasons)


def _reasons(found: list[tuple[Column, Line[Any] | None]]) -> Iterator[tuple[Column, Reason]]:
    """Of the last report that has a line that another lacks, and of the last that has it for later."""
    lacking = [column for column, line in found if line is None]
    having = [(column, line) for column, line in found if line]
    if lacking:
        column, line = having[-1]
        yield from ((column, reason) for reason in of_line(line, column, lacking))
    waiting = [(column, line) for column, line in having if line.needs_more_time]
    if waiting:
        column, line = waiting[-1]
        yield column, of_waiting(line, column, [column for column, line in having if not line.needs_more_time])


def _has(column: Column, kind: LineKind, line: Line[Any] | None) -> Cell:
    if kind is TIPS:
        return Cell(column, (_("Met nadruk") if line else _("Zonder nadruk"),), is_absent=line is None)
    if line is None:
        return Cell(column, (_("Nee"),), is_absent=True)
    if kind is not ACTIONS:
        return Cell(column, (_("Ja"),))
    return Cell(column, (_("Later, als er meer tijd is") if line.needs_more_time else _("Ja, nu"),))
