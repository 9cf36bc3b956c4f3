"""The language of a request: what its address says, and nothing else. A link shows the same to whoever opens it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import override

from dialoog.languages.active import active_language, all_languages


class LanguageMiddleware:
    """Above all that shows a page, error pages too. An address without a prefix costs a comparison."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = language_of(request.path_info)
        if language == active_language():
            return self.get_response(request)
        with override(language):
            return self.get_response(request)


def language_of(path: str) -> str:
    """Staff pages have no prefix, so they are in the source language. So is the 404 of a prefix that is none."""
    prefix = path[1:].partition("/")[0]
    return prefix if prefix in all_languages() and prefix != settings.LANGUAGE_CODE else str(settings.LANGUAGE_CODE)
