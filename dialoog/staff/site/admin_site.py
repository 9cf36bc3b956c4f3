"""Django's admin site, with our own pages in its frame and nothing lost when a session has ended."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.exceptions import DisallowedModelAdminToField
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from dialoog.errors import session_ended
from dialoog.staff.site.menu import tasks_of
from dialoog.staff.site.sections import in_sections


class Choices(AutocompleteJsonView):
    """What a field with a search box offers; a record may have a name of its own for that."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        result: dict[str, str] = super().serialize_result(obj, to_field_name)
        return result | {"text": getattr(obj, "name_in_choices", result["text"])}


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
            if _asks_by_no_field(request):
                raise DisallowedModelAdminToField("an empty name")
            return guarded(request, *args, **kwargs)

        return respond

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        if request.method == "HEAD" and self.has_permission(request):
            return redirect("admin:index")  # as Django does for a GET alone
        return super().login(request, {"has_mail": bool(settings.DIALOOG_MAIL), **(extra_context or {})})

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Django's, with a form that counts wrong old passwords."""
        from django.contrib.auth.views import PasswordChangeView  # these need the models

        from dialoog.staff.access.views.account import OwnPasswordForm

        view = PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context=self.each_context(request) | (extra_context or {}),
        )
        return view(request)

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Choices.as_view(admin_site=self)(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """By section; the page of one app keeps Django's own order."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else list(in_sections(apps))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {"tasks": tasks_of(request.user)}


def _asks_by_no_field(request: HttpRequest) -> bool:
    """By which field a record is named; Django takes an empty name for allowed, and then does not find that field."""
    return request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR)) == ""
