"""One report among those that are compared, with its words: each is read on the content of its own release."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import Self

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.catalogue import Catalogue
from dialoog.compare.difference import Side
from dialoog.report.body.beginning import Beginning, beginning
from dialoog.report.body.partners import PartnerAdvice, Partners
from dialoog.report.body.reasons import Reasoning
from dialoog.report.body.report import Cover
from dialoog.report.consultations import cover_of, unless_gone
from dialoog.report.keeping import conclusion_of
from dialoog.wizard.models import Consultation, RunGone, StepAnswers
from dialoog.wizard.run import CHECK, Run

LETTERS = "ABCD"
"""What the reports are called in sentences and above columns."""


class Column:
    def __init__(
        self, letter: str, catalogue: Catalogue, conclusion: Conclusion, cover: Cover, pk: int | None = None
    ) -> None:
        self.letter = letter
        self.catalogue = catalogue
        self.conclusion = conclusion
        self.advice = conclusion.advice
        self.cover = cover
        self.pk = pk
        """Of the run; None for an advice that belongs to none."""
        self.words = self.catalogue.words
        self.side = Side(self.catalogue, self.advice)
        self.reasoning = Reasoning(self.catalogue, self.advice)

    @classmethod
    def of(cls, letter: str, run: Run) -> Self:
        """A finished run, as it was kept."""
        return cls(letter, run.catalogue, conclusion_of(run), cover_of(run), run.consultation.pk)

    @cached_property
    def partners(self) -> Partners:
        return Partners(self.catalogue, self.conclusion, self.reasoning)

    @cached_property
    def beginning(self) -> Beginning:
        return beginning(self.catalogue, self.conclusion, self.partners)

    @property
    def release(self) -> int | None:
        return self.cover.release_number

    def partner(self, slug: str) -> PartnerAdvice | None:
        advised = self.side.standings.get(slug)
        return self.partners.by_type[advised.partner_type] if advised else None


def columns_of(finished: Iterable[Consultation]) -> list[Column]:
    """Of finished runs, the oldest first, so that one reads from before to after."""
    runs = sorted(finished, key=lambda run: (run.completed_at or run.created_at, run.pk))
    covers = dict(
        StepAnswers.objects.filter(consultation__in=runs, step=CHECK).values_list("consultation_id", "answers")
    )
    asked = [Run(run, {CHECK: covers.get(run.pk, {})}) if hasattr(run, "advice") else Run.of(run) for run in runs]
    columns: list[Column] = []
    for run in asked:
        with suppress(RunGone), unless_gone(run.consultation.token_hash):  # one that went meanwhile is not among them
            columns.append(Column.of(LETTERS[len(columns)], run))
    return columns
