"""The PDF of a run: made once, in a process of its own, and kept."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.text import slugify

from dialoog.insight.counting import count_pdf
from dialoog.report.consultations import build_consultation_report
from dialoog.report.models import ReportPdf
from dialoog.report.pdf.glyphs import printable
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS
from dialoog.report.report import Report
from dialoog.wizard.run import Run

ASSETS = Path(settings.BASE_DIR) / "static"


def stored_pdf(run: Run) -> ReportPdf:
    """The kept PDF, or a new one, which counts. Raises PdfBusy or PdfFailed, and then nothing is kept."""
    stored = ReportPdf.objects.filter(consultation=run.consultation).first()
    if stored is None:
        content = render_pdf(build_consultation_report(run))
        with transaction.atomic():
            stored, is_new = ReportPdf.objects.get_or_create(
                consultation=run.consultation, defaults={"content": content}
            )
            if is_new:
                count_pdf()
    return stored


def render_pdf(report: Report) -> bytes:
    """PDF/A-2a and PDF/UA-1. Raises PdfBusy or PdfFailed."""
    return render(render_html(report), ASSETS, STYLESHEETS, lock_path=settings.DIALOOG_VAR / "pdf.lock")


def render_html(report: Report) -> str:
    """The page that becomes the PDF; characters that the bundled fonts lack are made visible as such."""
    cover = report.cover
    title, organisation, contact = map(printable, (cover.title, cover.organisation, cover.contact))
    cover = replace(cover, title=title, organisation=organisation, contact=contact, region=printable(cover.region))
    return render_to_string("report/pdf.html", {"report": replace(report, cover=cover)})


def filename(run: Run) -> str:
    """A name that any file system takes; no more of the title than that."""
    title = slugify(run.cover["title"])[:60] or "advies-samenwerken"
    return f"{title}-{run.consultation.code}.pdf"
