"""From a release to its catalogue: read once per process, then kept."""

import logging
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import connection

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.models import Release
from dialoog.errors import TROUBLE, NoRelease, is_database_trouble

logger = logging.getLogger(__name__)

KEPT = 16
"""Runs that began with an older release keep it; more than a few releases in use at once is rare."""


def current_release() -> Release:
    """One small query. Raises NoRelease before the first publication."""
    release = Release.objects.current()
    if release is None:
        raise NoRelease("Er is nog niets gepubliceerd. Voer eerst 'manage.py setup' uit.")
    return release


@dataclass(frozen=True)
class KnownRelease:
    release: Release
    catalogue: Catalogue
    is_live: bool = True
    """False when it comes from memory, because the database is away."""


_last_known: KnownRelease | None = None


def known_release() -> KnownRelease:
    """The current release, or while the database is away the last one that this process read.

    For pages that need nothing else. Raises NoRelease, or what the database raised if nothing was read yet.
    """
    global _last_known
    try:
        if _last_known is None or _newest() != (_last_known.release.pk, _last_known.release.checksum):
            release = current_release()
            _last_known = KnownRelease(release, catalogue_of(release))
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


def catalogue_of(release: Release) -> Catalogue:
    """The catalogue of a release; costs a query only the first time."""
    return _catalogue(release.pk, release.checksum)


@lru_cache(maxsize=KEPT)
def _catalogue(pk: int, checksum: str) -> Catalogue:
    return read_catalogue(Release.objects.values_list("document", flat=True).get(pk=pk, checksum=checksum))
