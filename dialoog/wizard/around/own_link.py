"""The owner's link, to be kept by its owner: who lost it cannot be sent another."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from dialoog.serving.mailto import mailto


@dataclass(frozen=True)
class OwnLink:
    """As `components/own_link.html` shows it."""

    url: str
    """In full; leads to the open question, and after the last one to the advice."""
    mailto: str
    """A mail with it, to oneself."""

    @classmethod
    def of(cls, request: HttpRequest, token: str) -> "OwnLink":
        url = request.build_absolute_uri(reverse("wizard:resume", kwargs={"token": token}))
        return cls(url, mailto(_("Verder met mijn advies"), _("Met deze link ga ik verder: %s") % url))
