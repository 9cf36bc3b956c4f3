"""What was deleted from the draft, as it was last."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from dialoog.catalogue.document import Key, Record
from dialoog.content.document.differences import label_of
from dialoog.content.document.exporting import export_collection
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import Names
from dialoog.content.models.versions import Event, Version

PER_PAGE = 25


@dataclass(frozen=True)
class Deleted:
    key: Key
    kind: str
    label: str
    version: Version
    """The last version of which the content was kept."""
    deletion: Version
    """The version that says who deleted it, and when."""


def deleted(page: str = "1") -> tuple[Page[Version], list[Deleted]]:
    """What is gone and did not come back, latest first: so many deletions to a page, a few queries for each kind."""
    deletions = Version.objects.filter(event=Event.DELETED).defer("record").select_related("author")
    found = Paginator(deletions, PER_PAGE).get_page(page)
    names = Names.of_draft()
    gone = {v.pk: one for collection in SCHEMA for v, one in _deleted(names, collection, list(found))}
    return found, [gone[deletion.pk] for deletion in found if deletion.pk in gone]


def _deleted(names: Names, collection: str, deletions: list[Version]) -> Iterator[tuple[Version, Deleted]]:
    shape = SCHEMA[collection]
    of_kind = [deletion for deletion in deletions if deletion.model_name == shape.model._meta.model_name]
    if not of_kind:
        return
    last = Version.objects.last_kept(shape.model, [deletion.instance_pk for deletion in of_kind])
    alive = {shape.identity(record) for record in export_collection(collection)}
    for deletion in of_kind:
        version = last.get(deletion.instance_pk)
        record: Record | None = version.record if version else None
        if version and record and (identity := shape.identity(record)) not in alive:
            alive.add(identity)
            kind = str(shape.model._meta.verbose_name)
            key = Key(collection, identity)
            yield deletion, Deleted(key, kind, label_of(names, shape, record), version, deletion)
