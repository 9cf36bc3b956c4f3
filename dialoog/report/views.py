"""The report of a finished run, for its owner and for readers, on screen and as PDF."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dialoog.content.releases.current import current_release
from dialoog.report.consultations import build_consultation_report, same_advice
from dialoog.report.download import filename, stored_pdf
from dialoog.report.models import ReportPdf
from dialoog.report.opinions import OpinionForm
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.wizard.tokens import share_token
from dialoog.wizard.wizard import open_run

View = Callable[..., HttpResponse]
THANKED = "bedankt"
"""In the query after somebody said whether the report was useful."""

RETRY_AFTER = 3
"""Seconds; a typical report takes less than one."""


def with_shared_run(view: View) -> View:
    """Give the view the finished run that a reader's token opens; every other link is the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, share: str) -> HttpResponse:
        consultation = Consultation.objects.shared_with(share).with_release().first()
        if consultation is None:
            raise Http404("Geen rapport bij deze link.")
        return view(request, share, Run.of(consultation))

    return never_cache(opened)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, token: str) -> HttpResponse:
    """The report with what only its owner may do: share, change, delete. A POST says whether it was useful."""
    run = open_run(token)
    if not run.consultation.is_completed:
        return redirect("wizard:resume", token=token)
    form = _opinion_form(request)
    if form.is_valid():
        return _thank(request, run, form)
    share = share_token(token, run.consultation.share_round)
    owned = {
        "is_owner": True,
        "share_url": request.build_absolute_uri(reverse("report:page", kwargs={"share": share})),
        "redo_url": reverse("wizard:redo", kwargs={"token": token}),
        "delete_url": reverse("wizard:delete", kwargs={"token": token}),
        "renew_share_url": reverse("report:renew_share", kwargs={"token": token}),
        "newer_release": not same_advice(run, current_release()),
    }
    return render(request, "report/page.html", _page(request, run, share, form) | owned)


@require_http_methods(["GET", "HEAD", "POST"])
@with_shared_run
def page(request: HttpRequest, share: str, run: Run) -> HttpResponse:
    """The report for readers. A POST says whether it was useful."""
    form = _opinion_form(request)
    if form.is_valid():
        return _thank(request, run, form)
    return render(request, "report/page.html", _page(request, run, share, form) | {"is_owner": False})


@require_POST
@never_cache
def renew_share(request: HttpRequest, token: str) -> HttpResponse:
    """End the link that readers have; the owner gets another."""
    open_run(token).consultation.renew_share(token)
    return redirect("report:owner", token=token)


@require_POST
@with_shared_run
def make_pdf(request: HttpRequest, share: str, run: Run) -> HttpResponse:
    try:
        stored_pdf(run)
    except PdfBusy:
        return _no_pdf(request, share, "report/pdf_busy.html")
    except PdfFailed:
        return _no_pdf(request, share, "report/pdf_failed.html")
    return redirect("report:pdf", share=share)


@require_safe
@with_shared_run
def pdf(request: HttpRequest, share: str, run: Run) -> HttpResponse:
    """The stored PDF; a GET makes none, so before the first POST it leads to the report."""
    stored = ReportPdf.objects.filter(consultation=run.consultation).first()
    if stored is None:
        return redirect("report:page", share=share)
    headers = {"Content-Disposition": f'attachment; filename="{filename(run)}"'}
    return HttpResponse(bytes(stored.content), content_type="application/pdf", headers=headers)


def _page(request: HttpRequest, run: Run, share: str, form: OpinionForm) -> dict[str, Any]:
    has_opinion = run.consultation.has_opinion
    return {
        "report": build_consultation_report(run),
        "expires_at": run.consultation.expires_at,
        "pdf_url": reverse("report:make_pdf", kwargs={"share": share}),
        "opinion_form": form if form.is_bound or not has_opinion else None,
        "is_thanked": has_opinion and THANKED in request.GET,
        "errors": form.problems(),
    }


def _opinion_form(request: HttpRequest) -> OpinionForm:
    return OpinionForm(request.POST if request.method == "POST" else None)


def _thank(request: HttpRequest, run: Run, form: OpinionForm) -> HttpResponse:
    """Back to the page that the visitor came from, so that a reload sends nothing again."""
    form.keep(run.consultation)
    return redirect(f"{request.path}?{THANKED}#nuttig")


def _no_pdf(request: HttpRequest, share: str, template: str) -> HttpResponse:
    context = {
        "pdf_url": reverse("report:make_pdf", kwargs={"share": share}),
        "report_url": reverse("report:page", kwargs={"share": share}),
    }
    response = render(request, template, context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
