"""The PDFs, for owner and readers: made on a POST, served on a GET."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dialoog.limits.allowance import Allowance, Kind
from dialoog.report import download
from dialoog.report.editions import Edition
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.report.renderings.keeping import kept_rendering
from dialoog.report.views.access import Link
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run

RETRY_AFTER = 3
"""Seconds; a typical report takes less than one."""


@require_POST
def make_pdf(request: HttpRequest, link: Link, consultation: Consultation, edition: Edition) -> HttpResponse:
    try:
        download.make_pdf(Run.of(consultation), edition, Allowance.of(request, Kind.PDF))
    except PdfBusy:
        return _no_pdf(request, link, edition, "report/pdf_busy.html")
    except PdfFailed:
        return _no_pdf(request, link, edition, "report/pdf_failed.html")
    return redirect(link.url("pdf", edition=edition))


@require_safe
def pdf(request: HttpRequest, link: Link, consultation: Consultation, edition: Edition) -> HttpResponse:
    """The kept PDF; a GET makes none, so before the first POST it leads to the report."""
    content = kept_rendering(consultation, edition)
    if content is None:
        return redirect(link.report_url)
    name = download.filename(Run.of(consultation), edition)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _no_pdf(request: HttpRequest, link: Link, edition: Edition, template: str) -> HttpResponse:
    context = {"pdf_url": link.url("make_pdf", edition=edition), "report_url": link.report_url}
    response = render(request, template, context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
