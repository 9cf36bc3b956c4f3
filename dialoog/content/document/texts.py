"""Every text of a document that visitors read, with the record that it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.content.document.schema import SCHEMA, Shape

MARKDOWN_FIELDS = frozenset({"goal.theory", "goal.what_to_do", "pagetext.text"})
"""Fields that pages and PDF show through the `markdown` filter; all others are shown as they are."""

_FOR_EDITORS = frozenset(
    {
        *("pagetext.place", "question.name", "question.changes"),
        *("referencecase.title", "referencecase.why", "rule.confirmed_by"),
        *("fact.left_out", "organisation.url_found_at", "tool.url_found_at"),
        *("verdict.collection", "verdict.identity", "verdict.field", "verdict.digest", "verdict.why"),
        *("verdict.judged_by", "translation.language", "translation.collection", "translation.identity"),
        *("translatedtext.path", "translatedtext.source", "translatedtext.text"),
    }
)
_NAMES = frozenset(
    {
        *("fact.chapter", "fact.section", "goal.name", "partnertype.name", "step.part"),
        *("organisation.name", "organisation.kind", "tool.name", "tool.kind"),
        *("practiceexample.who", "practiceexample.where", "practiceexample.sector"),
    }
)
"""Names of people, places and things: they are what they are, however hard to read."""


@dataclass(frozen=True)
class TextPlace:
    """A text with its place: `organisations`, `fnv`, `waarvoor`."""

    key: Key
    field: str
    """What an editor calls the field; in a row of a record with that row: `antwoordoptie ‘krap’: uitleg`."""
    text: str
    is_markdown: bool = False


def texts(document: Document, *, with_names: bool = False) -> Iterator[TextPlace]:
    """In the order of the schema; empty texts are left out. Names and addresses are no sentences, but are shown too."""
    is_wanted = is_shown if with_names else is_prose
    for collection, shape in SCHEMA.items():
        for record in records_of(document, collection):
            for found in _texts(shape, record, is_wanted):
                yield TextPlace(Key(collection, shape.identity(record)), *found)


@cache
def is_prose(field: Any) -> bool:
    """Whether a field holds sentences for visitors. A new text field does, unless it is listed above."""
    return is_in_words(field) and _full_name(field) not in _FOR_EDITORS | _NAMES


@cache
def is_shown(field: Any) -> bool:
    """Whether a field holds words for visitors: sentences, a name or an address."""
    return is_for_visitors(field) or (isinstance(field, models.URLField) and _full_name(field) not in _FOR_EDITORS)


def is_for_visitors(field: Any) -> bool:
    """Whether visitors read it and it is in a language: sentences or a name."""
    return is_in_words(field) and _full_name(field) not in _FOR_EDITORS


def is_in_words(field: Any) -> bool:
    """Whether somebody types its text, as a key, a choice and an address are not."""
    if not isinstance(field, models.CharField | models.TextField) or isinstance(field, models.URLField):
        return False
    return not (field.unique or bool(field.choices) or field.name == "slug")


@cache
def is_markdown(field: Any) -> bool:
    return _full_name(field) in MARKDOWN_FIELDS


def _full_name(field: Any) -> str:
    return f"{field.model._meta.model_name}.{field.name}"


def _texts(shape: Shape, record: Record, is_wanted: Callable[[Any], bool]) -> Iterator[tuple[str, str, bool]]:
    for name in shape.fields:
        field: Any = shape.model._meta.get_field(name)
        if is_wanted(field) and record.get(name):
            yield str(field.verbose_name), record[name], is_markdown(field)
    for name, child in shape.children.items():
        for number, row in enumerate(record.get(name, []), start=1):
            for field_name, *rest in _texts(child, child.record(row), is_wanted):
                yield f"{row_name(child, child.record(row), number)}: {field_name}", *rest  # type: ignore[misc]


def row_name(shape: Shape, row: Record, number: int) -> str:
    """By its key, or by its number where the key is a whole text: `aandachtspunt 2`."""
    kind = shape.model._meta.verbose_name
    has_key = not any(is_prose(shape.model._meta.get_field(name)) for name in shape.names)
    return f"{kind} ‘{shape.identity(row)}’" if has_key else f"{kind} {number}"
