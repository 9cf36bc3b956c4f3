"""What holds for every response: headers, limits, and a page when the database is in trouble."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from dialoog.errors import (
    TROUBLE,
    TooMany,
    is_database_trouble,
    method_not_allowed,
    too_large,
    too_many,
    unavailable,
)
from dialoog.languages.links import holds_token

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]

METHODS = ("GET", "HEAD", "OPTIONS", "POST")

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ADMIN_PATH = f"/{settings.ADMIN_PATH}"


class Middleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)


class HeadersMiddleware(Middleware):
    """Outermost, so that error pages, redirects and static files have the headers too."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        is_token_path = holds_token(request.path)
        if is_token_path or request.path.startswith(ADMIN_PATH):
            response["X-Robots-Tag"] = "noindex, nofollow"
            patch_cache_control(response, no_store=True, private=True)
        if is_token_path:
            response["Referrer-Policy"] = "no-referrer"
        return response


class LimitsMiddleware(Middleware):
    """Refuses what no page of this site sends, before anything of it is read."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in METHODS:
            response: HttpResponseBase = HttpResponseNotAllowed(METHODS)
        elif _announced_size(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            response = too_large(request)
        else:
            response = self.get_response(request)
        return _with_way_back(request, response)


class CodingsMiddleware(Middleware):
    """Takes out of Accept-Encoding what the client refuses with `q=0`: WhiteNoise looks for the name alone."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        codings = request.META.get("HTTP_ACCEPT_ENCODING", "")
        if ";" in codings:
            request.META["HTTP_ACCEPT_ENCODING"] = ",".join(filter(_is_wanted, codings.split(",")))
        return self.get_response(request)


class DatabaseTroubleMiddleware(Middleware):
    """A view that the database failed gives a page that says so, with DEBUG as well; so does one that refuses."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, TooMany):
            return too_many(request, error.seconds)
        return _explain(request, error) if is_database_trouble(error) else None


class SessionMiddleware(DjangoSessionMiddleware):
    """A session is saved after the view, where process_exception sees nothing; Django would answer 400.

    A cookie that no session of ours can have is like none, and is taken away: PostgreSQL fails on a NUL in it.
    """

    def process_request(self, request: HttpRequest) -> None:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        request.session = self.SessionStore(key if key.isascii() and key.isalnum() else None)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except TROUBLE as error:
            if is_database_trouble(error):
                return _explain(request, error)
            raise


class OwnOriginMiddleware(Middleware):
    """Lets forms on pages with `no-referrer` be sent.

    Browsers send `Origin: null` from such a page, which Django refuses. Sec-Fetch-Site cannot be set by a page, and
    says whether it was ours. Browsers that lack it have the CSRF token alone, in a cookie that no other host can set;
    that is enough for what the token in the address opens, and not for the rest of the admin.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.headers.get("Origin") == "null" and _is_of_own_page(request):
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.get_response(request)


def _is_of_own_page(request: HttpRequest) -> bool:
    """Whether a page of ours with `no-referrer` may have sent it. One of staff has the button to log out."""
    site = request.headers.get("Sec-Fetch-Site")
    if holds_token(request.path):
        return site in (None, "same-origin")
    return site == "same-origin" and request.path.startswith(ADMIN_PATH)


def _is_wanted(coding: str) -> bool:
    """Of one coding with its weight, as in `gzip;q=0.5`; what cannot be read is not refused."""
    _name, _, weight = coding.replace(" ", "").lower().partition(";q=")
    return not weight or weight.strip("0.") != ""


def _announced_size(request: HttpRequest) -> int:
    """Django reads no further than this header says, so nothing larger can slip by."""
    try:
        return int(request.headers.get("Content-Length") or 0)
    except ValueError:
        return 0


def _with_way_back(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Django's decorators answer 405 with an empty page."""
    if not isinstance(response, HttpResponseNotAllowed) or response.content:
        return response
    page = method_not_allowed(request)
    page["Allow"] = response["Allow"]
    return page


def _explain(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("database trouble", exc_info=error)
    return unavailable(request)
