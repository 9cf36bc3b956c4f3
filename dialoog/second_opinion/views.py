"""The page of who takes part in a second opinion, and that of an invitation.

What a form does is answered with a redirect to the page, so that Back and a reload never ask to send it again.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialoog.compare.paper import render_pdf
from dialoog.content.releases.current import catalogue_of
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.views.access import Link
from dialoog.report.views.now import pdf_now
from dialoog.second_opinion import inviting
from dialoog.second_opinion.circle import circle_of
from dialoog.second_opinion.forms import InviteForm
from dialoog.second_opinion.inviting import InvitationGone, NoRoom
from dialoog.second_opinion.models import Acceptance, Invitation, is_key, new_key
from dialoog.second_opinion.showing import on_paper, organisation_of, show
from dialoog.second_opinion.taking_part import TOLD, forget, mark
from dialoog.wizard.around.views import remember, remembered
from dialoog.wizard.models import Consultation

INVITE, WITHDRAW, STOP, PDF = "uitnodigen", "intrekken", "stop", "pdf"
"""Buttons of the page. With that to withdraw goes the key of an invitation."""


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    if request.method == "POST":
        return _change(request, link, consultation)
    return show(request, link, circle_of(consultation), told=request.GET.get(TOLD, ""))


def _change(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    if PDF in request.POST:
        return _pdf(request, link, consultation)
    if INVITE in request.POST:
        return _invite(request, link, consultation)
    if key := request.POST.get(WITHDRAW):
        inviting.withdraw(consultation, key, Allowance.of(request, Kind.SAVE))
        response = _told(link, "ingetrokken")
        return response if consultation.invitations.exists() else forget(request, response, consultation)
    if STOP in request.POST:
        inviting.stop(consultation, Allowance.of(request, Kind.SAVE))
        return forget(request, _told(link, "gestopt"), consultation)
    return _told(link)


def _invite(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    form, key = InviteForm(request.POST), request.POST.get(INVITE, "")
    if not form.is_valid():
        return show(request, link, circle_of(consultation), form=form)
    key = key if is_key(key) else new_key()
    try:
        inviting.invite(consultation, link.token, key, form.typed(), Allowance.of(request, Kind.SAVE))
    except NoRoom:
        return _told(link, "vol")
    return mark(request, _told(link, "uitgenodigd"), consultation)


def _pdf(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """Raises TooMany."""
    paper, columns = on_paper(circle_of(consultation))
    if not columns:
        return _told(link)
    made = pdf_now(request, paper.filename(columns), lambda: render_pdf(columns, paper))
    return made or _told(link, "geen-pdf")


def _told(link: Link, what: str = "") -> HttpResponse:
    url = reverse("second_opinion:page", kwargs={"token": link.token})
    return redirect(f"{url}?{TOLD}={what}" if what else url)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, invitation: str) -> HttpResponse:
    """What somebody is asked for. Only the button begins: what looks at a link before its reader uses up nothing."""
    if request.method == "POST":
        return _begin(request, invitation)
    row = Invitation.objects.made_with(invitation).first()
    if row is None:
        return _gone(request)
    running = remembered(request)
    if row.is_used:
        return _gone(request, running, row)
    context = {
        "invitation": row,
        "organisation": organisation_of(row.consultation),
        "texts": catalogue_of(row.consultation.release).page_texts,
        "is_own": running is not None and running.pk == row.consultation_id,
        "running_url": _url_with_cookie(request, "later") if running and not running.is_completed else "",
    }
    return render(request, "second_opinion/invitation.html", context)


def _begin(request: HttpRequest, token: str) -> HttpResponse:
    """Of two clicks the second comes back to the page, which by then leads to the run that the first one began."""
    try:
        run, new_token = inviting.accept(token, Allowance.of(request, Kind.BEGIN))
    except InvitationGone:
        return redirect("second_opinion:invitation", invitation=token)
    response = remember(redirect("wizard:step", token=new_token, step=run.open_step), new_token)
    return mark(request, response, run.consultation)


def _gone(request: HttpRequest, running: Consultation | None = None, row: Invitation | None = None) -> HttpResponse:
    """Nobody is told whether there ever was one; but who began with it in this browser can go on."""
    is_own = running is not None and Acceptance.objects.filter(consultation=running, invitation=row).exists()
    context = {"resume_url": _url_with_cookie(request, "resume") if is_own else ""}
    return render(request, "second_opinion/gone.html", context, status=404)


def _url_with_cookie(request: HttpRequest, page: str) -> str:
    """Of the run that this browser can go on with."""
    return reverse(f"wizard:{page}", kwargs={"token": request.COOKIES[settings.DIALOOG_RUN_COOKIE]})
