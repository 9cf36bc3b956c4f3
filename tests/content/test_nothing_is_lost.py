"""No field of the content can be forgotten: whatever an editor fills in is in files, releases and versions."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import models
from django.test import Client

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.catalogue.vocabulary import Operator
from dialoog.content.document.applying import apply_document
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.differences import record_difference
from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import Names
from dialoog.content.document.validity import record_value_problems, repetitions
from dialoog.content.files.archive import pack, unpack
from dialoog.content.files.fixtures import read_fixtures, write_fixtures
from dialoog.content.models import Release, Version
from dialoog.content.models.versions import Kept
from dialoog.content.releases.publishing import publish
from tests.builders import real_document

NO_CONTENT = {
    "Release": "a copy of the content",
    "Version": "a copy of one record",
}
LEFT_OUT = {
    "id": "records know one another by name",
    "order": "the place in the list says it",
}
"""Fields that no document has, of any model, with the reason. The owner of a row is where the row stands."""


# The schema names everything


def shapes() -> Iterator[Shape]:
    for shape in SCHEMA.values():
        yield shape
        yield from shape.children.values()


def test_every_model_is_content_or_left_out_for_a_reason() -> None:
    known = {shape.model.__name__ for shape in shapes()}

    assert {model.__name__ for model in apps.get_app_config("content").get_models()} == known | set(NO_CONTENT)


@pytest.mark.parametrize("shape", list(shapes()), ids=lambda shape: shape.model.__name__)
def test_every_field_is_in_the_schema_or_left_out_for_a_reason(shape: Shape) -> None:
    fields = {field.name for field in (*shape.model._meta.fields, *shape.model._meta.many_to_many)}

    assert fields == {*shape.fields} | ({*LEFT_OUT, shape.owner} & fields)


def test_versions_are_kept_of_every_record() -> None:
    assert all(issubclass(shape.model, Kept) for shape in SCHEMA.values())


# A changed value survives everywhere


@dataclass(frozen=True)
class Place:
    """A field of one kind of record, or of rows that belong to it."""

    collection: str
    child: str
    field: str

    def __str__(self) -> str:
        return ".".join(filter(None, (self.collection, self.child, self.field)))

    @property
    def shape(self) -> Shape:
        shape = SCHEMA[self.collection]
        return shape.children[self.child] if self.child else shape


def places() -> Iterator[Place]:
    """All but keys, which are the record: that all records survive with theirs is asserted with the whole document."""
    for name, shape in SCHEMA.items():
        yield from (Place(name, "", field) for field in shape.fields if field not in shape.names)
        for child_name, child in shape.children.items():
            yield from (Place(name, child_name, f) for f in child.fields if not _is_option_key(child, f))


def _is_option_key(shape: Shape, field: str) -> bool:
    return field == "slug" and hasattr(shape.model, "reference")


def references_to(document: Document, model: type[models.Model]) -> list[str]:
    options = [f"{q['slug']}.{o['slug']}" for q in document["questions"] for o in q["options"]]
    shape = next((s for s in SCHEMA.values() if s.model is model), None)
    name = next((n for n, s in SCHEMA.items() if s.model is model), "")
    return [shape.identity(record) for record in records_of(document, name)] if shape else options


def others(document: Document, shape: Shape, row: Record, name: str) -> Iterator[Any]:
    """Other values that a field may take."""
    field: Any = shape.model._meta.get_field(name)
    now = row[name]
    if name == "options" and row["operator"] == Operator.AT_LEAST:
        return
    if field.is_relation:
        known = references_to(document, field.related_model)
        if shape.short_options and field.many_to_many:
            own = f"{row['question']}."
            known = [reference.removeprefix(own) for reference in known if reference.startswith(own)]
        for reference in known:
            if field.many_to_many:
                yield [r for r in now if r != reference] if reference in now else [*now, reference]
            elif reference != now:
                yield reference
    elif field.flatchoices:
        yield from (value for value, _label in field.flatchoices if value != now)
    elif isinstance(field, models.BooleanField):
        yield not now
    elif isinstance(field, models.IntegerField):
        yield from (now + step for step in (1, 2, 50))
    elif isinstance(field, models.DateField):
        yield "2026-02-03"
    elif isinstance(field, models.URLField):
        yield "https://voorbeeld.nl/anders"
    else:
        yield "Een andere tekst."


def changes(document: Document, place: Place, record: Record) -> Iterator[Record]:
    """The record with another value at the place, in every way there is."""
    if not place.child:
        yield from ({**record, place.field: value} for value in others(document, place.shape, record, place.field))
        return
    for number, row in enumerate(record[place.child]):
        complete = with_defaults(place.shape, row)
        for value in others(document, place.shape, complete, place.field):
            changed = place.shape.row({**complete, place.field: value, **counting(place)})
            rows = [*record[place.child][:number], changed, *record[place.child][number + 1 :]]
            yield {**record, place.child: rows}


def counting(place: Place) -> dict[str, Any]:
    """A number of answers means something with one operator alone, and that goes without answers."""
    return {"operator": Operator.AT_LEAST.value, "options": []} if place.field == "count" else {}


def with_change(document: Document, place: Place) -> tuple[Document, str]:
    """The document with one valid change at the place, in the first record that can have it."""
    shape, records = SCHEMA[place.collection], records_of(document, place.collection)
    for number, record in enumerate(records):
        for changed in changes(document, place, record):
            now = [*records[:number], changed, *records[number + 1 :]]
            if not any(record_value_problems(shape, changed)) and not any(repetitions(shape, now)):
                return cast(Document, {**document, place.collection: now}), shape.identity(record)
    raise AssertionError(f"nothing at {place} can be changed")


@cache
def original() -> Document:
    return admit(deepcopy(real_document()))


@pytest.fixture(scope="module")
def changed() -> tuple[Document, dict[Place, str]]:
    """A document that differs from the real one in every field, and the record in which each field differs."""
    document, where = original(), {}
    for place in places():
        document, where[place] = with_change(document, place)
    return admit(document), where


def record_of(document: Document, collection: str, identity: str) -> Record:
    return next(r for r in records_of(document, collection) if SCHEMA[collection].identity(r) == identity)


@pytest.mark.slow
@pytest.mark.parametrize("place", list(places()), ids=str)
def test_a_difference_shows_every_field(place: Place) -> None:
    """The change at this place alone."""
    document = original()
    other, identity = with_change(document, place)
    old, new = (record_of(side, place.collection, identity) for side in (document, other))

    difference = record_difference(Names.of(other), place.collection, old, new)

    assert difference is not None
    assert [piece for field in difference.fields for piece in field.pieces]


@pytest.mark.slow
def test_every_field_survives_files_and_a_zip(changed: tuple[Document, dict[Place, str]], tmp_path: Any) -> None:
    document, _where = changed
    write_fixtures(tmp_path, document)

    assert admit(read_fixtures(tmp_path)) == document
    assert admit(unpack(pack(document))) == document


@pytest.mark.slow
@pytest.mark.database
@pytest.mark.django_db
def test_every_field_survives_tables_versions_restoring_a_release_and_its_difference(
    changed: tuple[Document, dict[Place, str]], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, where = changed
    client.force_login(User.objects.create_superuser("redactie"))

    apply_document(document, reason="Anders")

    assert export_document() == document
    versions = {(v.model_name, v.instance_pk): v.record for v in Version.objects.filter(reason="Anders")}
    for collection, identity in {(place.collection, identity) for place, identity in where.items()}:
        assert record_of(document, collection, identity) in versions.values()

    monkeypatch.setattr(
        "dialoog.content.releases.publishing.problems", lambda _document: []
    )  # losing is no matter of it
    assert Release.objects.get(pk=publish().pk).document == document
    shown = client.get("/beheer/uitgaven/verschil/?van=1&naar=2").context["differences"]
    assert {Key(place.collection, identity) for place, identity in where.items()} <= {found.key for found in shown}

    apply_document(real_document(), reason="Terug")
    for version in Version.objects.filter(reason="Anders"):
        client.post(f"/beheer/content/{version.model_name}/{version.instance_pk}/history/{version.pk}/terug/")
    assert export_document() == document
