"""What the pages share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from dialoog.staff.frame.pages import render_staff

View = Callable[..., HttpResponseBase]


class PasswordForm(forms.Form):
    """Asks who is logged in for the password; a wrong one counts as one of a login."""

    password = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Vul je wachtwoord in.")},
    )

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        super().__init__(*args)
        self.request = request

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        name = self.request.user.get_username()
        if authenticate(self.request, username=name, password=password) is None:
            raise forms.ValidationError(_("Dit wachtwoord klopt niet. Vul het opnieuw in."))
        return password


def own_page(view: View) -> View:
    """For everybody who works here, about the own account."""
    return wraps(view)(admin.site.admin_view(sensitive_post_parameters()(view)))


def show_form(
    request: HttpRequest, template: str, title: str, form: forms.Form, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of a form, with a summary on top of what is wrong."""
    errors = [(form[name].id_for_label, text) for name, texts in form.errors.items() for text in texts]
    return render_staff(request, template, title, {"form": form, "errors": errors, **(context or {})})


def next_page(request: HttpRequest, default: str = settings.LOGIN_REDIRECT_URL) -> str:
    """Where `next` leads, if that is a path on this site; a word could be the name of a page, or of none."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else resolve_url(default)
