"""Versions of content: who changed what and when, and the way back.

Django Simple History keeps a row for each save of a record. The row also gets the whole record as a document has it,
with what belongs to it, once all of that is saved: see `keep_version`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from dialoog.catalogue.document import Key, Record, records_of
from dialoog.content.document.differences import RecordDifference, label_of, record_difference
from dialoog.content.document.exporting import export_collection, export_document, export_record
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.document.sentences import Names


@dataclass(frozen=True)
class Step:
    """One version beside the one before it."""

    version: Any
    difference: RecordDifference | None
    """None for a save that changed nothing, and for a version of which the content was not kept."""
    is_latest: bool


def keep_version(instance: models.Model, reason: str = "") -> None:
    """Complete the latest version of a record, after everything that belongs to it was saved."""
    shape = SCHEMA[COLLECTION_OF[type(instance)]]
    latest = _versions(instance).first()
    latest.record = export_record(shape, type(instance)._default_manager.get(pk=instance.pk))
    latest.history_change_reason = reason or None
    latest.save(update_fields=["record", "history_change_reason"])


@transaction.atomic
def keep_first_versions(reason: str) -> None:
    """A version for each record that has none: content that was loaded at once, or dates from before versions."""
    document = export_document()
    for name in SCHEMA:
        shape = SCHEMA[name]
        history = shape.model.history.model  # type: ignore[attr-defined]
        known = set(history.objects.values_list("id", flat=True))
        instances = shape.model._default_manager.all()
        history.objects.bulk_create(
            _first_version(history, instance, record, reason)
            for instance, record in zip(instances, records_of(document, name), strict=True)
            if instance.pk not in known
        )


def steps(instance: models.Model) -> Iterator[Step]:
    """All versions of a record, newest first, each with what it changed."""
    names, collection = Names.of_draft(), COLLECTION_OF[type(instance)]
    versions = list(_versions(instance).select_related("history_user"))
    for place, version in enumerate(versions):
        before = versions[place + 1].record if place + 1 < len(versions) else None
        difference = record_difference(names, collection, before, version.record) if version.record else None
        yield Step(version, difference, is_latest=place == 0)


def to_restore(version: Any) -> dict[str, Any]:
    """The record of a version, under the key that it has now: other content refers to it by that key."""
    shape = SCHEMA[COLLECTION_OF[version.instance_type]]
    now = version.instance_type._default_manager.filter(pk=version.id).first()
    has_plain_key = not any(shape.model._meta.get_field(name).is_relation for name in shape.names)
    kept = {name: getattr(now, name) for name in shape.names} if now and has_plain_key else {}
    return {**version.record, **kept}


@dataclass(frozen=True)
class Deleted:
    """A record that is gone, as it was last."""

    key: Key
    kind: str
    label: str
    version: Any
    """The last version of which the content was kept."""
    deletion: Any
    """The row that says who deleted it, and when."""


def deleted() -> list[Deleted]:
    """Every record that is gone and did not come back, latest first."""
    names = Names.of_draft()
    found = [gone for collection in SCHEMA for gone in _deleted(names, collection)]
    return sorted(found, key=lambda gone: gone.deletion.history_date, reverse=True)


def _deleted(names: Names, collection: str) -> Iterator[Deleted]:
    shape = SCHEMA[collection]
    history = shape.model.history.model  # type: ignore[attr-defined]
    alive = {shape.identity(record) for record in export_collection(collection)}
    deletions = history.objects.filter(history_type="-").select_related("history_user")
    for deletion in deletions:
        versions = history.objects.filter(id=deletion.id, record__isnull=False)
        version = versions.order_by("-history_date", "-history_id").first()
        if version and shape.identity(version.record) not in alive:
            alive.add(shape.identity(version.record))
            label = label_of(names, shape, version.record)
            kind = str(shape.model._meta.verbose_name)
            yield Deleted(Key(collection, shape.identity(version.record)), kind, label, version, deletion)


def _versions(instance: models.Model) -> Any:
    return instance.history.all()  # type: ignore[attr-defined]


def _first_version(history: Any, instance: models.Model, record: Record, reason: str) -> Any:
    values = {field.attname: getattr(instance, field.attname) for field in history.tracked_fields}
    return history(**values, record=record, history_date=timezone.now(), history_type="+", history_change_reason=reason)
