"""Pages and index of the current release, each made once for a release, language and process, when first asked for."""

from dataclasses import dataclass, field
from functools import cached_property

from django.http import Http404
from django.template.loader import render_to_string

from dialoog.content.releases.current import KnownRelease
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.search.synonyms import SLUG, groups_in
from dialoog.knowledge.search.texts import entries_of
from dialoog.knowledge.shelf import Shelf, context_of
from dialoog.knowledge.subjects import Kind
from dialoog.languages.active import active_language
from dialoog.languages.choice import for_search_engines, in_all_languages
from dialoog.serving.kept import KeptPage

MOST = 400
"""Pages of one language: all of them by a few names of the site. Who makes up names for it gets no more."""

Release = tuple[int, str]
Page = tuple[Kind, str, str]
"""What it is about, and the name that the site was asked for, since search engines want whole addresses."""


@dataclass
class Kept:
    """What was made of one release in one language."""

    release: Release
    language: str
    shelf: Shelf
    pages: dict[Page, KeptPage] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        synonyms = groups_in(self.shelf.catalogue.page_text(SLUG).text)
        return Index(entries_of(self.shelf), self.language, synonyms)


_kept: dict[str, Kept] = {}
"""By language, of the current release alone."""


def kept_of(known: KnownRelease) -> Kept:
    """In the active language."""
    language, release = active_language(), (known.release.pk, known.release.checksum)
    kept = _kept.get(language)
    if kept is None or kept.release != release:
        kept = _kept[language] = Kept(release, language, Shelf(known.catalogue))
    return kept


def kept_page(known: KnownRelease, kind: Kind, slug: str, site: str) -> KeptPage:
    """In the active language. No request is at hand, so that nothing of one can end up in what is kept.

    `site` ends with a slash. Raises Http404 for what this release does not have.
    """
    kept = kept_of(known)
    if page := kept.pages.get((kind, slug, site)):
        return page
    if (kind, slug) not in kept.shelf.pages:
        raise Http404
    page = KeptPage.of(_render(kept.shelf, kind, slug, site))
    if len(kept.pages) < MOST:
        kept.pages[kind, slug, site] = page
    return page


def _render(shelf: Shelf, kind: Kind, slug: str, site: str) -> str:
    view = f"knowledge:{kind}"
    pages = in_all_languages(view, {"slug": slug} if slug else {})
    context = {
        "subject": shelf.pages[kind, slug],
        "kind": kind,
        "view": view,
        "addresses": for_search_engines(pages, site),
        "words": shelf.catalogue.words,
    }
    return render_to_string(f"knowledge/{kind}.html", context | context_of(shelf, kind, slug))
