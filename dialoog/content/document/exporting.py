"""From the content tables to a document: plain lists and dicts, ready for JSON or YAML.

Reads columns, not instances: a draft is read for every preview and every check.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, cast

from django.db import models

from dialoog.catalogue.document import Document, Record
from dialoog.content.document.schema import SCHEMA, Shape

PrimaryKey = Any


def export_document() -> Document:
    """All content as it is now. A constant number of queries, whatever the amount of content."""
    export = _Export()
    return cast(Document, {name: list(export.records(shape).values()) for name, shape in SCHEMA.items()})


def export_collection(name: str) -> list[Record]:
    """All records of one kind."""
    return list(_Export().records(SCHEMA[name]).values())


def export_records(shape: Shape, keys: Collection[PrimaryKey]) -> dict[PrimaryKey, Record]:
    """Some records of one kind by their primary key, with what belongs to them."""
    return _Export().records(shape, keys)


def export_record(shape: Shape, instance: models.Model) -> Record:
    """One record as it is saved now, with what belongs to it."""
    return export_records(shape, [instance.pk])[instance.pk]


class _Export:
    def __init__(self) -> None:
        self._references: dict[type[models.Model], dict[PrimaryKey, str]] = {}

    def records(self, shape: Shape, keys: Collection[PrimaryKey] | None = None) -> dict[PrimaryKey, Record]:
        found: dict[PrimaryKey, Record] = {}
        for _owner, key, record in self._read(shape, "pk", keys):
            found[key] = record
        return found

    def _read(
        self, shape: Shape, chosen_by: str, keys: Collection[PrimaryKey] | None
    ) -> list[tuple[PrimaryKey, PrimaryKey, Record]]:
        """Owner, primary key and record of each row whose `chosen_by` is one of the keys; all rows without keys."""
        fields: list[Any] = [shape.model._meta.get_field(name) for name in shape.fields]
        columns = [field for field in fields if not field.many_to_many]
        query = shape.model._default_manager.all()
        if keys is not None:
            query = query.filter(**{f"{chosen_by}__in": keys})
        owner = shape.model._meta.get_field(shape.owner).attname if shape.owner else "pk"  # type: ignore[union-attr]
        lines = list(query.values_list(owner, "pk", *(column.attname for column in columns)))
        own = None if keys is None else [key for _owner, key, *_values in lines]
        links = {field.name: self._links(field, own) for field in fields if field.many_to_many}
        children = {name: self._children(child, own) for name, child in shape.children.items()}
        read: list[tuple[PrimaryKey, PrimaryKey, Record]] = []
        for owner_key, key, *values in lines:
            plain = {c.name: self._value(c, value) for c, value in zip(columns, values, strict=True)}
            listed = {name: self._shortened(shape, plain, found.get(key, [])) for name, found in links.items()}
            record = {name: listed[name] if name in listed else plain[name] for name in shape.fields}
            read.append((owner_key, key, record | {name: found.get(key, []) for name, found in children.items()}))
        return read

    def _children(self, shape: Shape, owners: Collection[PrimaryKey] | None) -> dict[PrimaryKey, list[Any]]:
        """Rows by the primary key of their owner; a short row is its value."""
        found: dict[PrimaryKey, list[Any]] = {}
        for owner, _key, record in self._read(shape, shape.owner, owners):
            found.setdefault(owner, []).append(shape.row(record))
        return found

    def _links(self, field: Any, keys: Collection[PrimaryKey] | None) -> dict[PrimaryKey, list[str]]:
        """What each record refers to in a list, in the order of what it refers to."""
        here, there = field.m2m_column_name(), field.m2m_reverse_name()
        query = field.remote_field.through._default_manager.order_by()
        if keys is not None:
            query = query.filter(**{f"{here}__in": keys})
        references = self._references_to(field.related_model)
        place = {key: number for number, key in enumerate(references)}
        found: dict[PrimaryKey, list[str]] = {}
        for key, target in sorted(query.values_list(here, there), key=lambda link: place[link[1]]):
            found.setdefault(key, []).append(references[target])
        return found

    def _value(self, column: Any, value: Any) -> Any:
        if column.is_relation:
            return None if value is None else self._references_to(column.related_model)[value]
        return value.isoformat() if isinstance(value, date) else value

    def _shortened(self, shape: Shape, plain: Record, references: list[str]) -> list[str]:
        """Options of the row's own question go without that question."""
        return [r.removeprefix(f"{plain['question']}.") for r in references] if shape.short_options else references

    def _references_to(self, model: type[models.Model]) -> dict[PrimaryKey, str]:
        """What documents call the records of a model, in their order."""
        if model not in self._references:
            names = REFERENCE[model]
            lines = model._default_manager.values_list("pk", *names)
            self._references[model] = {key: ".".join(parts) for key, *parts in lines}
        return self._references[model]


REFERENCE: dict[type[models.Model], tuple[str, ...]] = {shape.model: shape.fields[:1] for shape in SCHEMA.values()} | {
    SCHEMA["questions"].children["options"].model: ("question__slug", "slug")
}
"""The columns that make up what documents call a record."""
