"""The PDFs, for owner and readers: made on a POST, served on a GET. Who waits gets a page that looks by itself."""

from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dialoog.languages.active import active_language
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report import download, waiting
from dialoog.report.editions import ADDRESSES, Edition
from dialoog.report.pdf.process import PdfFailed
from dialoog.report.renderings.opening import Opened
from dialoog.report.views.access import Link
from dialoog.serving.attachment import attachment
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run

RETRY_AFTER = 3
"""Seconds; a typical report takes less than one."""
MOST_RETRY_AFTER = 10
"""Seconds, for who has many before it."""
PROOF = "bewijs"
"""That a page was asked for with a POST, so that what only follows links has nothing made."""
PROOF_SECONDS = 60 * 60
signer = signing.TimestampSigner(salt="dialoog.report.pdf")


@require_POST
def make_pdf(request: HttpRequest, link: Link, consultation: Consultation, edition: Edition) -> HttpResponse:
    try:
        is_kept = waiting.ask(Run.of(consultation), edition, Allowance.of(request, Kind.PDF))
    except PdfFailed:
        return _failed(request, link, edition)
    if is_kept:
        return redirect(link.url("pdf", edition=edition))
    return _wait(request, link, consultation, edition, before=0)


@require_safe
def await_pdf(request: HttpRequest, link: Link, consultation: Consultation, edition: Edition) -> HttpResponse:
    """What the page of who waits comes back to. Without proof of a POST it leads to the report."""
    if not _is_proof(request.GET.get(PROOF, ""), consultation, edition):
        return redirect(link.report_url)
    try:
        before = waiting.look(consultation, edition)
    except PdfFailed:
        return _failed(request, link, edition)
    if before is not None:
        return _wait(request, link, consultation, edition, before)
    url = link.url("pdf", edition=edition)
    response = render(request, "report/pdf_ready.html", {"pdf_url": url, "report_url": link.report_url})
    response["Refresh"] = f"0; url={url}"  # a download leaves the page that says so on the screen
    return response


@require_safe
def pdf(request: HttpRequest, link: Link, opened: Opened, edition: Edition) -> HttpResponse:
    """The kept PDF; a GET makes none, so before the first POST it leads to the report."""
    if opened.content is None:
        return redirect(link.report_url)
    name = download.filename(opened.title, opened.code, ADDRESSES[edition])
    return attachment(opened.content, name, "application/pdf")


def _wait(request: HttpRequest, link: Link, consultation: Consultation, edition: Edition, before: int) -> HttpResponse:
    proof = urlencode({PROOF: signer.sign(_asked(consultation, edition))})
    url, seconds = f"{link.url('await_pdf', edition=edition)}?{proof}", min(RETRY_AFTER + before // 4, MOST_RETRY_AFTER)
    response = _no_pdf(request, link, edition, "report/pdf_busy.html", seconds, {"before": before, "await_url": url})
    response.status_code = 202  # asked and not there yet; 503 would stand in the log as trouble, for each look
    response["Refresh"] = f"{seconds}; url={url}"
    return response


def _failed(request: HttpRequest, link: Link, edition: Edition) -> HttpResponse:
    return _no_pdf(request, link, edition, "report/pdf_failed.html", RETRY_AFTER, {})


def _no_pdf(
    request: HttpRequest, link: Link, edition: Edition, template: str, seconds: int, more: dict[str, object]
) -> HttpResponse:
    context = {"pdf_url": link.url("make_pdf", edition=edition), "report_url": link.report_url, **more}
    response = render(request, template, context, status=503)
    response["Retry-After"] = str(seconds)
    return response


def _asked(consultation: Consultation, edition: Edition) -> str:
    return f"{consultation.pk}-{edition}-{active_language()}"


def _is_proof(text: str, consultation: Consultation, edition: Edition) -> bool:
    try:
        return signer.unsign(text, max_age=PROOF_SECONDS) == _asked(consultation, edition)
    except signing.BadSignature:
        return False
