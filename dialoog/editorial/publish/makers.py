"""Who made what a release would bring: whoever publishes, publishes the work of colleagues too."""

from collections.abc import Iterable

from django.db.models import Max

from dialoog.catalogue.document import Key
from dialoog.content.document.differences import RecordDifference
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.models.versions import Version

Makers = dict[Key, Version]
"""By key of a record its newest version, also of one that was deleted; without what nothing was kept of."""


def makers_of(differences: Iterable[RecordDifference]) -> Makers:
    """Two queries for each kind of record that differs."""
    makers: Makers = {}
    for collection in {difference.key.collection for difference in differences}:
        shape = SCHEMA[collection]
        newest = _newest(shape, has_record=False)
        for pk, version in sorted(_newest(shape, has_record=True).items(), key=lambda item: item[1].pk):
            makers[Key(collection, shape.identity(version.record or {}))] = newest[pk]
    return makers


def _newest(shape: Shape, *, has_record: bool) -> dict[int, Version]:
    """By primary key of the record."""
    versions = Version.objects.of_kind(shape.model).order_by()
    kept = versions.filter(record__isnull=False) if has_record else versions
    last = kept.values("instance_pk").annotate(last=Max("pk")).values("last")
    return {version.instance_pk: version for version in versions.filter(pk__in=last).select_related("author")}
