"""Somebody's own account: password, second step, recovery codes and sessions in one place."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from dialoog.staff.access import journal
from dialoog.staff.access.factors import codes_left, end_sessions, factors_of, remove_factor
from dialoog.staff.access.recently import recently
from dialoog.staff.access.views.frame import own_page
from dialoog.staff.frame.pages import render_staff


class OwnPasswordForm(AdminPasswordChangeForm):
    """The old password is counted like one of a login, for who finds a computer that was left open."""

    def clean_old_password(self) -> str:
        old = str(self.cleaned_data["old_password"])
        if authenticate(journal.current.get(), username=self.user.get_username(), password=old) is None:
            raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        return old


@require_safe
@own_page
def show(request: HttpRequest) -> HttpResponse:
    factors = [
        {"kind": f._meta.model_name, "pk": f.pk, "name": _name(f), "since": f.created_at, "used": f.last_used_at}
        for f in factors_of(request.user)
    ]
    context = {"factors": factors, "codes_left": codes_left(request.user)}
    return render_staff(request, "access/account.html", _("Mijn account"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
@recently
def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Asks first. Without a second step left, a site that requires one asks for a new one at once."""
    found: list[Any] = [f for f in factors_of(request.user) if f.pk == pk and f._meta.model_name == kind]
    if not found:
        raise Http404
    if request.method == "POST":
        remove_factor(found[0])
        messages.success(request, _("Weggehaald: %s.") % _name(found[0]))
        return redirect("access:account")
    context = {"name": _name(found[0]), "is_last": len(factors_of(request.user)) == 1}
    return render_staff(request, "access/remove.html", _("Tweede stap weghalen"), context)


@require_http_methods(["POST"])
@own_page
def log_out_elsewhere(request: HttpRequest) -> HttpResponse:
    ended = end_sessions(request.user, but=request.session.session_key)
    journal.note("sessions ended", request.user, number=ended)
    said = ngettext("Je bent op %d andere plek uitgelogd.", "Je bent op %d andere plekken uitgelogd.", ended)
    messages.success(request, said % ended)
    return redirect("access:account")


def _name(factor: Any) -> str:
    """A passkey has one only where the browser says which product made it."""
    return factor.name or (_("Authenticatie-app") if factor._meta.model_name == "totpdevice" else _("Passkey"))
