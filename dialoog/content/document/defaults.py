"""What a record has in the fields that a file leaves out."""

from typing import Any

from dialoog.content.document.schema import Shape


def with_defaults(shape: Shape, record: Any) -> Any:
    """A record with what was left out of it."""
    record = shape.record(record)
    filled = {name: record.get(name, default_of(shape, name)) for name in shape.fields}
    children = {name: _rows(child, record.get(name, [])) for name, child in shape.children.items()}
    return {**record, **filled, **children}


def _rows(shape: Shape, rows: list[Any]) -> list[Any]:
    """What may be short is short: one way to say a thing, so that equal content is equal."""
    return [shape.row(with_defaults(shape, row)) for row in rows]


def default_of(shape: Shape, name: str) -> Any:
    field: Any = shape.model._meta.get_field(name)
    if field.many_to_many:
        return []
    return None if field.is_relation else field.get_default()
