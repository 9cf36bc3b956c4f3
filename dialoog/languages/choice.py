"""The way to the same page in another language, and what a browser says that its reader would like."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation.trans_real import parse_accept_lang_header

from dialoog.languages.active import active_language, all_languages
from dialoog.languages.links import holds_token


@dataclass(frozen=True)
class InLanguage:
    """A page in one of the languages."""

    code: str
    name: str
    """Of the language, in itself."""
    url: str
    is_active: bool


def in_all_languages(view: str, kwargs: Mapping[str, Any], query: str = "") -> list[InLanguage]:
    """A page by its view's name, in every language; none of a page that is in one language alone."""
    found = [
        InLanguage(code, name, url + (f"?{query}" if query else ""), code == active_language())
        for code, name in settings.LANGUAGES
        if (url := _url(view, kwargs, code))
    ]
    return found if len({page.url for page in found}) > 1 else []


def of_request(request: HttpRequest) -> list[InLanguage]:
    """The page that was asked for, with its query where the address holds a token; none of what a POST answers.

    Elsewhere nothing of an address comes back on a page: see `serving/compressing.py`.
    """
    return _of_address(request) if request.method in ("GET", "HEAD") else []


def _of_address(request: HttpRequest) -> list[InLanguage]:
    match = request.resolver_match
    if match is None:
        return []
    query = request.GET.urlencode() if holds_token(request.path) else ""
    return in_all_languages(match.view_name, match.kwargs, query)


def url_in(request: HttpRequest, language: str) -> str:
    """Where the page that was asked for stands in a language; empty if it does not."""
    return next((page.url for page in _of_address(request) if page.code == language), "")


def for_search_engines(pages: list[InLanguage], site: str) -> list[InLanguage]:
    """With whole addresses, and last the one for who reads none of these languages. `site` ends with a slash."""
    found = [replace(page, url=site.rstrip("/") + page.url) for page in pages]
    return [*found, replace(found[0], code="x-default")] if found else []


def liked(request: HttpRequest) -> str:
    """The language of ours that the browser likes most; that of the page when it names none."""
    return _liked(request.headers.get("Accept-Language", "")) or active_language()


@lru_cache(maxsize=256)
def _liked(header: str) -> str:
    for code, _weight in parse_accept_lang_header(header):
        try:
            found = get_supported_language_variant(code)
        except LookupError:
            continue
        if found in all_languages():
            return str(found)
    return ""


def _url(view: str, kwargs: Mapping[str, Any], language: str) -> str:
    with override(language):
        try:
            return reverse(view, kwargs=dict(kwargs))
        except NoReverseMatch:
            return ""
