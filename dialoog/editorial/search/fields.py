"""Every field of a document that somebody types, with the place on a page of the admin where that is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db import models
from django.urls import reverse

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import Names, shortened
from dialoog.content.document.texts import is_markdown, is_shown, row_name

_COPIES = {
    "verdicts": frozenset({"collection", "identity", "field", "digest"}),
    "translations": frozenset({"language", "collection", "identity", "path", "source"}),
}
"""They say of which text a verdict or a translation is; that text itself is found at its own place."""


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
        copies = _COPIES.get(collection, frozenset())
        kind = str(shape.model._meta.verbose_name)
        for record in records_of(document, collection):
            key = Key(collection, shape.identity(record))
            label = _label(names, shape, key)
            for field, text, row, called in _fields(shape, record, copies):
                place = f"{called}: {field.called}" if row else field.called
                yield FieldText(key, kind, label, field.name, place, text, row, field.is_shown, field.is_markdown)


class _Typed(NamedTuple):
    """A field that somebody types."""

    name: str
    called: str
    is_shown: bool
    is_markdown: bool


def _fields(shape: Shape, record: Record, copies: frozenset[str]) -> Iterator[tuple[_Typed, str, Row | None, str]]:
    """A field and its text, and where that is in a row, the row with what it is called."""
    for field in _typed(shape.model, shape.fields, copies):
        if record.get(field.name):
            yield field, record[field.name], None, ""
    for child_name, child in shape.children.items():
        for number, short in enumerate(record.get(child_name, [])):
            row = child.record(short)
            for field in _typed(child.model, child.fields, copies):
                if row.get(field.name):
                    place = Row(child_name, number, child.identity(row))
                    yield field, row[field.name], place, row_name(child, row, number + 1)


@cache
def _typed(model: Any, names: tuple[str, ...], copies: frozenset[str]) -> tuple[_Typed, ...]:
    """Asked for every record, so it is worked out once for each kind."""
    fields = [model._meta.get_field(name) for name in names if name not in copies]
    typed = [field for field in fields if isinstance(field, models.CharField | models.TextField) and not field.choices]
    return tuple(_Typed(f.name, str(f.verbose_name), is_shown(f), is_markdown(f)) for f in typed)


def _label(names: Names, shape: Shape, key: Key) -> str:
    if shape.label:
        return shortened(names[key.collection, key.identity])
    if key.collection == "translations":
        return _label_of_translation(names, key)
    if key.collection == "verdicts":
        return " ".join(key.identity.split(" + ")[1:2])
    return " + ".join(names["partner_types", part] for part in key.identity.split(" + "))


def _label_of_translation(names: Names, key: Key) -> str:
    """What editors call the record that it is of; one without a name of its own is known by its key."""
    language, collection, *identity = key.identity.split(" + ")
    return f"{shortened(names[collection, ' + '.join(identity)])} ({language})"
