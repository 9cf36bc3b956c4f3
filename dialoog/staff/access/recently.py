"""Whoever changes how an account is entered has given its password a moment ago."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase

KEY = "password_given_at"
RECENT = 10 * 60
"""Seconds."""


def is_recent(request: HttpRequest) -> bool:
    return time.time() - request.session.get(KEY, 0) < RECENT


def remember(request: HttpRequest) -> None:
    request.session[KEY] = int(time.time())


@receiver(user_logged_in)
def _logged_in(request: Any, **_kwargs: Any) -> None:
    if hasattr(request, "session"):
        remember(request)


def recently(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Asks for the password first, if that was not done in the last minutes."""

    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_recent(request):
            return view(request, *args, **kwargs)
        return redirect_to_login(request.path, "access:confirm")

    return respond
