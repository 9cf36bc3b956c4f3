"""A page that is the same for everybody, kept as it goes out, and not sent again to who has it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Self, cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from dialoog.serving.answering import answer
from dialoog.serving.slotted import SlottedPage


@dataclass(frozen=True)
class KeptPage:
    page: SlottedPage
    """Without slots: it is the same for everybody."""
    etag: str
    """Weak: the page is the same whether or not it travels compressed."""

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(SlottedPage.of(text), f'W/"{blake2b(text.encode(), digest_size=12).hexdigest()}"')


def answer_unless_known(request: HttpRequest, kept: KeptPage, changed_at: datetime | None = None) -> HttpResponse:
    """The answer, or that it did not change. A browser may keep it, and asks each time whether it still holds."""
    response = answer(request, kept.page)
    response["ETag"] = kept.etag
    moment = int(changed_at.timestamp()) if changed_at else None
    if moment:
        response["Last-Modified"] = http_date(moment)
    patch_cache_control(response, no_cache=True)
    return cast(HttpResponse, get_conditional_response(request, kept.etag, moment, response))
