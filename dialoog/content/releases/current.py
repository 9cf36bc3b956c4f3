"""From a release to its catalogue: read once per process, then kept."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import connection

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import in_language
from dialoog.content.models import Release
from dialoog.errors import TROUBLE, NoRelease, is_database_trouble
from dialoog.languages.active import active_language, all_languages
from dialoog.languages.catalogues import SOURCE_LANGUAGE

logger = logging.getLogger(__name__)

KEPT = 32
"""Runs that began with an older release keep it; more than a few releases in use at once is rare, each in a language or
two."""


def current_release() -> Release:
    """One small query. Raises NoRelease before the first publication."""
    release = Release.objects.current()
    if release is None:
        raise NoRelease("Er is nog niets gepubliceerd. Voer eerst 'manage.py setup' uit.")
    return release


@dataclass(frozen=True)
class KnownRelease:
    release: Release
    catalogues: Mapping[str, Catalogue]
    """By language: all are read at once, so that each has something to show while the database is away."""
    is_live: bool = True
    """False when it comes from memory, because the database is away."""

    @property
    def catalogue(self) -> Catalogue:
        """In the active language."""
        return self.catalogues[active_language()]


_last_known: KnownRelease | None = None


def known_release() -> KnownRelease:
    """The current release, or while the database is away the last one that this process read.

    For pages that need nothing else. Raises NoRelease, or what the database raised if nothing was read yet.
    """
    global _last_known
    try:
        if _last_known is None or _newest() != (_last_known.release.pk, _last_known.release.checksum):
            release = current_release()
            _last_known = KnownRelease(release, {code: catalogue_of(release, code) for code in all_languages()})
    except TROUBLE as error:
        if _last_known is None or not is_database_trouble(error):
            raise
        logger.warning("a page from memory: database trouble", exc_info=error)
        return replace(_last_known, is_live=False)
    return _last_known


def _newest() -> tuple[int, str] | None:
    """Row and checksum of the current release, written out: the start page asks nothing else (ADR 23)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, checksum FROM content_release ORDER BY number DESC LIMIT 1")
        row: tuple[int, str] | None = cursor.fetchone()
    return row


def remember_release() -> None:
    """Before the first visitor, so that also a server that just started has something to show."""
    try:
        known_release()
    except (*TROUBLE, NoRelease) as error:
        logger.info("no release at the start", exc_info=error)


def catalogue_of(release: Release, language: str = "") -> Catalogue:
    """The catalogue of a release, in the active language or another; costs a query only the first time.

    Nothing else knows of languages: engine, wizard and report get a catalogue.
    """
    return _catalogue(release.pk, release.checksum, language or active_language())


@lru_cache(maxsize=KEPT)
def _catalogue(pk: int, checksum: str, language: str) -> Catalogue:
    document = Release.objects.values_list("document", flat=True).get(pk=pk, checksum=checksum)
    return read_catalogue(document if language == SOURCE_LANGUAGE else in_language(document, language))
