"""Django's admin site, with our own pages in its frame and nothing lost when a session has ended."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from dialoog.errors import session_ended
from dialoog.staff.menu import tasks_of
from dialoog.staff.sections import in_sections


class StaffSite(admin.AdminSite):
    site_title = site_header = "Dialoog"
    index_title = "Beheer"

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        guarded = super().admin_view(view, cacheable)

        def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            """Django would send a POST without a session to the login page, and forget what was typed."""
            leaving = request.path == reverse("admin:logout")
            if request.method == "POST" and not request.user.is_authenticated and not leaving:
                return session_ended(request)
            return guarded(request, *args, **kwargs)

        return respond

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """By section; the page of one app keeps Django's own order."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else list(in_sections(apps))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {"tasks": tasks_of(request.user)}
