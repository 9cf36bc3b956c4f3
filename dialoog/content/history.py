"""Versions of content: who changed what and when, and the way back.

Django Simple History keeps a row for each save of a record. The row also gets the whole record as a document has it,
with what belongs to it, once all of that is saved: see `keep_version`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from dialoog.content.differences import RecordDifference, record_difference
from dialoog.content.exporting import export_document, export_record
from dialoog.content.schema import SCHEMA
from dialoog.content.sentences import Names

COLLECTION_OF = {rows.model: name for name, rows in SCHEMA.items()}


@dataclass(frozen=True)
class Step:
    """One version beside the one before it."""

    version: Any
    difference: RecordDifference | None
    """None for a save that changed nothing, and for a version of which the content was not kept."""
    is_latest: bool


def keep_version(instance: models.Model, reason: str = "") -> None:
    """Complete the latest version of a record, after everything that belongs to it was saved."""
    rows = SCHEMA[COLLECTION_OF[type(instance)]]
    latest = _versions(instance).first()
    latest.record = export_record(rows, type(instance)._default_manager.get(pk=instance.pk))
    latest.history_change_reason = reason or None
    latest.save(update_fields=["record", "history_change_reason"])


@transaction.atomic
def keep_first_versions(reason: str) -> None:
    """A version for each record that has none: content that was loaded at once, or dates from before versions."""
    for name, records in export_document().items():
        rows = SCHEMA[name]
        history = rows.model.history.model  # type: ignore[attr-defined]
        known = set(history.objects.values_list("id", flat=True))
        instances = rows.model._default_manager.all()
        history.objects.bulk_create(
            _first_version(history, instance, record, reason)
            for instance, record in zip(instances, records, strict=True)
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


def deleted() -> list[Any]:
    """The last version of each record that is gone, latest first."""
    found: list[Any] = []
    for rows in SCHEMA.values():
        history = rows.model.history.model  # type: ignore[attr-defined]
        alive = rows.model._default_manager.values("pk")
        gone = history.objects.filter(record__isnull=False).exclude(id__in=alive)
        latest = {version.id: version for version in gone.order_by("history_date", "history_id")}
        found += latest.values()
    return sorted(found, key=lambda version: version.history_date, reverse=True)


def _versions(instance: models.Model) -> Any:
    return instance.history.all()  # type: ignore[attr-defined]


def _first_version(history: Any, instance: models.Model, record: dict[str, Any], reason: str) -> Any:
    values = {field.attname: getattr(instance, field.attname) for field in history.tracked_fields}
    return history(**values, record=record, history_date=timezone.now(), history_type="+", history_change_reason=reason)
