"""The language of a page, the switch to another, and texts that are in neither."""

from typing import Any

from django import template
from django.template import Context

from dialoog.languages.active import active_language
from dialoog.languages.catalogues import SOURCE_LANGUAGE
from dialoog.languages.choice import InLanguage, for_search_engines, in_all_languages, of_request
from dialoog.languages.links import holds_token

register = template.Library()


@register.inclusion_tag("components/languages.html", takes_context=True)
def language_switch(context: Context, view: str = "", **kwargs: str) -> dict[str, list[InLanguage]]:
    """Links to the page in the other languages. A page that is kept has no request: it names its view."""
    return {"languages": [page for page in _pages(context, view, kwargs) if not page.is_active]}


@register.inclusion_tag("components/alternates.html", takes_context=True)
def alternates(context: Context) -> dict[str, list[InLanguage]]:
    """For search engines: the same page in each language. None for a page that only who has its link may find.

    A page that is kept has no request, and so no whole address: it leaves a place for them.
    """
    request = getattr(context, "request", None)
    if request is None or holds_token(request.path):
        return {"languages": []}
    return {"languages": for_search_engines(of_request(request), request.build_absolute_uri("/"))}


@register.simple_tag
def is_translation() -> bool:
    return active_language() != SOURCE_LANGUAGE


@register.filter
def plain(text: Any) -> str:
    """Without the mark of its language: for a title or an attribute, which hold no marks."""
    return str.__str__(text) if isinstance(text, str) else str(text)


def _pages(context: Context, view: str, kwargs: dict[str, str]) -> list[InLanguage]:
    if view:
        return in_all_languages(view, kwargs)
    request = getattr(context, "request", None)
    return of_request(request) if request is not None else []
