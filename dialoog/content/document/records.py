"""From the name of a record in a document to the record in the content tables."""

from typing import Any

from django.db import models

from dialoog.content.document.schema import SCHEMA


def find_record(collection: str, identity: str) -> models.Model | None:
    """None for a collection or a record that is not there."""
    rows = SCHEMA.get(collection)
    if rows is None:
        return None
    parts = identity.split(" + ") if rows.names else []
    if len(parts) != len(rows.names):
        return None
    lookups = {_lookup(rows.model, field): part for field, part in zip(rows.names, parts, strict=True)}
    return rows.model._default_manager.filter(**lookups).first()


def keys_of(collection: str) -> dict[str, Any]:
    """The primary key of every record of a kind, by its name in a document."""
    rows = SCHEMA[collection]
    lookups = [_lookup(rows.model, field) for field in rows.names]
    found = rows.model._default_manager.values_list("pk", *lookups)
    return {" + ".join(parts): key for key, *parts in found}


def _lookup(model: type[models.Model], field: str) -> str:
    return f"{field}__slug" if model._meta.get_field(field).is_relation else field
