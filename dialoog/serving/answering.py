"""An answer with a kept page, compressed for who takes that."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from dialoog.serving.slotted import SlottedPage


def answer(request: HttpRequest, page: SlottedPage, *slots: str) -> HttpResponse:
    if takes_gzip(request):
        response = HttpResponse(page.gzipped(*slots), headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(page.filled(*slots))
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def takes_gzip(request: HttpRequest) -> bool:
    """Whether the client names gzip, and not to refuse it."""
    for coding in request.headers.get("Accept-Encoding", "").split(","):
        name, _, weight = coding.replace(" ", "").lower().partition(";")
        if name == "gzip":
            return not weight or weight.removeprefix("q=").strip("0.") != ""
    return False
