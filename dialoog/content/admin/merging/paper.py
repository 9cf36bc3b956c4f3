"""A form of the admin as a sheet of plain values, as it is stored and as somebody filled it in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst

from dialoog.content.admin.merging.seen import Seen
from dialoog.content.admin.merging.three_ways import MAIN, Row, Sheet, Value
from dialoog.staff.frame.sent import whole_number

MOST_ROWS = 1000


@dataclass(frozen=True)
class Paper:
    """The form of a record and those of its rows, filled with what is stored."""

    form: Any
    formsets: list[Any]
    inlines: list[Any]
    """Of each of those, what the admin calls it."""

    def stored(self) -> Sheet:
        rows = {
            formset.prefix: {str(form.instance.pk): _row(form) for form in formset.initial_forms}
            for formset in self.formsets
        }
        return {MAIN: {MAIN: _row(self.form)}, **rows}

    def fields_of(self, part: str) -> dict[str, Any]:
        return own_fields(self.form if part == MAIN else self.formset(part).empty_form)

    def formset(self, part: str) -> Any:
        return next(formset for formset in self.formsets if formset.prefix == part)

    def row_name(self, part: str) -> str:
        """What one row of a part is called: `Voorwaarde`."""
        names = {
            formset.prefix: inline.verbose_name for formset, inline in zip(self.formsets, self.inlines, strict=True)
        }
        return capfirst(str(names[part]))


@dataclass(frozen=True)
class Filled:
    """What somebody sent."""

    sheet: Sheet
    """With the rows that were not sent as they were known: only who ticks a row off takes it away."""
    numbers: dict[tuple[str, str], int]
    """Which row of what was sent has which key."""


def fill(paper: Paper, data: Any, known: Sheet) -> Filled:
    """`known` is what the form was opened with, or what is stored where nobody can tell."""
    sheet: Sheet = {MAIN: {MAIN: _typed(paper.fields_of(MAIN), data, "")}}
    numbers: dict[tuple[str, str], int] = {}
    for formset in paper.formsets:
        part = formset.prefix
        rows, fields = dict(known.get(part, {})), paper.fields_of(part)
        for number, key in keys_sent(formset, data):
            rows.pop(key, None)
            numbers[part, key] = number
            if f"{part}-{number}-{DELETION_FIELD_NAME}" not in data:
                rows[key] = _typed(fields, data, f"{part}-{number}-")
        sheet[part] = rows
    return Filled(sheet, numbers)


def keys_sent(formset: Any, data: Any) -> Iterator[tuple[int, str]]:
    """The number and the key of each row; one that is not stored is called after its number."""
    total = whole_number(data.get(f"{formset.prefix}-TOTAL_FORMS")) or 0
    name = formset.model._meta.pk.name
    for number in range(min(total, MOST_ROWS)):
        key = data.get(f"{formset.prefix}-{number}-{name}", "")
        yield number, key if whole_number(key) else f"new-{number}"


def own_fields(form: Any) -> dict[str, Any]:
    """Without those that tie a row to its record, or say what its page showed."""
    model = form._meta.model
    tie = {model._meta.pk.name, DELETION_FIELD_NAME}
    return {
        name: field
        for name, field in form.fields.items()
        if name not in tie and not isinstance(field, forms.models.InlineForeignKeyField | Seen)
    }


def _row(form: Any) -> Row:
    return {name: plain(field, form.get_initial_for_field(field, name)) for name, field in own_fields(form).items()}


def _typed(fields: dict[str, Any], data: Any, prefix: str) -> Row:
    return {
        name: plain(field, field.widget.value_from_datadict(data, {}, f"{prefix}{name}"))
        for name, field in fields.items()
    }


def plain(field: Any, value: Any) -> Value:
    """A value in the one way in which it is written, whether it was stored or sent; nonsense stays as it was sent."""
    if isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        return sorted(_key(item) for item in value or [])
    if isinstance(field, forms.ModelChoiceField):
        return _key(value)
    try:
        value = field.to_python(value)
    except ValidationError:
        return str(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).replace("\r\n", "\n")


def _key(value: Any) -> str:
    return "" if value is None else str(value.pk if isinstance(value, models.Model) else value)
