"""All mistakes on a page of the admin, each with the id of the field to go to."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.text import capfirst

register = template.Library()

Mistake = tuple[str, str]


@register.simple_tag
def mistakes(form: Any, inlines: Iterable[Any] = (), form_id: str = "") -> list[Mistake]:
    """Of a form and its rows, in the order of the page. What is about no field leads to the form, or to the row."""
    found = [*_of_form(form, form_id)]
    for formset in (inline.formset for inline in inlines):
        found += [(f"{formset.prefix}-heading", str(text)) for text in formset.non_form_errors()]
        for number, row in enumerate(formset.forms, start=1):
            found += _of_form(row, row.prefix, row_name(formset, number))
    return found


def row_name(formset: Any, number: int) -> str:
    return f"{capfirst(formset.model._meta.verbose_name)} {number}"


def _of_form(form: Any, form_id: str, where: str = "") -> Iterator[Mistake]:
    for name, texts in form.errors.items():
        field = form[name] if name in form.fields else None
        is_seen = field is not None and not field.is_hidden
        called = ", ".join(filter(None, (where, str(field.label) if is_seen else "")))  # type: ignore[union-attr]
        target = (field.id_for_label or field.auto_id) if is_seen else form_id  # type: ignore[union-attr]
        yield from ((target, f"{called}: {text}" if called else str(text)) for text in texts)
