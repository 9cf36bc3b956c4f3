"""The history of a record: its versions, each beside the one before it, and the record that restoring one gives."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.paginator import Page, Paginator
from django.db import models

from dialoog.catalogue.document import Record
from dialoog.content.document.differences import RecordDifference, label_of, record_difference
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape
from dialoog.content.document.sentences import Names
from dialoog.content.document.tables import columns, find_record
from dialoog.content.models.versions import Version

PER_PAGE = 10
"""Versions to a page; each is a whole record."""


@dataclass(frozen=True)
class Entry:
    """One version beside the one before it."""

    number: int
    """From 1 for the first version of the record."""
    version: Version
    difference: RecordDifference | None
    """None for a save that changed nothing, and for a version of which the content was not kept."""
    is_latest: bool


def history_page(instance: models.Model, page: str) -> Page[Version]:
    """Of the versions of a record, newest first; a page that is not there is the nearest one."""
    return Paginator(Version.objects.of(instance), PER_PAGE).get_page(page)


def history_of(instance: models.Model, start: int = 0, most: int | None = None) -> Iterator[Entry]:
    """Versions of a record, newest first, each with what it changed: all, or so many from a place."""
    names, collection = Names.of_draft(), COLLECTION_OF[type(instance)]
    versions = Version.objects.of(instance).select_related("author")
    count = versions.count()
    end = count if most is None else min(start + most, count)
    found = list(versions[start : end + 1])  # the one after the last is what that one changed
    for place, version in enumerate(found[: end - start]):
        before = found[place + 1].record if place + 1 < len(found) else None
        difference = record_difference(names, collection, before, version.record) if version.record else None
        yield Entry(count - start - place, version, difference, is_latest=start + place == 0)


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
