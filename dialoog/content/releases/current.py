"""From a release to its catalogue: read once per process, then kept."""

from functools import lru_cache

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.models import Release
from dialoog.errors import NoRelease

KEPT = 16
"""Runs that began with an older release keep it; more than a few releases in use at once is rare."""


def current_release() -> Release:
    """One small query. Raises NoRelease before the first publication."""
    release = Release.objects.current()
    if release is None:
        raise NoRelease("Er is nog niets gepubliceerd. Voer eerst 'manage.py setup' uit.")
    return release


def catalogue_of(release: Release) -> Catalogue:
    """The catalogue of a release; costs a query only the first time."""
    return _catalogue(release.pk, release.checksum)


@lru_cache(maxsize=KEPT)
def _catalogue(pk: int, checksum: str) -> Catalogue:
    return read_catalogue(Release.objects.values_list("document", flat=True).get(pk=pk, checksum=checksum))
