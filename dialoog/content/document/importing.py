"""A document from outside becomes the document that the content tables will give back, or is refused."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from dialoog.catalogue.document import Document, Record
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.schema import SCHEMA, Rows
from dialoog.content.document.soundness import dangling_references
from dialoog.content.document.tables import has_order
from dialoog.content.document.validity import (
    record_shape_problems,
    record_value_problems,
    repetitions,
    shape_problems,
    value_problems,
)
from dialoog.content.models import Goal, Option

Places = dict[tuple[type[models.Model], str], int]
"""At which place a record stands among those of its kind, by model and reference."""


class ImportingError(ValueError):
    """A document that cannot be saved; `sentences` say why in Dutch and name the records."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def checked(document: Any) -> Document:
    """The whole document, complete and in order. Raises ImportingError.

    Each check trusts what the one before it looked at.
    """
    _refuse(shape_problems(document))
    complete = {name: [with_defaults(rows, r) for r in document.get(name, [])] for name, rows in SCHEMA.items()}
    _refuse(value_problems(complete))
    _refuse(problem.sentence for problem in dangling_references(complete))
    return _in_order(complete)


def with_record(document: Document, collection: str, record: Any) -> Document:
    """The draft with one record put in: in the place of its namesake, or at the end. Raises ImportingError."""
    rows, others = SCHEMA[collection], document[collection]
    _refuse(record_shape_problems(rows, record))
    complete = with_defaults(rows, record)
    _refuse(record_value_problems(rows, complete))
    names = [rows.identity(other) for other in others]
    identity = rows.identity(complete)
    place = names.index(identity) if identity in names else len(names)
    changed = {**document, collection: [*others[:place], complete, *others[place + 1 :]]}
    _refuse(repetitions(rows, changed[collection]))
    _refuse(problem.sentence for problem in dangling_references(changed))
    return _in_order(changed)


def _refuse(problems: Iterable[str]) -> None:
    if sentences := list(problems):
        raise ImportingError(sentences)


def _in_order(document: Document) -> Document:
    """Lists that have no order of their own get the one in which the tables give them."""
    steps = {step["slug"]: place for place, step in enumerate(document["steps"])}
    goals = sorted(document["goals"], key=lambda goal: goal["number"])
    questions = sorted(document["questions"], key=lambda question: steps[question["step"]])
    ordered = {**document, "goals": goals, "questions": questions}
    places = _places(ordered)
    return {name: [_record_in_order(rows, r, places) for r in ordered[name]] for name, rows in SCHEMA.items()}


def _places(document: Document) -> Places:
    options = [f"{question['slug']}.{o['slug']}" for question in document["questions"] for o in question["options"]]
    places: Places = {(Option, reference): place for place, reference in enumerate(options)}
    for name, rows in SCHEMA.items():
        places |= {(rows.model, rows.identity(record)): place for place, record in enumerate(document[name])}
    return places


def _record_in_order(rows: Rows, record: Record, places: Places) -> Record:
    ordered = {name: _value_in_order(rows, record, name, places) for name in rows.fields}
    for name, child in rows.children.items():
        ordered[name] = _rows_in_order(child, record[name], places)
    return ordered


def _rows_in_order(rows: Rows, records: list[Any], places: Places) -> list[Any]:
    if rows.is_bare:
        return records
    ordered = [_record_in_order(rows, record, places) for record in records]
    if "group" in rows.fields:
        return sorted(ordered, key=lambda row: row["group"])
    if has_order(rows):
        return ordered
    return sorted(ordered, key=lambda row: places[Goal, row["goal"]])


def _value_in_order(rows: Rows, record: Record, name: str, places: Places) -> Any:
    field: Any = rows.model._meta.get_field(name)
    if not field.many_to_many:
        return record[name]
    found = sorted(rows.references(record, name), key=lambda reference: places[field.related_model, reference])
    return [reference.removeprefix(f"{record['question']}.") for reference in found] if rows.short_options else found
