"""Where the draft uses a record, without reading all of the draft: only the records that refer to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from django.db import models

from dialoog.catalogue.document import Document
from dialoog.content.document.exporting import export_records
from dialoog.content.document.references import Use, targets_of, uses
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape
from dialoog.content.document.tables import is_named

Keys = Mapping[type[models.Model], Sequence[Any]]
"""Primary keys of what is referred to, by model."""


def draft_uses(instances: Iterable[models.Model]) -> list[Use]:
    """As `uses` says it of the whole draft. A number of queries that follows from the schema alone."""
    found = list(instances)
    keys = _keys(found)
    document = {name: _referring(shape, keys) for name, shape in SCHEMA.items()}
    return uses(cast(Document, document), {target for instance in found for target in targets_of(instance)})


def _keys(instances: Iterable[models.Model]) -> Keys:
    """Of the records, and of the rows in them that others can refer to."""
    keys: dict[type[models.Model], list[Any]] = {}
    for instance in instances:
        keys.setdefault(type(instance), []).append(instance.pk)
        for name, child in SCHEMA[COLLECTION_OF[type(instance)]].children.items():
            if is_named(child):
                keys.setdefault(child.model, []).extend(row.pk for row in getattr(instance, name).all())
    return keys


def _referring(shape: Shape, keys: Keys) -> list[Any]:
    owners = set(_owners(shape, "pk", keys))
    return list(export_records(shape, owners).values()) if owners else []


def _owners(shape: Shape, column: str, keys: Keys) -> Iterator[Any]:
    """A column of the rows that refer to something, themselves or in rows that belong to them."""
    rows = shape.model._default_manager.order_by()
    for name in shape.fields:
        field: Any = shape.model._meta.get_field(name)
        if field.is_relation and field.related_model in keys:
            yield from rows.filter(**{f"{name}__in": keys[field.related_model]}).values_list(column, flat=True)
    for child in shape.children.values():
        owner: Any = child.model._meta.get_field(child.owner)
        if owned := set(_owners(child, owner.attname, keys)):
            yield from owned if column == "pk" else rows.filter(pk__in=owned).values_list(column, flat=True)
