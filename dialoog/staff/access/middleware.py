"""Nobody works here on a password alone who has a second step, or must have one."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from dialoog.errors import error_page
from dialoog.staff.access import journal
from dialoog.staff.access.factors import has_factor, is_in
from dialoog.staff.access.hashing import WAIT_SECONDS, HashingBusy

OPEN = {
    "admin:login",
    "admin:logout",
    "admin:jsi18n",
    "access:code",
    "access:forgotten",
    "access:new_password",
    "otp_webauthn:credential-authentication-begin",
    "otp_webauthn:credential-authentication-complete",
    "otp_webauthn:js-i18n-catalog",
}
"""What one can do with a password alone."""

SETTING_UP = {
    "access:begin",
    "access:confirm",
    "access:add_app",
    "access:add_passkey",
    "otp_webauthn:credential-registration-begin",
    "otp_webauthn:credential-registration-complete",
}
"""What else, as long as there is no second step to ask for."""


class AccessMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = journal.current.set(request)
        try:
            return self.get_response(request)
        finally:
            journal.current.reset(token)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        page = request.resolver_match.view_name if request.resolver_match else ""
        if not request.path.startswith(f"/{settings.ADMIN_PATH}") or page in OPEN or not request.user.is_authenticated:
            return None
        user: Any = request.user
        if is_in(user):
            return None
        if has_factor(user):
            return _ask(request, "access:code")
        return None if page in SETTING_UP else _ask(request, "access:begin")

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, HashingBusy):
            return None
        response = error_page(request, 503, "errors/login_busy.html")
        response["Retry-After"] = str(WAIT_SECONDS)
        return response


def _ask(request: HttpRequest, page: str) -> HttpResponse:
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "", page)
