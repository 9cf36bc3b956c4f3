"""Pages of visitors travel compressed, also those that are made for one reader at a time.

Guessing a secret from how well a page compresses (BREACH) takes a page that holds the secret beside something that the
attacker sends. No page of a visitor shows anything of the address, a header or a cookie that others can choose: the
query comes back in the links to other languages only where the address itself holds the secret. The secret of a form is
masked anew in each answer. The search of visitors shows what was asked, and has no form with a secret, no token and
nothing else of its reader. Pages of staff do show what was searched for, so they go out as they are.
"""

import zlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from dialoog.serving.answering import takes_gzip

LEVEL = 4
"""Of a step, within 4% of the smallest that is possible, in less than half the time."""
LEAST = 500
"""Bytes; what is shorter fits in one packet anyway."""
GZIP = 16 + zlib.MAX_WBITS
STAFF = f"/{settings.ADMIN_PATH}"


class CompressingMiddleware:
    """Below WhiteNoise, whose files are compressed already. Django's own compresses PDFs and pages of staff as well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and _is_page(response) and not request.path.startswith(STAFF):
            patch_vary_headers(response, ["Accept-Encoding"])
            if takes_gzip(request):
                _compress(response)
        return response


def _is_page(response: HttpResponse) -> bool:
    return (
        response.get("Content-Type", "").startswith("text/html")
        and "Content-Encoding" not in response
        and len(response.content) >= LEAST
    )


def _compress(response: HttpResponse) -> None:
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    response.content = compressor.compress(response.content) + compressor.flush()
    response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
