"""What only the owner may do: share, change, delete."""

from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dialoog.report.consultations import is_news
from dialoog.report.views.access import Link
from dialoog.wizard.around.own_link import OwnLink
from dialoog.wizard.models import Consultation
from dialoog.wizard.tokens import share_token

RENEWED = "nieuw"
"""In the query after the owner made a new link: which one it is, so that no other address says there is a new one."""

STOPPED = "gestopt"

still_seen_asked = Signal()
"""Sent with a `run` that nobody reads by a link: whether others see its advice all the same. A room above knows."""


def is_still_seen(run: Consultation) -> bool:
    """Not asked of a run that is shared, so that its pages do no more for it."""
    return any(answer for _room, answer in still_seen_asked.send(sender=None, run=run))


@require_safe
def show(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    of_owner, is_shared = {"token": link.token}, consultation.is_shared(link.token)
    share = {"share": share_token(link.token, consultation.share_round)}
    newest = str(consultation.share_round or "")
    context = {
        "own_link": OwnLink.of(request, link.token),
        "share_url": request.build_absolute_uri(reverse("report:page", kwargs=share)) if is_shared else "",
        "is_renewed": is_shared and bool(newest) and request.GET.get(RENEWED) == newest,
        "is_still_seen": not is_shared and is_still_seen(consultation),
        "is_stopped": not is_shared and STOPPED in request.GET,
        "report_url": link.report_url,
        "renew_share_url": reverse("report:renew_share", kwargs=of_owner),
        "stop_sharing_url": reverse("report:stop_sharing", kwargs=of_owner),
        "remarks_url": reverse("remarks:owner", kwargs=of_owner),
        "hand_over_url": reverse("handover:page", kwargs=of_owner),
        "second_opinion_url": reverse("second_opinion:page", kwargs=of_owner),
        "redo_url": reverse("wizard:redo", kwargs=of_owner),
        "delete_url": reverse("wizard:delete", kwargs=of_owner),
        "newer_release": is_news(consultation),
        "expires_at": consultation.expires_at,
    }
    return render(request, "report/manage.html", context)


@require_POST
def renew_share(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """End the link that readers have; the page then says so, with the new one."""
    consultation.renew_share(link.token)
    return _told(link, f"{RENEWED}={consultation.share_round}")


@require_POST
def stop_sharing(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """End the link that readers have, without another."""
    consultation.stop_sharing()
    return _told(link, STOPPED)


def _told(link: Link, query: str) -> HttpResponse:
    return redirect(f"{reverse('report:manage', kwargs={'token': link.token})}?{query}")
