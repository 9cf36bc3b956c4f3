"""What the questions of a run say and do because it takes part: before its button, and after it.

Only where the cookie of a browser names the run is the database asked, so no page of another run does more for this. By
the cookie nothing can be opened, and it does not say with whom somebody takes part.
"""

import re
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dialoog.second_opinion.circle import circle_of
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run

TOLD = "gemeld"
"""In the query of the page of a second opinion: what happened."""
READY = "klaar"
"""That who looks was the last to finish."""
NAME = re.compile(r"[0-9a-f]{12}")
MOST_NAMED = 20
"""Runs in one cookie; the oldest goes first."""


def mark(request: HttpRequest, response: HttpResponse, run: Consultation) -> HttpResponse:
    """For as long as a run is kept: who is asked may take days to answer."""
    names = [name for name in _named(request) if name != _name_of(run)]
    response.set_cookie(
        settings.DIALOOG_TOGETHER_COOKIE,
        ".".join([*names, _name_of(run)][-MOST_NAMED:]),
        max_age=settings.DIALOOG_RETENTION_DAYS * 24 * 60 * 60,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def said_beforehand(sender: type[Run], *, request: HttpRequest, run: Run, **_more: Any) -> str:
    """What is shared by finishing."""
    if _name_of(run.consultation) not in _named(request) or not _takes_part(run.consultation):
        return ""
    return _("Hierna zien jij en je collega elkaars antwoorden en advies, als jullie allebei klaar zijn.")


def url_together(sender: type[Run], *, request: HttpRequest, run: Run, token: str, **_more: Any) -> str:
    """Where who finishes last sees what the others chose; who is not the last goes to the report."""
    if _name_of(run.consultation) not in _named(request):
        return ""
    try:
        is_ready = bool(circle_of(run.consultation).ready)
    except RunGone:
        return ""
    return f"{reverse('second_opinion:page', kwargs={'token': token})}?{TOLD}={READY}" if is_ready else ""


def _named(request: HttpRequest) -> list[str]:
    """Without what others than this site put there."""
    return [
        name for name in request.COOKIES.get(settings.DIALOOG_TOGETHER_COOKIE, "").split(".") if NAME.fullmatch(name)
    ]


def _name_of(run: Consultation) -> str:
    """The beginning of a hash, which is enough to know a run again among those of one browser."""
    return run.token_hash[:12]


def _takes_part(run: Consultation) -> bool:
    ties = Q(invitations__isnull=False) | Q(acceptance__invitation__isnull=False)
    return Consultation.objects.filter(ties, pk=run.pk).exists()
