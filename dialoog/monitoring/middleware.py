"""Around every request: the id that its log lines carry, how long it took, and its place in the figures."""

import logging
import re
import secrets
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from dialoog.logs import NO_REQUEST, request_id
from dialoog.monitoring.figures import count_request

logger = logging.getLogger(__name__)

HEADER = "X-Request-ID"
SOUND_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
SLOW = 1.0
"""Seconds until the answer begins; what is streamed after that is not counted."""
NO_ROUTE = "none"
"""No view was asked: a static file, an unknown address, or refused before that."""


class RequestMiddleware:
    """Outermost, so that it sees what every request came to, error pages and static files too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        own_id = _id_of(request)
        request_id.set(own_id)
        begun = monotonic()
        response = self.get_response(request)
        seconds = monotonic() - begun
        route = _route_of(request)
        response[HEADER] = own_id
        count_request(route, response.status_code, seconds)
        if seconds > SLOW:
            facts = {"route": route, "status": response.status_code, "seconds": round(seconds, 3)}
            logger.warning("slow request: %s took %.1f s, status %d", route, seconds, response.status_code, extra=facts)
        return response


@receiver(request_finished)
def forget_request(**_signal: Any) -> None:
    """Not earlier: Django logs a failed request after the last middleware, and a stream goes on after it."""
    request_id.set(NO_REQUEST)


def _id_of(request: HttpRequest) -> str:
    """That of the proxy, if there is one that is trusted to set it; a visitor's own is not taken over."""
    given = request.headers.get(HEADER, "") if settings.DIALOOG_PROXY else ""
    return given if SOUND_ID.fullmatch(given) else secrets.token_hex(8)


def _route_of(request: HttpRequest) -> str:
    """Its name, never its address."""
    return request.resolver_match.view_name if request.resolver_match else NO_ROUTE
