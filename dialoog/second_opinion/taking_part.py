"""What the questions of a run say and do because it takes part: before its button, and after it.

Only where the cookie of a browser names the run is the database asked, so no page of the questions of another run does
more for this. By the cookie nothing can be opened, and it does not say with whom somebody takes part.
"""

import re
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dialoog.second_opinion.circle import circle_of
from dialoog.second_opinion.models import Invitation
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run

TOLD = "gemeld"
"""In the query of the page of a second opinion: what happened."""
READY = "klaar"
"""That who looks has just finished, and that there is something to compare."""
NAME = re.compile(r"[0-9a-f]{12}")
MOST_NAMED = 20
"""Runs in one cookie; the oldest goes first."""


def mark(request: HttpRequest, response: HttpResponse, run: Consultation) -> HttpResponse:
    """For as long as a run is kept: who is asked may take days to answer."""
    return _keep(response, [*_named_besides(request, run), _name_of(run)])


def forget(request: HttpRequest, response: HttpResponse, run: Consultation) -> HttpResponse:
    """Of a run that takes part no more, or is gone, nothing stays in the browser."""
    if _name_of(run) not in _named(request):
        return response
    if names := _named_besides(request, run):
        return _keep(response, names)
    response.delete_cookie(settings.DIALOOG_TOGETHER_COOKIE, samesite="Lax")
    return response


def forget_deleted(
    sender: type[Run], *, request: HttpRequest, response: HttpResponse, run: Run, **_more: Any
) -> HttpResponse:
    """That its owner deleted."""
    return forget(request, response, run.consultation)


def _keep(response: HttpResponse, names: list[str]) -> HttpResponse:
    response.set_cookie(
        settings.DIALOOG_TOGETHER_COOKIE,
        ".".join(names[-MOST_NAMED:]),
        max_age=settings.DIALOOG_RETENTION_DAYS * 24 * 60 * 60,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def said_beforehand(sender: type[Run], *, request: HttpRequest, run: Run, **_more: Any) -> str:
    """What is shared by finishing, by how many others take part."""
    match _others(run.consultation) if _name_of(run.consultation) in _named(request) else 0:
        case 0:
            return ""
        case 1:
            return _(
                "Hierna zien jij en je collega elkaars antwoorden, opmerkingen en advies, "
                "als jullie allebei klaar zijn."
            )
    return _("Hierna zien jij en je collega’s die klaar zijn elkaars antwoorden, opmerkingen en advies.")


def url_together(sender: type[Run], *, request: HttpRequest, run: Run, token: str, **_more: Any) -> str:
    """Where who finishes sees what those who were ready before chose, whoever else is not; the report if nobody was."""
    if _name_of(run.consultation) not in _named(request):
        return ""
    try:
        is_ready = bool(circle_of(run.consultation).ready)
    except RunGone:
        return ""
    return f"{reverse('second_opinion:page', kwargs={'token': token})}?{TOLD}={READY}" if is_ready else ""


def is_still_seen(sender: None, *, run: Consultation, **_more: Any) -> bool:
    """By who takes part, or may still begin, whoever else can read the advice; whatever browser asks it."""
    return _others(run) > 0


def _named(request: HttpRequest) -> list[str]:
    """Without what others than this site put there."""
    return [
        name for name in request.COOKIES.get(settings.DIALOOG_TOGETHER_COOKIE, "").split(".") if NAME.fullmatch(name)
    ]


def _named_besides(request: HttpRequest, run: Consultation) -> list[str]:
    return [name for name in _named(request) if name != _name_of(run)]


def _name_of(run: Consultation) -> str:
    """The beginning of a hash, which is enough to know a run again among those of one browser."""
    return run.token_hash[:12]


def _others(run: Consultation) -> int:
    """How many take part with it or may still begin: for each of them as many as are invited and did not stop."""
    together = Q(consultation=run) | Q(consultation__invitations__acceptance__consultation=run)
    live = Consultation.objects.live()
    still = Q(is_used=False) | Q(acceptance__consultation__in=live)
    return Invitation.objects.filter(together, still, consultation__in=live).distinct().count()
