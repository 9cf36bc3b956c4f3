"""The second step: giving it, and setting it up."""

from base64 import b32encode
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe
from django_otp import login
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

from dialoog.staff.access import journal
from dialoog.staff.access.factors import (
    app_in_preparation,
    confirm_app,
    has_factor,
    new_recovery_codes,
    seconds_to_wait,
    verified_by,
)
from dialoog.staff.access.passkeys import can_have_passkeys
from dialoog.staff.access.recently import recently, remember
from dialoog.staff.access.views.frame import PasswordForm, next_page, own_page, show_form
from dialoog.staff.frame.pages import render_staff

PIXELS = 5
"""The side of a square of the QR code."""


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "size": 12}
        ),
        error_messages={"required": gettext_lazy("Vul de code in.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def code(request: HttpRequest) -> HttpResponse:
    """After the password: a code of the app, a recovery code, or a passkey."""
    user: Any = request.user
    form = CodeForm(request.POST or None)
    if user.is_verified() or not has_factor(user):
        return redirect(next_page(request))
    if form.is_valid():
        wait = seconds_to_wait(user)
        device = verified_by(user, form.cleaned_data["code"])
        if device:
            login(request, device)
            journal.note("second step passed", user, kind=device._meta.model_name)
            return redirect(next_page(request))
        journal.note("second step refused", user)
        form.add_error("code", _wrong(wait))
    context = {
        "next": next_page(request),
        "has_passkey": WebAuthnCredential.objects.filter(user=user, confirmed=True).exists(),
        "has_app": TOTPDevice.objects.filter(user=user, confirmed=True).exists(),
    }
    return show_form(request, "access/code.html", _("Nog één stap"), form, context)


def _wrong(wait: int) -> str:
    """Whoever was too fast is told so: a right code was not looked at."""
    if wait:
        said = ngettext("Wacht %d seconde.", "Wacht %d seconden.", wait)
        return f"{said % wait} {_('Vul dan een nieuwe code in.')}"
    return _("Deze code klopt niet, of hij is al gebruikt. Vul de code in die je nu ziet.")


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def confirm(request: HttpRequest) -> HttpResponse:
    """The password again, before something that changes how the account is entered."""
    form = PasswordForm(request, request.POST or None)
    if form.is_valid():
        remember(request)
        return redirect(next_page(request, "access:account"))
    context = {"next": next_page(request, "access:account")}
    return show_form(request, "access/confirm.html", _("Vul je wachtwoord in"), form, context)


@require_safe
@own_page
def begin(request: HttpRequest) -> HttpResponse:
    context = {"can_have_passkeys": can_have_passkeys(request)}
    return render_staff(request, "access/begin.html", _("Zet de tweede stap aan"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
@recently
def add_app(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    form, device = CodeForm(request.POST or None), app_in_preparation(user)
    if form.is_valid():
        if confirm_app(device, form.cleaned_data["code"]):
            journal.note("factor added", user, kind="totpdevice")
            if not user.is_verified():
                login(request, TOTPDevice.objects.get(pk=device.pk))
            return _codes_page(request, _("Je app is gekoppeld. Bewaar nu deze herstelcodes."))
        form.add_error("code", _("Deze code klopt niet. Vul de code in die je app nu laat zien."))
    key = b32encode(device.bin_key).decode()
    context = {
        "key": " ".join(key[at : at + 4] for at in range(0, len(key), 4)),
        "picture": _picture(device.config_url),
    }
    return show_form(request, "access/app.html", _("Een app koppelen"), form, context)


@require_safe
@own_page
@recently
def add_passkey(request: HttpRequest) -> HttpResponse:
    context = {"can_have_passkeys": can_have_passkeys(request)}
    return render_staff(request, "access/passkey.html", _("Een passkey maken"), context)


@require_http_methods(["POST"])
@own_page
@recently
def make_codes(request: HttpRequest) -> HttpResponse:
    if not has_factor(request.user):
        messages.warning(request, _("Zet eerst de tweede stap aan."))
        return redirect("access:account")
    return _codes_page(request, _("Dit zijn je nieuwe herstelcodes. De oude werken niet meer."))


def _codes_page(request: HttpRequest, said: str) -> HttpResponse:
    """The answer to a POST, so that no address shows them a second time."""
    journal.note("recovery codes made", request.user)
    context = {"codes": new_recovery_codes(request.user), "said": said}
    return render_staff(request, "access/codes.html", _("Herstelcodes"), context)


def _picture(text: str) -> str:
    """Attributes alone, since the Content-Security-Policy lets no style through."""
    made = segno.make(text, error="m", micro=False)
    return mark_safe(made.svg_inline(scale=PIXELS, border=4, light="#fff", title=_("QR-code voor je app")))  # noqa: S308
