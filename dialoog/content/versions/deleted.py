"""What was deleted from the draft, as it was last."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialoog.catalogue.document import Key, Record
from dialoog.content.document.differences import label_of
from dialoog.content.document.exporting import export_collection
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import Names
from dialoog.content.models.versions import Event, Version


@dataclass(frozen=True)
class Deleted:
    key: Key
    kind: str
    label: str
    version: Version
    """The last version of which the content was kept."""
    deletion: Version
    """The version that says who deleted it, and when."""


def deleted() -> list[Deleted]:
    """Every record that is gone and did not come back, latest first."""
    names = Names.of_draft()
    found = [gone for collection in SCHEMA for gone in _deleted(names, collection)]
    return sorted(found, key=lambda gone: gone.deletion.made_at, reverse=True)


def _deleted(names: Names, collection: str) -> Iterator[Deleted]:
    shape = SCHEMA[collection]
    versions = Version.objects.of_kind(shape.model)
    alive = {shape.identity(record) for record in export_collection(collection)}
    for deletion in versions.filter(event=Event.DELETED).select_related("author"):
        version = versions.filter(instance_pk=deletion.instance_pk, record__isnull=False).first()
        record: Record | None = version.record if version else None
        if version and record and (identity := shape.identity(record)) not in alive:
            alive.add(identity)
            kind = str(shape.model._meta.verbose_name)
            yield Deleted(Key(collection, identity), kind, label_of(names, shape, record), version, deletion)
