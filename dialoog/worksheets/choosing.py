"""For whom the documents are and in which language, as the query of an address says. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.utils.translation import override

from dialoog.languages.active import active_language, all_languages
from dialoog.plan.models import PlannedAction
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Report
from dialoog.report.consultations import build_consultation_report
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.worksheets.making import sheets_of
from dialoog.worksheets.partners import partners_of
from dialoog.worksheets.sheet import Sheet

PARTNER, LANGUAGE = "partner", "taal"


@dataclass(frozen=True)
class Choice:
    partner: str | None
    """Slug of a partner type; empty for none yet, and None when nothing was chosen: then it is the first."""
    language: str

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """A language that is none is that of the page."""
        language = query.get(LANGUAGE, "")
        return cls(query.get(PARTNER), language if language in all_languages() else active_language())


@dataclass(frozen=True)
class Chosen:
    """Everything is in the language of the documents."""

    sheets: tuple[Sheet, ...]
    partner: PartnerAdvice | None
    language: str

    @property
    def partner_name(self) -> str:
        return self.partner.name if self.partner else ""

    @property
    def query(self) -> str:
        slug = self.partner.partner_type.slug if self.partner else ""
        return urlencode({PARTNER: slug, LANGUAGE: self.language})


def chosen_of(consultation: Consultation, choice: Choice) -> Chosen:
    """The documents of a finished run. Raises RunGone."""
    with override(choice.language):
        report = build_consultation_report(Run.of(consultation))
        partner = _partner(report, choice.partner)
        sheets = sheets_of(report, partner, PlannedAction.objects.noted_with(consultation))
        return Chosen(sheets, partner, choice.language)


def possible_partners(consultation: Consultation) -> list[tuple[str, str]]:
    """Slug and name of each, in the language of the page. Raises RunGone."""
    report = build_consultation_report(Run.of(consultation))
    return [(partner.partner_type.slug, partner.name) for partner in partners_of(report)]


def _partner(report: Report, slug: str | None) -> PartnerAdvice | None:
    """A partner type that the report does not advise is none."""
    partners = partners_of(report)
    if slug is None:
        return next(iter(partners), None)
    return next((partner for partner in partners if partner.partner_type.slug == slug), None)
