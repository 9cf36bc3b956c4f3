"""Texts of the content that are pages, or stand on the start page."""

from dataclasses import replace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import ngettext

from dialoog.catalogue.catalogue import PageText
from dialoog.catalogue.translated import in_same_language
from dialoog.content.releases.current import KnownRelease
from dialoog.languages.active import active_language
from dialoog.serving.slotted import SLOT, SlottedPage


def with_retention(page_text: PageText) -> PageText:
    """Staff write {bewaartermijn}; the setting says how long that is."""
    return _with_days(page_text, settings.DIALOOG_RETENTION_DAYS)


_kept: dict[str, tuple[tuple[int, str, int], SlottedPage]] = {}
"""By language, of the current release alone."""


def start_page(known: KnownRelease) -> SlottedPage:
    """With three slots: in the head, and above and below the texts. Rendered once for each release, language and
    process.

    No request is at hand, so that nothing of one can end up in what is kept. What was rendered without the database
    lacks the example, and is not kept.
    """
    days, language = settings.DIALOOG_RETENTION_DAYS, active_language()
    key = known.release.pk, known.release.checksum, days
    if (kept := _kept.get(language)) and kept[0] == key:
        return kept[1]
    page = _render(known, days)
    if known.is_live:
        _kept[language] = key, page
    return page


def _render(known: KnownRelease, days: int) -> SlottedPage:
    texts = known.catalogue.page_texts
    context = {
        "release": known.release,
        "texts": {slug: _with_days(page_text, days) for slug, page_text in texts.items()},
        "has_example": known.is_live,
        "slot": SLOT,
    }
    return SlottedPage.of(render_to_string("wizard/home.html", context))


def _with_days(page_text: PageText, days: int) -> PageText:
    text = page_text.text.replace("{bewaartermijn}", ngettext("%d dag", "%d dagen", days) % days)
    return replace(page_text, text=in_same_language(page_text.text, text))
