"""Public paths of the knowledge base, in the words of the active language."""

from django.urls import URLPattern, path

from dialoog.knowledge import views
from dialoog.knowledge.subjects import Kind
from dialoog.languages import addresses as words
from dialoog.languages.addresses import route

app_name = "knowledge"

SLUG = "<slug:slug>"


def _page(kind: Kind, *parts: object) -> URLPattern:
    return path(route(words.KNOWLEDGE, *parts), views.page, {"kind": kind.value}, name=kind.value)


urlpatterns = [
    _page(Kind.INDEX),
    _page(Kind.GOAL, words.GOALS, SLUG),
    _page(Kind.PARTNER, words.PARTNERS, SLUG),
    _page(Kind.EXAMPLE, words.EXAMPLES, SLUG),
    _page(Kind.GENERAL_TIPS, words.TIPS),
    _page(Kind.COUNTRY_TIPS, words.TIPS, words.PRODUCTION_COUNTRIES),
    _page(Kind.ORGANISATIONS, words.ORGANISATIONS),
    _page(Kind.TOOLS, words.TOOLS),
    _page(Kind.QUESTIONS, words.QUESTIONS),
    _page(Kind.TERMS, words.TERMS),
    path(route(words.KNOWLEDGE, words.SEARCH), views.find, name="search"),
]
