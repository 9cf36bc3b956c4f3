"""Pages for when something goes wrong. They ask nothing of the database, of a session or of a context processor."""

import logging
import sys

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, NotSupportedError, ProgrammingError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import REASON_NO_CSRF_COOKIE, get_token
from django.template.loader import render_to_string

from dialoog.languages.links import holds_token, names_right

logger = logging.getLogger(__name__)

TROUBLE = (DatabaseError, InterfaceError, SessionInterrupted)
MISTAKES = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
"""Errors of the program, not of the database: trying again does not help."""

RETRY_AFTER = 10
"""Seconds; a web request gives up on a lock after five or ten, PostgreSQL restarts in a few."""

LAST_RESORT = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Er ging iets mis</title>'
    '<h1>Er ging iets mis</h1><p>Probeer het over een minuut opnieuw.</p><p><a href="/">Naar de startpagina</a></p>'
    '<p lang="en">Something went wrong. Try again in a minute.</p>'
)
"""For when even the template fails, and so in two languages at once."""


class NoRelease(Exception):
    """Nothing has been published yet."""


class TooMany(Exception):
    """Somebody does something more often than there is an allowance for."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"again in {seconds} seconds")
        self.seconds = seconds
        """Until it is allowed again."""


def is_database_trouble(error: BaseException | None) -> bool:
    """Whether the same request can succeed a little later."""
    return isinstance(error, TROUBLE) and not isinstance(error, MISTAKES)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_database_trouble(exception):
        return unavailable(request)
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Staff learn which role they need, where the page that refused knows it, and where they can go."""
    admin_url = f"/{settings.ADMIN_PATH}"
    is_staff_page = request.path.startswith(admin_url)
    return error_page(request, 403, "", {"needed": str(exception), "admin_url": admin_url if is_staff_page else ""})


def page_not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """A link with a token has a page of its own, the same for every reason that it does not work."""
    if not holds_token(request.path):
        return error_page(request, 404)
    return error_page(request, 404, "errors/dead_link.html", {"names_right": names_right(request.path)})


def method_not_allowed(request: HttpRequest) -> HttpResponse:
    return error_page(request, 405)


def too_large(request: HttpRequest) -> HttpResponse:
    return error_page(request, 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while it handles the exception, and does not hand it over."""
    if isinstance(sys.exception(), NoRelease):
        return nothing_published(request)
    if is_database_trouble(sys.exception()):
        return unavailable(request)
    return error_page(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = error_page(request, 503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def nothing_published(request: HttpRequest) -> HttpResponse:
    response = error_page(request, 503, "errors/nothing_published.html")
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """What was sent comes back, to be sent again in that many seconds."""
    context: dict[str, object] = {
        "minutes": -(-seconds // 60),
        "may_resend": _may_resend(request),
        "fields": _sent_fields(request),
        "resend_url": request.get_full_path(),
        "csrf_token": get_token(request),
    }
    response = error_page(request, 429, "", context)
    response["Retry-After"] = str(seconds)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or cookies are blocked. What was sent comes back, to be sent again."""
    context = {
        "cookies_blocked": reason == REASON_NO_CSRF_COOKIE,
        "fields": _sent_fields(request) if _may_resend(request) else [],
        "resend_url": request.get_full_path(),
        "csrf_token": get_token(request),
    }
    return error_page(request, 403, "errors/csrf.html", context)


def session_ended(request: HttpRequest) -> HttpResponse:
    """Staff sent a form after their session had ended. What was sent comes back, to be sent again after logging in."""
    context: dict[str, object] = {
        "fields": _sent_fields(request) if _may_resend(request) else [],
        "resend_url": request.get_full_path(),
        "login_url": f"/{settings.ADMIN_PATH}login/",
        "csrf_token": get_token(request),
    }
    return error_page(request, 403, "errors/session_ended.html", context)


def error_page(
    request: HttpRequest, status: int, template: str = "", context: dict[str, object] | None = None
) -> HttpResponse:
    """Rendered without the request, so that no context processor runs."""
    try:
        page: str = render_to_string(template or f"errors/{status}.html", context)
    except Exception:
        logger.exception("no page for status %s", status)
        page = LAST_RESORT
    return HttpResponse(page, status=status)


def _may_resend(request: HttpRequest) -> bool:
    """Only what this site's own page sent: another site must not get a visitor to press the button for it."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if any("password" in name for name in request.POST):
        return False
    return site == "same-origin" or (not site and not request.path.startswith(f"/{settings.ADMIN_PATH}"))


def _sent_fields(request: HttpRequest) -> list[tuple[str, str]]:
    sent: QueryDict = request.POST
    return [(name, str(value)) for name, values in sent.lists() if name != "csrfmiddlewaretoken" for value in values]
