"""Who may open a report from a list: the account that holds the right, logged in and past its second step."""

from django.http import HttpRequest

from dialoog.advisers.models import Held
from dialoog.languages.links import RIGHT
from dialoog.staff.access.factors import is_in
from dialoog.staff.frame.looking import KEEPS_REPORTS, is_allowed
from dialoog.staff.frame.sent import whole_number


def keeps_reports(request: HttpRequest) -> bool:
    """Whether who asks has a list."""
    return is_allowed(request, KEEPS_REPORTS) and is_in(request.user)


def held_digest(request: HttpRequest, name: str) -> str | None:
    """The hash of the reader's token that a right in the list of who asks stands for."""
    key = whole_number(name)
    if key is None or not keeps_reports(request):
        return None
    found = Held.objects.live().filter(pk=key, adviser=request.user)  # type: ignore[misc]
    return found.values_list("share_hash", flat=True).first()


def share_of(held: Held) -> str:
    """What stands in the place of a reader's token."""
    return f"{RIGHT}{held.pk}"
