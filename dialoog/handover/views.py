"""The page on which an owner hands an advice over, and the one on which somebody opens it by a code."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialoog.errors import TooMany
from dialoog.handover.codes import LONGEST_TYPED
from dialoog.handover.journal import note
from dialoog.handover.opening import token_behind, why_not, why_wait
from dialoog.handover.paper import filename, render_pdf
from dialoog.handover.sharing import Shared
from dialoog.handover.switching import NotShared, replace, switch_off, switch_on
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.consultations import build_consultation_report
from dialoog.report.views.access import Link
from dialoog.report.views.manage import is_still_seen
from dialoog.report.views.now import pdf_now
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run

DO, CODE = "doe", "code"
"""Of the buttons, and in the query afterwards; and of the field for a code."""
form_or_page = require_http_methods(["GET", "HEAD", "POST"])


class Deed(StrEnum):
    """What a button asks for, and the page then says was done."""

    ON = "aan"
    ANOTHER = "nieuw"
    OFF = "uit"
    PDF = "pdf"
    """Said afterwards when there is none."""


@form_or_page
def hand_over(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    if request.method == "POST":
        return _done(request, link, consultation)
    shared, told = Shared.of(request, link, consultation), request.GET.get(DO, "")
    no_pdf = _("De pdf kon nu niet gemaakt worden. Probeer het over een minuut opnieuw.")
    context = {
        "shared": shared,
        "told": told if told in ((Deed.ON, Deed.ANOTHER) if shared.code else (Deed.OFF,)) else "",
        "errors": [("qr-code", no_pdf)] if shared.url and told == Deed.PDF else [],
        "is_still_seen": not shared.url and is_still_seen(consultation),
        "second_opinion_url": reverse("second_opinion:page", kwargs={"token": link.token}),
        "report_url": link.report_url,
        "plan_url": link.to("plan:owner", "plan:page"),
        "manage_url": reverse("report:manage", kwargs={"token": link.token}),
        "stop_url": reverse("report:stop_sharing", kwargs={"token": link.token}),
        "here": _here(link),
    }
    return render(request, "handover/page.html", context)


def _done(request: HttpRequest, link: Link, run: Consultation) -> HttpResponse:
    """Answered with a redirect, so that a reload makes no other code. What no button sends does nothing."""
    deed, allowance = request.POST.get(DO, ""), Allowance.of(request, Kind.SAVE)
    try:
        match deed:
            case Deed.PDF:
                return _pdf(request, link, run)
            case Deed.ON:
                if switch_on(run, link.token, allowance):
                    note("made", request)
            case Deed.ANOTHER:
                replace(run, link.token, allowance)
                note("replaced", request)
            case Deed.OFF:
                if switch_off(run):
                    note("ended", request)
            case _:
                return redirect(_here(link))
    except NotShared:
        return redirect(_here(link))
    return _told(link, deed)


def _pdf(request: HttpRequest, link: Link, run: Consultation) -> HttpResponse:
    """Kept nowhere, since it holds a key. Raises NotShared or TooMany."""
    shared = Shared.of(request, link, run)
    if not shared.url:
        raise NotShared
    report = build_consultation_report(Run.of(run))
    made = pdf_now(request, filename(report), lambda: render_pdf(report, shared.url))
    return made or _told(link, Deed.PDF)


def _here(link: Link) -> str:
    return reverse("handover:page", kwargs={"token": link.token})


def _told(link: Link, deed: str) -> HttpResponse:
    return redirect(f"{_here(link)}?{DO}={deed}")


@never_cache
@form_or_page
def open_by_code(request: HttpRequest) -> HttpResponse:
    """To the report that a code opens, in the language of who typed it."""
    if request.method != "POST":
        return _ask(request)
    typed = request.POST.get(CODE, "")
    try:
        token = token_behind(typed, request)
    except TooMany as error:
        response = _ask(request, 429, why_wait(error))
        response["Retry-After"] = str(error.seconds)
        return response
    return redirect("report:page", share=token) if token else _ask(request, 422, why_not(typed))


def _ask(request: HttpRequest, status: int = 200, error: str | Promise = "") -> HttpResponse:
    """With what was typed, as far as it can be seen."""
    typed = "".join(char for char in request.POST.get(CODE, "")[:LONGEST_TYPED] if char.isprintable())
    context = {"typed": typed, "errors": [(CODE, error)] if error else []}
    return render(request, "handover/open.html", context, status=status)
