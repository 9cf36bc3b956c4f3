"""The history of a record: its versions, each beside the one before it, and the record that restoring one gives."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from dialoog.catalogue.document import Record
from dialoog.content.document.differences import RecordDifference, label_of, record_difference
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape
from dialoog.content.document.sentences import Names
from dialoog.content.document.tables import columns, find_record
from dialoog.content.models.versions import Version


@dataclass(frozen=True)
class Entry:
    """One version beside the one before it."""

    version: Version
    difference: RecordDifference | None
    """None for a save that changed nothing, and for a version of which the content was not kept."""
    is_latest: bool


def history_of(instance: models.Model) -> Iterator[Entry]:
    """All versions of a record, newest first, each with what it changed."""
    names, collection = Names.of_draft(), COLLECTION_OF[type(instance)]
    versions = list(Version.objects.of(instance).select_related("author"))
    for place, version in enumerate(versions):
        before = versions[place + 1].record if place + 1 < len(versions) else None
        difference = record_difference(names, collection, before, version.record) if version.record else None
        yield Entry(version, difference, is_latest=place == 0)


def to_restore(version: Version, now: models.Model | None) -> Record:
    """The record of a version, under the key that it has `now`: other content refers to it by that key."""
    record: Record = version.record or {}
    shape = _shape_of(version)
    has_plain_key = not any(shape.model._meta.get_field(name).is_relation for name in shape.names)
    return {**record, **{name: getattr(now, name) for name in shape.names if now and has_plain_key}}


def as_it_was(version: Version, now: models.Model | None) -> Any:
    """The record with the plain values and the references of then, for a heading."""
    record: Record = version.record or {}
    if now is None:
        return label_of(Names.of_draft(), _shape_of(version), record)
    then = copy(now)
    for column in columns(_shape_of(version)):
        if not column.is_relation:
            setattr(then, column.name, record.get(column.name, ""))
        elif column.related_model in COLLECTION_OF and record.get(column.name):
            referred = find_record(COLLECTION_OF[column.related_model], record[column.name])
            setattr(then, column.name, referred or getattr(now, column.name))
    return then


def _shape_of(version: Version) -> Shape:
    return SCHEMA[COLLECTION_OF[apps.get_model("content", version.model_name)]]
