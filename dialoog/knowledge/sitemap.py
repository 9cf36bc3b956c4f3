"""The addresses of public pages, for search engines."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import override

from dialoog.content.releases.current import KnownRelease
from dialoog.knowledge.shelf import Shelf
from dialoog.languages.active import all_languages

Row = dict[str, str]
"""Address by language, without the name of the site."""


def rows_of(known: KnownRelease) -> Iterator[Row]:
    """The start page, the news and each page of the knowledge base."""
    yield _in_all("wizard:home", "")
    yield _in_all("news:page", "")
    for kind, slug in Shelf(known.catalogue).pages:
        yield _in_all(f"knowledge:{kind}", slug)


def _in_all(view: str, slug: str) -> Row:
    row = {}
    for language in all_languages():
        with override(language):
            row[language] = reverse(view, kwargs={"slug": slug} if slug else {})
    return row
