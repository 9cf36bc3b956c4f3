"""Can this server keep an answer, and does it live at all? Asked by a load balancer or a monitor."""

import logging

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dialoog.health.models import Heartbeat

logger = logging.getLogger(__name__)
PLAIN = "text/plain; charset=utf-8"
RETRY_AFTER = 10
"""Seconds."""


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """At /leeft/, asks nothing of the database: starting a process anew mends no database that is away."""
    return HttpResponse("leeft\n", content_type=PLAIN)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """At /gezond/, commits a real write: a full disk or a read-only database still answers every query."""
    try:
        Heartbeat.beat()
    except (DatabaseError, InterfaceError) as error:
        logger.error("the database takes no writes", exc_info=error)
        headers = {"Retry-After": str(RETRY_AFTER)}
        return HttpResponse("De database neemt niets aan.\n", content_type=PLAIN, status=503, headers=headers)
    return HttpResponse("gezond\n", content_type=PLAIN)
