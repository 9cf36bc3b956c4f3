"""For whom the documents are and in which language, as the query of an address says. Nothing of it is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from dialoog.advice.kinds import ACTIONS
from dialoog.languages.active import active_language, all_languages
from dialoog.plan.models import PlannedAction
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Cover, Report
from dialoog.report.consultations import build_consultation_report
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.worksheets.making import sheets_of
from dialoog.worksheets.partners import if_known, not_first, partners_of
from dialoog.worksheets.sheet import Sheet

PARTNER, LANGUAGE = "partner", "taal"


@dataclass(frozen=True)
class Choice:
    partner: str | None
    """Slug of a partner type; empty for none yet, and None when nothing was chosen: then it is the first."""
    language: str
    is_made: bool = False
    """Somebody chose: the page then says what came of it."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """A language that is none is that of the page."""
        language = query.get(LANGUAGE, "")
        known = language if language in all_languages() else active_language()
        return cls(query.get(PARTNER), known, is_made=bool({PARTNER, LANGUAGE}.intersection(query)))


@dataclass(frozen=True)
class Chosen:
    """Everything is in the language of the documents."""

    sheets: tuple[Sheet, ...]
    partner: PartnerAdvice | None
    language: str
    typed: tuple[str, ...]
    """In the visitor's own words, where these may be in another language."""

    @property
    def partner_name(self) -> str:
        return self.partner.name if self.partner else ""

    @property
    def slug(self) -> str:
        return self.partner.partner_type.slug if self.partner else ""

    @property
    def is_foreign(self) -> bool:
        """The partner may well not read the language that the guide was written in, which the documents are in."""
        is_abroad = bool(self.partner and self.partner.partner_type.in_production_country)
        return is_abroad and self.language == settings.LANGUAGE_CODE

    @property
    def query(self) -> str:
        return urlencode({PARTNER: self.slug, LANGUAGE: self.language})


def chosen_of(consultation: Consultation, choice: Choice) -> Chosen:
    """The documents of a finished run. Raises RunGone."""
    is_other = choice.language != active_language()
    with override(choice.language):
        report = build_consultation_report(Run.of(consultation))
        partner = _partner(report, choice.partner)
        typed = tuple(_typed(report.cover)) if is_other else ()
        sheets = sheets_of(report, partner, PlannedAction.objects.noted_with(consultation), typed)
        return Chosen(sheets, partner, choice.language, typed)


@dataclass(frozen=True)
class Possible:
    """A partner type to choose, in the language of the page."""

    slug: str
    name: str
    warning: str
    """Why this is none to begin with; empty for one that is."""
    if_known: str
    """What the mail takes for granted; empty for one that is not known."""


@dataclass(frozen=True)
class OnPage:
    """What the page says itself, in its own language, whatever that of the documents is."""

    partners: list[Possible]
    actions: Mapping[str, str]
    """What each action of the advice says, by its key."""


def on_page(consultation: Consultation) -> OnPage:
    """Raises RunGone."""
    report = build_consultation_report(Run.of(consultation))
    possible = [
        Possible(partner.partner_type.slug, partner.name, not_first(report, partner), if_known(partner))
        for partner in partners_of(report)
    ]
    actions = {action.item.slug: action.item.statement.text for action in report.lines[ACTIONS.name]}
    return OnPage(possible, actions)


def _typed(cover: Cover) -> Iterator[str]:
    """A name of a company is the same in each language."""
    if cover.has_own_title:
        yield cover.title
    yield from filter(None, (cover.region, cover.contact))


def _partner(report: Report, slug: str | None) -> PartnerAdvice | None:
    """A partner type that the report does not advise is none."""
    partners = partners_of(report)
    if slug is None:
        return next(iter(partners), None)
    return next((partner for partner in partners if partner.partner_type.slug == slug), None)


def language_name(code: str) -> str:
    """As it is called in the language of the page."""
    return str(get_language_info(code)["name_translated"])


def made_for(partner: str, language: str) -> str:
    """What choosing changed, in the language of the page; without a partner its name is empty."""
    said = {"partner": partner or _("nog geen partner"), "language": language_name(language)}
    return _("De documenten zijn nu voor: {partner}, in het {language}.").format(**said)
