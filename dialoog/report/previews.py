"""A report without a run: for the command line, and for staff who look at a draft."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.report.body.report import DEFAULT_TITLE, Cover, Report, build_report
from dialoog.report.download import render_pdf
from dialoog.report.editions import Edition
from dialoog.wizard.models import expiry_from

PDF_FORMS = {"pdf": Edition.ADVICE, "dossier": Edition.DOSSIER}


def render(release: Release, answers: Answers, form: str) -> bytes:
    """The report as `text`, `html`, `pdf` (the short one) or `dossier` (a PDF as well)."""
    report = preview(release, answers)
    if form in PDF_FORMS:
        return render_pdf(report, PDF_FORMS[form])
    template = {"text": "report/text.txt", "html": "report/page.html"}[form]
    context = {"report": report, "edition": Edition.PAGE, "expires_at": report.cover.expires_at}
    return render_to_string(template, context).encode()


def preview(release: Release, answers: Answers) -> Report:
    cover = _cover(release_number=release.number, release_date=release.published_at)
    catalogue = catalogue_of(release)
    return build_report(catalogue, Conclusion.of(catalogue, answers), cover)


def preview_draft(catalogue: Catalogue, answers: Answers, words: Mapping[str, str]) -> Report:
    """On content that is not published; `words` are what was filled in for the cover."""
    title = words.get("title") or str(DEFAULT_TITLE)
    cover = _cover(release_number=None, release_date=timezone.now())
    organisation, contact, region = (words.get(name, "") for name in ("organisation", "contact", "region"))
    cover = replace(cover, title=title, organisation=organisation, contact=contact, region=region)
    return build_report(catalogue, Conclusion.of(catalogue, answers), cover)


def _cover(*, release_number: int | None, release_date: datetime) -> Cover:
    now = timezone.now()
    return Cover(
        title=str(DEFAULT_TITLE),
        organisation="",
        contact="",
        code=_("voorbeeld"),
        completed_at=now,
        expires_at=expiry_from(now),
        release_number=release_number,
        release_date=release_date,
    )
