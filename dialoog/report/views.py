"""The report of a finished run, for its owner and for readers, on screen and as PDF."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from dialoog.content.releases import current_release
from dialoog.report.consultations import build_consultation_report, same_advice
from dialoog.report.download import filename, stored_pdf
from dialoog.report.models import ReportPdf
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.wizard.tokens import share_token
from dialoog.wizard.wizard import open_run

View = Callable[..., HttpResponse]
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
@require_safe
def owner(request: HttpRequest, token: str) -> HttpResponse:
    """The report with what only its owner may do: share, change, delete."""
    run = open_run(token)
    if not run.consultation.is_completed:
        return redirect("wizard:resume", token=token)
    share = share_token(token, run.consultation.share_round)
    owned = {
        "is_owner": True,
        "share_url": request.build_absolute_uri(reverse("report:page", kwargs={"share": share})),
        "redo_url": reverse("wizard:redo", kwargs={"token": token}),
        "delete_url": reverse("wizard:delete", kwargs={"token": token}),
        "renew_share_url": reverse("report:renew_share", kwargs={"token": token}),
        "newer_release": not same_advice(run, current_release()),
    }
    return render(request, "report/page.html", _page(run, share) | owned)


@require_safe
@with_shared_run
def page(request: HttpRequest, share: str, run: Run) -> HttpResponse:
    return render(request, "report/page.html", _page(run, share) | {"is_owner": False})


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


def _page(run: Run, share: str) -> dict[str, Any]:
    return {
        "report": build_consultation_report(run),
        "expires_at": run.consultation.expires_at,
        "pdf_url": reverse("report:make_pdf", kwargs={"share": share}),
    }


def _no_pdf(request: HttpRequest, share: str, template: str) -> HttpResponse:
    context = {
        "pdf_url": reverse("report:make_pdf", kwargs={"share": share}),
        "report_url": reverse("report:page", kwargs={"share": share}),
    }
    response = render(request, template, context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
