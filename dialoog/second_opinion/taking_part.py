"""What the questions of a run say and do because it takes part: before its button, and after it.

Only a browser that the cookie is in asks the database, so nobody else's page does more for this. The cookie says that
somebody takes part in something; in what and with whom, the database knows.
"""

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


def mark(response: HttpResponse) -> HttpResponse:
    """For as long as a run is kept: who is asked may take days to answer."""
    response.set_cookie(
        settings.DIALOOG_TOGETHER_COOKIE,
        "ja",
        max_age=settings.DIALOOG_RETENTION_DAYS * 24 * 60 * 60,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def said_beforehand(sender: type[Run], *, request: HttpRequest, run: Run, **_more: Any) -> str:
    """What is shared by finishing."""
    if settings.DIALOOG_TOGETHER_COOKIE not in request.COOKIES or not _takes_part(run.consultation):
        return ""
    return _("Hierna zien jij en je collega elkaars antwoorden en advies, als jullie allebei klaar zijn.")


def url_together(sender: type[Run], *, request: HttpRequest, run: Run, token: str, **_more: Any) -> str:
    """Where who finishes last sees what the others chose; who is not the last goes to the report."""
    if settings.DIALOOG_TOGETHER_COOKIE not in request.COOKIES:
        return ""
    try:
        is_ready = bool(circle_of(run.consultation).ready)
    except RunGone:
        return ""
    return f"{reverse('second_opinion:page', kwargs={'token': token})}?{TOLD}={READY}" if is_ready else ""


def _takes_part(run: Consultation) -> bool:
    ties = Q(invitations__isnull=False) | Q(acceptance__invitation__isnull=False)
    return Consultation.objects.filter(ties, pk=run.pk).exists()
