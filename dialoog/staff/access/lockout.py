"""Who guesses passwords waits: django-axes counts, and this says what is counted and how much is too much."""

import math
from datetime import timedelta
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from dialoog.errors import error_page
from dialoog.staff.access.addresses import name_key

LIMITS = (5, 20, 50)
"""Failures within AXES_COOLOFF_TIME: of one account from one address, of one account, from one address.

In the order of AXES_LOCKOUT_PARAMETERS. Colleagues may share an address; strangers may not shut out an account with
five wrong guesses.
"""


class LockoutHandler(AxesDatabaseHandler):
    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """In fifths of what is too much, since axes knows one limit."""
        counts = (_count(attempts) for attempts in self.get_user_attempts(request, credentials))
        return max(count * settings.AXES_FAILURE_LIMIT // limit for count, limit in zip(counts, LIMITS, strict=True))

    def user_login_failed(self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
        if request is not None:
            request.axes_user_agent = request.axes_http_accept = ""  # who changes his browser is still the same
        super().user_login_failed(sender, credentials, request, **kwargs)

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Who logs in clears his own mistakes, not those that others made from here or with his name."""
        own, *_others = self.filter_user_attempts(request, credentials)
        return int(own.delete()[0])


@receiver(pre_save, sender=AccessAttempt)
def forget_what_was_sent(instance: AccessAttempt, **_kwargs: Any) -> None:
    """Nothing of it is needed to count."""
    instance.get_data = instance.post_data = ""


def account_key(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """For axes: under what an account is counted. The same whether or not it exists."""
    typed = (credentials or {}).get("username") or request.POST.get("username")
    return name_key(typed or "")


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None) -> HttpResponse:
    """For axes: the page that says how long to wait."""
    return too_often(request, _left(request, credentials))


def too_often(request: HttpRequest, left: timedelta) -> HttpResponse:
    seconds = max(1, math.ceil(left.total_seconds()))
    response = error_page(request, 429, "errors/too_often.html", {"minutes": math.ceil(seconds / 60)})
    response["Retry-After"] = str(seconds)
    return response


def unlock(username: str = "") -> int:
    """How many counts were cleared: of one account, or all of them."""
    attempts = AccessAttempt.objects.all()
    return int((attempts.filter(username=name_key(username)) if username else attempts).delete()[0])


def forget_attempts() -> int:
    """Those that count no more. Axes does the same whenever somebody logs in."""
    return int(AccessAttempt.objects.filter(attempt_time__lte=timezone.now() - settings.AXES_COOLOFF_TIME).delete()[0])


def _count(attempts: Any) -> int:
    return int(attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0)


def _left(request: HttpRequest, credentials: dict[str, Any] | None) -> timedelta:
    """At most this long: every count that is too high falls when its newest failure is forgotten."""
    handler = LockoutHandler()
    tried = handler.get_user_attempts(request, credentials)
    full = [attempts for attempts, limit in zip(tried, LIMITS, strict=True) if _count(attempts) >= limit]
    newest = [attempts.aggregate(newest=Max("attempt_time"))["newest"] for attempts in full]
    return max(newest, default=timezone.now()) - get_cool_off_threshold(request)
