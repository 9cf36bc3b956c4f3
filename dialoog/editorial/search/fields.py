"""Every field of a document that somebody types, with the place on a page of the admin where that is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import Names, shortened
from dialoog.content.document.texts import is_markdown, is_shown, row_name

_COPIES = frozenset({"collection", "identity", "field", "digest"})
"""Of a verdict: they say of which text it is, and nobody types them."""


@dataclass(frozen=True)
class Row:
    """One of the rows that belong to a record."""

    child: str
    """`options`; also the prefix of its fields in the form, since that is what a record calls its rows."""
    number: int
    """From 0, in the order in which the form has them too."""
    identity: str


@dataclass(frozen=True)
class FieldText:
    key: Key
    kind: str
    """What editors call such records."""
    label: str
    """What they call this one."""
    name: str
    """The attribute."""
    field: str
    """What an editor calls the field; in a row with that row: `antwoordoptie ‘krap’: uitleg`."""
    text: str
    row: Row | None = None
    is_shown: bool = True
    """Visitors read it."""
    is_markdown: bool = False

    @property
    def anchor(self) -> str:
        return f"id_{self.row.child}-{self.row.number}-{self.name}" if self.row else f"id_{self.name}"

    @property
    def url(self) -> str:
        """Browsers keep what comes after `#` when a page sends them on."""
        return f"{record_url(self.key)}#{self.anchor}"


def record_url(key: Key) -> str:
    """Of what there is only one, the list leads on to its page."""
    if not key.identity:
        return reverse(f"admin:content_{SCHEMA[key.collection].model._meta.model_name}_changelist")
    return reverse("editorial:record", args=[key.collection, key.identity])


def field_texts(document: Document) -> Iterator[FieldText]:
    """In the order of the schema; empty fields are left out, and so are choices, numbers and references."""
    names = Names.of(document)
    for collection, shape in SCHEMA.items():
        kind = str(shape.model._meta.verbose_name)
        for record in records_of(document, collection):
            key = Key(collection, shape.identity(record))
            for name, field, text, row in _fields(shape, record):
                place = f"{field.verbose_name}" if row is None else f"{row[1]}: {field.verbose_name}"
                yield FieldText(
                    *(key, kind, _label(names, shape, key), name, place, text),
                    row=row[0] if row else None,
                    is_shown=is_shown(field),
                    is_markdown=is_markdown(field),
                )


def _fields(shape: Shape, record: Record) -> Iterator[tuple[str, Any, str, tuple[Row, str] | None]]:
    """Name, field and text, and for a field in a row that row with what it is called."""
    for name, field in _typed(shape):
        if record.get(name):
            yield name, field, record[name], None
    for child_name, child in shape.children.items():
        for number, short in enumerate(record.get(child_name, [])):
            row = child.record(short)
            called = Row(child_name, number, child.identity(row)), row_name(child, row, number + 1)
            yield from ((name, field, row[name], called) for name, field in _typed(child) if row.get(name))


def _typed(shape: Shape) -> Iterator[tuple[str, Any]]:
    for name in shape.fields:
        field: Any = shape.model._meta.get_field(name)
        is_copy = name in _COPIES and shape is SCHEMA["verdicts"]
        if isinstance(field, models.CharField | models.TextField) and not field.choices and not is_copy:
            yield name, field


def _label(names: Names, shape: Shape, key: Key) -> str:
    if shape.label:
        return shortened(names[key.collection, key.identity])
    if key.collection == "verdicts":
        return " ".join(key.identity.split(" + ")[1:2])
    return " + ".join(names["partner_types", part] for part in key.identity.split(" + "))
