"""Which records of a document refer to which: the one walk over all references, and where a record is used."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape
from dialoog.content.document.sentences import shortened
from dialoog.content.document.tables import is_named

Target = tuple[type[models.Model], str]
"""A record by its model and by how a document refers to it: `(Option, "doelen.kennis")`."""


@dataclass(frozen=True)
class Reference:
    """One place in a document where a record names another."""

    collection: str
    owner: Record
    """The record that refers, itself or in a row that belongs to it."""
    place: str
    """What an editor calls the field or the row."""
    target: Target


@dataclass(frozen=True)
class Use:
    """A record that refers to something, with the places in it where it does."""

    key: Key
    name: str
    """What an editor calls it: `Adviesregel K07: Deze partij kan ...`."""
    places: tuple[str, ...]


def references(document: Document) -> Iterator[Reference]:
    """Every reference, in the order of the schema."""
    for collection, shape in SCHEMA.items():
        for record in records_of(document, collection):
            for place, target in _references(shape, record):
                yield Reference(collection, record, place, target)


def uses(document: Document, targets: Collection[Target]) -> list[Use]:
    """The records that refer to one of the targets and are none of these themselves, in the order of the schema."""
    places: dict[tuple[str, str], list[str]] = {}
    owners: dict[tuple[str, str], Record] = {}
    for reference in references(document):
        shape = SCHEMA[reference.collection]
        key = reference.collection, shape.identity(reference.owner)
        if reference.target in targets and (shape.model, key[1]) not in targets:
            owners[key] = reference.owner
            places.setdefault(key, []).append(reference.place)
    return [_use(collection, record, places[collection, name]) for (collection, name), record in owners.items()]


def known_targets(document: Document) -> set[Target]:
    """Every record of a document, with the rows in it that others can refer to."""
    return {
        target
        for name, shape in SCHEMA.items()
        for record in records_of(document, name)
        for target in _targets(shape, record)
    }


def targets_of(instance: models.Model) -> list[Target]:
    """A record of the content tables, with the rows in it that others can refer to."""
    shape = SCHEMA[COLLECTION_OF[type(instance)]]
    owned = [row for name, child in shape.children.items() if is_named(child) for row in getattr(instance, name).all()]
    return [(type(instance), identity_of(instance)), *((type(row), row.reference) for row in owned)]


def identity_of(instance: models.Model) -> str:
    """As `Shape.identity` names the record of a document: `K07`, or `bond + bureau`."""
    names = SCHEMA[COLLECTION_OF[type(instance)]].names
    values = (getattr(instance, name) for name in names)
    return " + ".join(str(getattr(value, "reference", value)) for value in values)


def _references(shape: Shape, record: Record) -> Iterator[tuple[str, Target]]:
    for name in shape.fields:
        field: Any = shape.model._meta.get_field(name)
        if field.is_relation and record.get(name):
            names = shape.references(record, name) if field.many_to_many else [record[name]]
            place = shape.model._meta.verbose_name if shape.owner else field.verbose_name
            yield from ((str(place), (field.related_model, reference)) for reference in names)
    for name, child in shape.children.items():
        for row in record.get(name, []):
            yield from _references(child, child.record(row))


def _targets(shape: Shape, record: Record) -> Iterator[Target]:
    identity = shape.identity(record)
    yield shape.model, identity
    for name, child in shape.children.items():
        if is_named(child):
            yield from ((child.model, f"{identity}.{child.identity(row)}") for row in record[name])


def _use(collection: str, record: Record, places: list[str]) -> Use:
    shape = SCHEMA[collection]
    return Use(Key(collection, shape.identity(record)), _name(shape, record), tuple(dict.fromkeys(places)))


def _name(shape: Shape, record: Record) -> str:
    """With its code, if it has one: people know those. Slugs are for the machine."""
    kind = str(shape.model._meta.verbose_name).capitalize()
    label = shortened(str(record[shape.label])) if shape.label else shape.identity(record)
    code = f" {record['code']}:" if "code" in shape.fields else ""
    return f"{kind}{code} {label}".strip()
