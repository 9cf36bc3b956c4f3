"""Passkeys: the pages of django-otp-webauthn that its script talks to, with what this site asks beyond."""

from ipaddress import ip_address
from typing import Any

from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import path
from django.views.i18n import JavaScriptCatalog
from django_otp_webauthn import exceptions, views
from django_otp_webauthn.helpers import WebAuthnHelper

from dialoog.staff.access import journal
from dialoog.staff.access.recently import is_recent

app_name = "otp_webauthn"


def host_of(request: HttpRequest) -> str:
    """The name that passkeys are bound to; ALLOWED_HOSTS has looked at it."""
    return split_domain_port(request.get_host())[0]


def can_have_passkeys(request: HttpRequest) -> bool:
    """Browsers make none for a bare IP address, and outside this computer none without HTTPS."""
    host = host_of(request)
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


class Helper(WebAuthnHelper):
    def get_allowed_origins(self) -> list[str]:
        """The address of the page itself, whichever of the site's names it has."""
        return [f"{self.request.scheme}://{self.request.get_host()}"]


class _Recently:
    """Who comes to a computer that was left open adds no key of his own."""

    request: Any

    def check_can_register(self) -> None:
        if not is_recent(self.request):
            raise exceptions.NotVerified()


class BeginRegistration(_Recently, views.BeginCredentialRegistrationView):
    pass


class CompleteRegistration(_Recently, views.CompleteCredentialRegistrationView):
    def post(self, *args: Any, **kwargs: Any) -> Any:
        response = super().post(*args, **kwargs)
        journal.note("factor added", self.request.user, kind="passkey")
        return response


class CompleteAuthentication(views.CompleteCredentialAuthenticationView):
    def complete_auth(self, device: Any) -> Any:
        journal.note("second step passed", device.user_id, kind="passkey")
        return super().complete_auth(device)


urlpatterns = [
    path("nieuw/begin/", BeginRegistration.as_view(), name="credential-registration-begin"),
    path("nieuw/klaar/", CompleteRegistration.as_view(), name="credential-registration-complete"),
    path("begin/", views.BeginCredentialAuthenticationView.as_view(), name="credential-authentication-begin"),
    path("klaar/", CompleteAuthentication.as_view(), name="credential-authentication-complete"),
    path("teksten/", JavaScriptCatalog.as_view(packages=["django_otp_webauthn"]), name="js-i18n-catalog"),
]
