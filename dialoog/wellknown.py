"""Files that programs look for at a fixed address."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"
VALID_FOR = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Names no private path: those answer with noindex, which a robot reads only where it may come."""
    lines = ["User-agent: *", f"Disallow: /{settings.ADMIN_PATH}", "Disallow: /gezond/"]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a leak (RFC 9116), when the site's owner gave an address."""
    if not settings.DIALOOG_SECURITY_CONTACT:
        raise Http404
    expires = (datetime.now(UTC) + VALID_FOR).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {settings.DIALOOG_SECURITY_CONTACT}", f"Expires: {expires}", "Preferred-Languages: nl, en", ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)
