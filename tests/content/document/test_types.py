"""The types of the document say the same as the schema and the models."""

from typing import Any, get_args, get_type_hints

import pytest
from django.db import models

from dialoog.catalogue.document import Document
from dialoog.content.document.schema import SCHEMA, Shape

COLLECTIONS = get_type_hints(Document)


def expected(field: Any) -> Any:
    """How Python says what a field of a document holds."""
    if field.many_to_many:
        return list[str]
    plain = bool if isinstance(field, models.BooleanField) else int if isinstance(field, models.IntegerField) else str
    return plain | None if field.null else plain


def hints_of(shape: Shape) -> dict[str, Any]:
    return {name: expected(shape.model._meta.get_field(name)) for name in shape.fields}


def assert_same(shape: Shape, record_type: Any) -> None:
    hints = get_type_hints(record_type)
    assert list(hints) == [*shape.fields, *shape.children]
    assert {name: hints[name] for name in shape.fields} == hints_of(shape)
    for name, child in shape.children.items():
        (row,) = get_args(hints[name])
        if child.has_short_rows:
            short, row = get_args(row)
            assert short is str
        assert_same(child, row)


def test_every_collection_has_a_type() -> None:
    assert list(COLLECTIONS) == list(SCHEMA)


@pytest.mark.parametrize("collection", SCHEMA)
def test_a_record_has_the_fields_of_its_shape(collection: str) -> None:
    (record_type,) = get_args(COLLECTIONS[collection])
    assert_same(SCHEMA[collection], record_type)
