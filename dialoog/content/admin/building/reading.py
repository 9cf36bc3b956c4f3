"""A record as it was sent, before anything of it is saved."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.forms.formsets import DELETION_FIELD_NAME

from dialoog.catalogue.document import Record
from dialoog.content.document.schema import Shape


def sent_record(shape: Shape, instance: Any, formsets: Iterable[Any]) -> Record:
    """As a document would have it, as far as it makes sense: rows that are half filled in are left out."""
    by_model = {formset.model: formset for formset in formsets}
    values = {
        field.name: _plain(getattr(instance, field.name, None))
        for field in map(shape.model._meta.get_field, shape.fields)
        if not field.many_to_many
    }
    rows = {name: list(_rows(child, by_model.get(child.model))) for name, child in shape.children.items()}
    return {**values, **rows}


def _rows(shape: Shape, formset: Any) -> Iterator[Record]:
    if formset is None:
        return
    _cleaned = formset.errors  # which also gives every row its group
    for form in formset.forms:
        values = getattr(form, "cleaned_data", {})
        stays = values and (form.instance.pk or form.has_changed()) and not values.get(DELETION_FIELD_NAME)
        if stays and _is_readable(shape, form, values):
            yield {name: _value(form, values, name) for name in shape.fields}


def _is_readable(shape: Shape, form: Any, values: Record) -> bool:
    fields: list[Any] = [shape.model._meta.get_field(name) for name in shape.fields if name in form.fields]
    needed = [field for field in fields if not (field.has_default() or field.blank or field.many_to_many)]
    return all(values.get(field.name) not in (None, "") for field in needed)


def _value(form: Any, values: Record, name: str) -> Any:
    field = form.instance._meta.get_field(name)
    if name in values:
        value = values[name]
        return [row.reference for row in value] if field.many_to_many else _plain(value)
    return [] if field.many_to_many else _plain(getattr(form.instance, name))


def _plain(value: Any) -> Any:
    return getattr(value, "reference", value)
