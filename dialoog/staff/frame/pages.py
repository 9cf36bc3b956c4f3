"""Pages of our own in the frame of the admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from dialoog.staff.frame.people import roles_with

View = Callable[..., HttpResponseBase]


def staff_page(permission: str) -> Callable[[View], View]:
    """For staff with this permission: others log in first, or are told that they may not."""

    def decorate(view: View) -> View:
        @wraps(view)
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                raise PermissionDenied(_needed(permission))
            return view(request, *args, **kwargs)

        return wraps(view)(admin.site.admin_view(permitted))

    return decorate


def _needed(permission: str) -> str:
    """What the page says that refuses somebody."""
    return _("Hiervoor heb je een van deze rollen nodig: %s.") % ", ".join(roles_with(permission))


def render_staff(
    request: HttpRequest, template: str, title: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A template that extends `admin/base_site.html`; `title` is its heading and the end of its breadcrumbs."""
    return TemplateResponse(
        request, template, {**admin.site.each_context(request), "title": title, **context}, status=status
    )
