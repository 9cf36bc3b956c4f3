"""Whether somebody of staff looks at a page that is made for visitors."""

from django.conf import settings
from django.http import HttpRequest

SEES_CONTENT = "content.check_draft"
KEEPS_REPORTS = "advisers.keep_reports"


def sees_content(request: HttpRequest) -> bool:
    return is_allowed(request, SEES_CONTENT)


def is_allowed(request: HttpRequest, permission: str) -> bool:
    """Visitors have no session: without its cookie nothing is asked of the database."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm(permission)
