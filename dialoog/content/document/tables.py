"""Records of a document as rows of the content tables, found by what other records call them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import models

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.schema import SCHEMA, Shape

Model = type[models.Model]

ORDER_STEP = 10
"""Room between the order numbers of two neighbours, for what an editor puts in between."""


@dataclass(frozen=True)
class NamedShape:
    """Records that are known by name: a collection, or the rows in it that others refer to (options)."""

    shape: Shape
    collection: str
    child: str = ""

    @property
    def model(self) -> Any:
        return self.shape.model

    @property
    def has_order(self) -> bool:
        return has_order(self.shape)

    def records(self, document: Document) -> Iterator[tuple[str, str, Record]]:
        """The name of each record's owner (empty for who has none), its own name, and the record."""
        owners = SCHEMA[self.collection]
        for record in records_of(document, self.collection):
            owner = owners.identity(record)
            if self.child:
                yield from ((owner, f"{owner}.{self.shape.identity(row)}", row) for row in record[self.child])
            else:
                yield "", owner, record

    def orders(self, document: Document) -> dict[str, int]:
        """Order numbers by name, counted among those of one owner."""
        return {
            name: place * ORDER_STEP
            for _, group in groupby(self.records(document), key=lambda found: found[0])
            for place, (_, name, _) in enumerate(group, start=1)
        }


def is_named(shape: Shape) -> bool:
    """Whether other records refer to these."""
    return hasattr(shape.model, "reference")


def has_order(shape: Shape) -> bool:
    return "order" in {field.name for field in shape.model._meta.fields}


def columns(shape: Shape) -> list[Any]:
    """The fields of a record that stand in its own row."""
    return [field for field in map(shape.model._meta.get_field, shape.fields) if not field.many_to_many]


def lists(shape: Shape) -> list[Any]:
    """The many-to-many fields of a record."""
    return [field for field in map(shape.model._meta.get_field, shape.fields) if field.many_to_many]


def _named_shapes() -> Iterator[NamedShape]:
    for name, shape in SCHEMA.items():
        yield NamedShape(shape, name)
        for child_name, child in shape.children.items():
            if is_named(child):
                yield NamedShape(child, name, child_name)


NAMED = tuple(_named_shapes())
"""What others refer to comes before them."""


class Tables:
    """The rows of the tables by model and name, and new ones that refer to them."""

    def __init__(self) -> None:
        self.instances: dict[Model, dict[str, Any]] = {named.model: {} for named in NAMED}

    def of(self, model: Model) -> dict[str, Any]:
        return self.instances[model]

    def values(self, shape: Shape, record: Record) -> dict[str, Any]:
        """What the columns of a record hold, by attribute. A reference to what is not there yet is None."""
        return {column.attname: self._value(column, record[column.name]) for column in columns(shape)}

    def link(self, field: Any, references: Iterable[tuple[Any, list[str]]]) -> None:
        """Fill a many-to-many field of instances, each with what it has to refer to."""
        here, there, through = field.m2m_field_name(), field.m2m_reverse_field_name(), field.remote_field.through
        through._default_manager.bulk_create(
            through(**{here: instance, there: self.of(field.related_model)[name]})
            for instance, names in references
            for name in names
        )

    def make_rows(self, shape: Shape, by_owner: Iterable[tuple[Any, list[Any]]]) -> None:
        """Rows without a name, for each owner with what a document gives it."""
        made = []
        for owner, given in by_owner:
            for place, record in enumerate((with_defaults(shape, row) for row in given), start=1):
                order = {"order": place * ORDER_STEP} if has_order(shape) else {}
                made.append((shape.model(**{shape.owner: owner}, **order, **self.values(shape, record)), record))
        shape.model._default_manager.bulk_create(instance for instance, _ in made)
        for field in lists(shape):
            self.link(field, [(instance, shape.references(record, field.name)) for instance, record in made])

    def _value(self, column: Any, given: Any) -> Any:
        if not column.is_relation:
            return column.to_python(given)
        referred = self.of(column.related_model).get(given)
        return referred.pk if referred else None


def find_record(collection: str, identity: str) -> models.Model | None:
    """None for a collection or a record that is not there."""
    shape = SCHEMA.get(collection)
    if shape is None:
        return None
    for parts in _readings(identity, len(shape.names)):
        lookups = {_lookup(shape.model, field): part for field, part in zip(shape.names, parts, strict=True)}
        if found := shape.model._default_manager.filter(**lookups).first():
            return found
    return None


def _readings(identity: str, size: int) -> Iterator[list[str]]:
    """The values of so many fields that an identity can be made of: one value may be an identity itself."""
    parts = identity.split(" + ")
    more = len(parts) - size + 1
    if more > 0 and size:
        places = range(size if more > 1 else 1)
        yield from ([*parts[:n], " + ".join(parts[n : n + more]), *parts[n + more :]] for n in places)


def keys_of(collection: str) -> dict[str, Any]:
    """The primary key of every record of a named, by its name in a document."""
    shape = SCHEMA[collection]
    lookups = [_lookup(shape.model, field) for field in shape.names]
    found = shape.model._default_manager.values_list("pk", *lookups)
    return {" + ".join(parts): key for key, *parts in found}


def _lookup(model: type[models.Model], field: str) -> str:
    return f"{field}__slug" if model._meta.get_field(field).is_relation else field
