"""Page and feed of the news, each made once for a release, language and process, when first asked for."""

from collections.abc import Callable

from django.template.loader import render_to_string

from dialoog.content.releases.current import KnownRelease
from dialoog.languages.active import active_language
from dialoog.languages.choice import for_search_engines, in_all_languages
from dialoog.news.entries import Entry, latest_entries
from dialoog.news.feed import render_feed
from dialoog.serving.kept import KeptPage

MOST = 20
"""Pages of one language: both by a few names of the site. Who makes up names for it gets no more."""

Release = tuple[int, str]
Maker = Callable[[list[Entry], str, KnownRelease], str]

_kept: dict[str, tuple[Release, dict[tuple[Maker, str], KeptPage]]] = {}
"""By language, of the current release alone; within that by what makes it, and by the name of the site."""


def kept_page(known: KnownRelease, make: Maker, site: str) -> KeptPage:
    """In the active language. No request is at hand, so that nothing of one can end up in what is kept.

    `site` ends with a slash. One query the first time, and none from then on.
    """
    language, release = active_language(), (known.release.pk, known.release.checksum)
    kept = _kept.get(language)
    if kept is None or kept[0] != release:
        kept = _kept[language] = release, {}
    pages = kept[1]
    if page := pages.get((make, site)):
        return page
    page = KeptPage.of(make(latest_entries(), site, known))
    if len(pages) < MOST:
        pages[make, site] = page
    return page


def page_text(entries: list[Entry], site: str, known: KnownRelease) -> str:
    addresses = for_search_engines(in_all_languages("news:page", {}), site)
    return render_to_string("news/page.html", {"entries": entries, "addresses": addresses})


def feed_text(entries: list[Entry], site: str, known: KnownRelease) -> str:
    return render_feed(entries, site, known.release.published_at)
