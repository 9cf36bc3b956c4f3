"""Texts of the content that are pages, or stand on the start page."""

from dataclasses import replace
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import PageText
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.serving.slotted import SLOT, SlottedPage

KEPT = 4
"""Start pages; while a release goes out, visitors may still get that of the one before."""


def with_retention(page_text: PageText) -> PageText:
    """Staff write {bewaartermijn}; the setting says how long that is."""
    return _with_days(page_text, settings.DIALOOG_RETENTION_DAYS)


def start_page(release: Release) -> SlottedPage:
    """With two slots: the ways to begin and to go on, above and below the texts. Rendered once for each process."""
    return _start_page(release.pk, release.checksum, settings.DIALOOG_RETENTION_DAYS)


@lru_cache(maxsize=KEPT)
def _start_page(pk: int, checksum: str, days: int) -> SlottedPage:
    """No request is at hand, so that nothing of one can end up in what is kept."""
    release = Release.objects.get(pk=pk, checksum=checksum)
    texts = catalogue_of(release).page_texts
    context = {
        "release": release,
        "texts": {slug: _with_days(page_text, days) for slug, page_text in texts.items()},
        "slot": SLOT,
    }
    return SlottedPage.of(render_to_string("wizard/home.html", context))


def _with_days(page_text: PageText, days: int) -> PageText:
    return replace(page_text, text=page_text.text.replace("{bewaartermijn}", _("%d dagen") % days))
