"""A new password for who lost it: by mail where the site can send any, or with a link from an account manager."""

import logging
from threading import Thread
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialoog.staff.access.addresses import address_key, name_key
from dialoog.staff.access.approvals import link_path
from dialoog.staff.access.factors import end_sessions
from dialoog.staff.access.lockout import too_often
from dialoog.staff.access.models import REMEMBERED, ResetRequest
from dialoog.staff.access.views.frame import show_form
from dialoog.staff.frame.pages import render_staff

logger = logging.getLogger(__name__)

MAILS = 3
"""In an hour to one mail address; who asks for more is told the same."""
QUESTIONS = 10
"""In an hour from one network address."""


class ForgottenForm(PasswordResetForm):
    """Django's, but the mail leaves after the answer: waiting for it would tell that there is an account."""

    def save(self, request: HttpRequest) -> None:  # type: ignore[override]
        for user in self.get_users(self.cleaned_data["email"]):
            url = request.build_absolute_uri(link_path(user))
            words = {"url": url, "username": user.get_username(), "hours": _hours()}
            text = render_to_string("access/mail.txt", words)
            Thread(target=_send, args=(EmailMessage(_("Een nieuw wachtwoord"), text, to=[user.email]),)).start()


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether or not there is an account, and whether or not a mail was sent."""
    if not settings.DIALOOG_MAIL:
        return render_staff(request, "access/no_mail.html", _("Wachtwoord vergeten"), {})
    form = ForgottenForm(request.POST or None)
    if not form.is_valid():
        return show_form(request, "access/forgotten.html", _("Wachtwoord vergeten"), form)
    place, mailbox = address_key(request), name_key(form.cleaned_data["email"])
    recent = ResetRequest.objects.recent()
    if recent.filter(key=place).count() >= QUESTIONS:
        return too_often(request, REMEMBERED)
    is_new = recent.filter(key=mailbox).count() < MAILS
    ResetRequest.objects.bulk_create([ResetRequest(key=place), ResetRequest(key=mailbox)])
    if is_new:
        form.save(request)
    return render_staff(request, "access/mailed.html", _("Kijk in je mail"), {"hours": _hours()})


class NewPassword(PasswordResetConfirmView):
    template_name = "access/new_password.html"
    success_url = reverse_lazy("admin:login")
    title = ""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        end_sessions(self.user)
        messages.success(self.request, _("Je wachtwoord is ingesteld. Je kunt nu inloggen."))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        title = _("Kies een nieuw wachtwoord") if self.validlink else _("Deze link werkt niet meer")
        errors = [(field.id_for_label, text) for field in found["form"] or () for text in field.errors]
        return found | admin.site.each_context(self.request) | {"title": title, "errors": errors, "hours": _hours()}


def _hours() -> int:
    return settings.PASSWORD_RESET_TIMEOUT // 3600


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception:
        logger.exception("a mail was not sent")
