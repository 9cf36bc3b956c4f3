"""A document from outside becomes the document that the content tables will give back, or is refused."""

from collections.abc import Iterator
from typing import Any, cast

from django.db import models
from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import shortened
from dialoog.content.document.soundness import dangling_references
from dialoog.content.document.tables import has_order
from dialoog.content.document.texts import is_in_words, is_markdown
from dialoog.content.document.validity import (
    record_shape_problems,
    record_value_problems,
    repetitions,
    shape_problems,
    value_problems,
)
from dialoog.content.models import Goal, Option
from dialoog.content.wording.tidying import said, tidied

Places = dict[tuple[type[models.Model], str], int]
"""At which place a record stands among those of its kind, by model and reference."""


def admit(document: Any) -> Document:
    """The whole document, complete and in order. Raises ContentRefused.

    Each check trusts what the one before it looked at.
    """
    ContentRefused.unless_none(shape_problems(document))
    filled = {name: [with_defaults(shape, r) for r in document.get(name, [])] for name, shape in SCHEMA.items()}
    ContentRefused.unless_none(value_problems(filled))
    complete = cast(Document, filled)
    ContentRefused.unless_none(problem.sentence for problem in dangling_references(complete))
    return _in_order(complete)


def with_record(document: Document, collection: str, record: Any) -> Document:
    """The draft with one record put in: in the place of its namesake, or at the end. Raises ContentRefused."""
    shape, others = SCHEMA[collection], records_of(document, collection)
    ContentRefused.unless_none(record_shape_problems(shape, record))
    complete = with_defaults(shape, record)
    ContentRefused.unless_none(record_value_problems(shape, complete))
    names = [shape.identity(other) for other in others]
    identity = shape.identity(complete)
    place = names.index(identity) if identity in names else len(names)
    now = [*others[:place], complete, *others[place + 1 :]]
    changed = cast(Document, {**document, collection: now})
    ContentRefused.unless_none(repetitions(shape, now))
    ContentRefused.unless_none(problem.sentence for problem in dangling_references(changed))
    return _in_order(changed)


def _in_order(document: Document) -> Document:
    """Lists that have no order of their own get the one in which the tables give them."""
    steps = {step["slug"]: place for place, step in enumerate(document["steps"])}
    goals = sorted(document["goals"], key=lambda goal: goal["number"])
    questions = sorted(document["questions"], key=lambda question: steps[question["step"]])
    ordered: Document = {**document, "goals": goals, "questions": questions}
    places = _places(ordered)
    result = {n: [_record_in_order(shape, r, places) for r in records_of(ordered, n)] for n, shape in SCHEMA.items()}
    return cast(Document, result)


def _places(document: Document) -> Places:
    options = [f"{question['slug']}.{o['slug']}" for question in document["questions"] for o in question["options"]]
    places: Places = {(Option, reference): place for place, reference in enumerate(options)}
    for name, shape in SCHEMA.items():
        places |= {
            (shape.model, shape.identity(record)): place for place, record in enumerate(records_of(document, name))
        }
    return places


def _record_in_order(shape: Shape, record: Record, places: Places) -> Record:
    ordered = {name: _value_in_order(shape, record, name, places) for name in shape.fields}
    for name, child in shape.children.items():
        ordered[name] = _rows_in_order(child, record[name], places)
    return ordered


def _rows_in_order(shape: Shape, records: list[Any], places: Places) -> list[Any]:
    ordered = [shape.row(_record_in_order(shape, with_defaults(shape, record), places)) for record in records]
    if "group" in shape.fields:
        return sorted(ordered, key=lambda row: row["group"])
    if has_order(shape) or "goal" not in shape.fields:
        return ordered
    return sorted(ordered, key=lambda row: places[Goal, row["goal"]])


def _value_in_order(shape: Shape, record: Record, name: str, places: Places) -> Any:
    field: Any = shape.model._meta.get_field(name)
    if not field.many_to_many:
        return record[name]
    found = sorted(shape.references(record, name), key=lambda reference: places[field.related_model, reference])
    return [reference.removeprefix(f"{record['question']}.") for reference in found] if shape.short_options else found


def tidy_document(document: dict[str, list[Any]]) -> list[str]:
    """Tidies in place whatever is a text, of content that may still be anything; a sentence for each text."""
    return [
        sentence
        for name, shape in SCHEMA.items()
        for record in document.get(name, [])
        if isinstance(record, dict)
        for sentence in _tidy(shape, record, str(record.get(shape.fields[0], "")))
    ]


def _tidy(shape: Shape, record: dict[str, Any], name: str) -> Iterator[str]:
    for field in map(shape.model._meta.get_field, shape.fields):
        text = record.get(field.name)
        if isinstance(text, str) and is_in_words(field):
            found = tidied(text, is_markdown=is_markdown(field))
            if found.changes:
                record[field.name] = found.text
                values = {"record": shortened(name), "field": field.verbose_name, "changes": said(found.changes)}  # type: ignore[union-attr]
                yield _("‘%(field)s’ van ‘%(record)s’: %(changes)s.") % values
    for child_name, child in shape.children.items():
        rows = record.get(child_name)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict):
                yield from _tidy(child, row, name)
