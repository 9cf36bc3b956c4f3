"""One report among those that are compared, with its words: each is read on the content of its own release."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property

from django.utils.translation import gettext as _

from dialoog.catalogue.vocabulary import Mark
from dialoog.catalogue.words import Words
from dialoog.compare.difference import Side
from dialoog.report.body.beginning import Beginning, beginning
from dialoog.report.body.partners import PartnerAdvice, Partners
from dialoog.report.body.reasons import Reasoning
from dialoog.report.body.report import Cover, Report, build_report
from dialoog.report.consultations import cover_of, unless_gone
from dialoog.report.keeping import conclusion_of
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import CHECK, Run, Written, written_of

LETTERS = "ABCD"
"""What the reports are called where nobody gave them a name."""


class Column:
    letter = ""
    """What it is called above columns."""
    called = ""
    """What it is called in sentences."""
    about: tuple[str, ...] = ()
    """Answers that tell it from the others, where its title does not."""

    def __init__(self, run: Run, cover: Cover | None = None) -> None:
        """Of a run as it was kept; with a cover it may also be one that is in no database, and is concluded now."""
        self.run = run
        self.catalogue = run.catalogue
        self.cover = cover or cover_of(run)
        self.conclusion = conclusion_of(run)
        self.advice = self.conclusion.advice
        self.words = self.catalogue.words
        self.side = Side(self.catalogue, self.advice)
        self.reasoning = Reasoning(self.catalogue, self.advice)

    def say_with(self, words: Words) -> None:
        """In the place of those of its release, wherever it gives its reasons too. Before anything is made of it."""
        self.words = self.reasoning.words = words

    @cached_property
    def partners(self) -> Partners:
        return Partners(self.catalogue, self.conclusion, self.reasoning)

    @cached_property
    def beginning(self) -> Beginning:
        return beginning(self.catalogue, self.conclusion, self.partners)

    @cached_property
    def report(self) -> Report:
        """As its page has it, for what only stands there."""
        return build_report(self.catalogue, self.conclusion, self.cover)

    @property
    def release(self) -> int:
        return self.run.consultation.release.number

    def partner(self, slug: str) -> PartnerAdvice | None:
        advised = self.side.standings.get(slug)
        return self.partners.by_type[advised.partner_type] if advised else None

    def mark(self, slug: str) -> str:
        """In words what stands with a partner type of this advice about when to turn to it."""
        partner = self.partners.by_type[self.side.standings[slug].partner_type]
        if when := [mark for mark in partner.marks if mark is not Mark.EQUAL]:
            return "; ".join(map(self.words.of, when))
        if partner.hurdle:
            return self.words.of(partner.hurdle).rstrip(".")
        return self.words.of(Mark.EQUAL) if partner.marks else _("zonder merkje")


def columns_of(finished: Iterable[Consultation]) -> list[Column]:
    """Of finished runs, the oldest first, so that one reads from before to after."""
    columns = columns_in_order(sorted(finished, key=lambda run: (run.completed_at or run.created_at, run.pk)))
    for letter, column in zip(LETTERS, columns, strict=False):
        column.letter = column.called = letter
    return columns


def columns_in_order(runs: list[Consultation]) -> list[Column]:
    """Of finished runs as they are given, still without letters or names."""
    written = written_of(run.pk for run in runs)
    asked = [_read(run, written.get(run.pk, Written())) if hasattr(run, "advice") else Run.of(run) for run in runs]
    columns: list[Column] = []
    for run in asked:
        with suppress(RunGone), unless_gone(run.consultation.token_hash):  # one that went meanwhile is not among them
            columns.append(Column(run))
    return columns


def _read(run: Consultation, written: Written) -> Run:
    """What it concluded is kept, so that its answers are not asked for."""
    return Run(run, {CHECK: written.cover}, written.remarks)
