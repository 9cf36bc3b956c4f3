"""The part of a kept page that differs for each reader, rendered once with marks where a token and a secret come.

What differs is mostly those two alone, and putting them in takes a hundredth of the time of rendering.
"""

from django.http import HttpRequest
from django.middleware.csrf import get_token

TOKEN = "TOKEN-VAN-DE-LINK"  # noqa: S105 that is what it stands for
"""Stands where the token of a link comes; letters, so that an address can be made with it."""

SECRET = "GEHEIM-VAN-HET-FORMULIER"  # noqa: S105 the same
"""Stands where the secret of a form comes, another in each answer."""

FORM = {"csrf_token": SECRET}
"""For the context of a template with a form."""


def filled_in(part: str, request: HttpRequest, token: str = "") -> str:
    """The part for who asks. `token` opened something of ours, so there is nothing in it to escape."""
    if SECRET in part:
        part = part.replace(SECRET, get_token(request))
    return part.replace(TOKEN, token)
