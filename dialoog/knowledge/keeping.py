"""Pages and index of the current release, each made once for a release, language and process, when first asked for."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from django.http import Http404
from django.template.loader import render_to_string

from dialoog.content.releases.current import KnownRelease
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.search.synonyms import SLUG, groups_in
from dialoog.knowledge.search.texts import entries_of
from dialoog.knowledge.shelf import Shelf, context_of
from dialoog.knowledge.subjects import Kind
from dialoog.languages.active import active_language
from dialoog.serving.slotted import SLOT, SlottedPage

Key = tuple[int, str]


@dataclass(frozen=True)
class KeptPage:
    page: SlottedPage
    """With a slot for its addresses in each language."""
    digest: str
    """Of the page without what comes in the slot."""

    @classmethod
    def of(cls, html: str) -> "KeptPage":
        return cls(SlottedPage.of(html), blake2b(html.encode(), digest_size=12).hexdigest())


@dataclass
class Kept:
    """What was made of one release in one language."""

    key: Key
    language: str
    shelf: Shelf
    pages: dict[tuple[Kind, str], KeptPage] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        synonyms = groups_in(self.shelf.catalogue.page_text(SLUG).text)
        return Index(entries_of(self.shelf), self.language, synonyms)


_kept: dict[str, Kept] = {}
"""By language, of the current release alone."""


def index_of(known: KnownRelease) -> Index:
    """In the active language."""
    return _of(known).index


def kept_page(known: KnownRelease, kind: Kind, slug: str) -> KeptPage:
    """In the active language. No request is at hand, so that nothing of one can end up in what is kept.

    Raises Http404 for what this release does not have.
    """
    kept = _of(known)
    if page := kept.pages.get((kind, slug)):
        return page
    if (kind, slug) not in kept.shelf.pages:
        raise Http404
    page = kept.pages[kind, slug] = KeptPage.of(_render(kept.shelf, kind, slug))
    return page


def _of(known: KnownRelease) -> Kept:
    language, key = active_language(), (known.release.pk, known.release.checksum)
    kept = _kept.get(language)
    if kept is None or kept.key != key:
        kept = _kept[language] = Kept(key, language, Shelf(known.catalogue))
    return kept


def _render(shelf: Shelf, kind: Kind, slug: str) -> str:
    subject = shelf.pages[kind, slug]
    page = {"slot": SLOT, "subject": subject, "kind": kind, "view": f"knowledge:{kind}", "words": shelf.catalogue.words}
    return render_to_string(f"knowledge/{kind}.html", {**page, **context_of(shelf, kind, slug)})
