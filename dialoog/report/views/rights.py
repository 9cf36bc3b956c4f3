"""A reader's address with the name of a right in the place of a token: it opens for the account that has the right.

Who gives rights is a room above this one, which says so when it starts; see ADR 31.
"""

from collections.abc import Callable

from django.http import HttpRequest

from dialoog.languages.links import RIGHT
from dialoog.wizard.tokens import hash_token

Holds = Callable[[HttpRequest, str], str | None]
"""From who asks, and the name of a right, to the hash of the reader's token that it stands for; None without it."""

_known: list[Holds] = []


def give_rights(holds: Holds) -> None:
    """From now on this is asked as well."""
    _known.append(holds)


def digest_of(request: HttpRequest, share: str) -> str | None:
    """The hash of the reader's token that an address names, itself or by a right; None for a right that nobody has."""
    if not share.startswith(RIGHT):
        return hash_token(share)
    name = share.removeprefix(RIGHT)
    return next((digest for holds in _known if (digest := holds(request, name))), None)
