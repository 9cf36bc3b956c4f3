"""A report without a run: for the command line."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from dialoog.content.answers import Answers
from dialoog.content.models import Release
from dialoog.content.releases import catalogue_of
from dialoog.report.download import render_pdf
from dialoog.report.report import Cover, Report, build_report
from dialoog.wizard.models import expiry_from


def render(release: Release, answers: Answers, form: str) -> bytes:
    """The report as `text`, `html` or `pdf`."""
    report = preview(release, answers)
    if form == "pdf":
        return render_pdf(report)
    template = {"text": "report/text.txt", "html": "report/page.html"}[form]
    context = {"report": report, "expires_at": report.cover.expires_at}
    return render_to_string(template, context).encode()


def preview(release: Release, answers: Answers) -> Report:
    now = timezone.now()
    cover = Cover(
        title=_("Met wie werk ik samen?"),
        organisation="",
        contact="",
        code=_("voorbeeld"),
        completed_at=now,
        expires_at=expiry_from(now),
        release_number=release.number,
        release_date=release.published_at,
    )
    return build_report(catalogue_of(release), answers, cover)
