"""Forms of the admin as a browser sends them: everything that the page shows, with what somebody changed."""

from typing import Any

from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.undrawn import Undrawn, follow, look_at

Sent = dict[str, Any]


def address(model: type[models.Model], page: str, *args: object) -> str:
    return reverse(f"admin:content_{model._meta.model_name}_{page}", args=args)


def change(record: models.Model) -> str:
    return address(type(record), "change", record.pk)


def save(staff: Client, record: models.Model, *, rows: dict[str, dict[str, Any]] | None = None, **values: Any) -> Any:
    """Open the page of a record, change values, add rows, and save."""
    sent: Sent = form_of(staff, change(record)) | values
    for prefix, row in (rows or {}).items():
        sent = with_row(sent, prefix, **row)
    return send(staff, change(record), sent)


def send(staff: Client, page: str, sent: Sent) -> Any:
    """The page that came back, or what the save has led on to."""
    return follow(staff, staff.post(page, {name: value for name, value in sent.items() if value is not None}))


def is_saved(response: HttpResponse | Undrawn) -> bool:
    """Whether the form that was sent has led on, and did not come back."""
    return isinstance(response, Undrawn)


def form_of(staff: Client, page: str) -> Sent:
    """What is sent when a page is opened and nothing is changed."""
    return as_shown(look_at(staff, page))


def as_shown(response: HttpResponse | Undrawn) -> Sent:
    """What is sent when nothing is changed."""
    context: Any = response.context  # type: ignore[attr-defined]
    sent = _fields(context["adminform"].form) | {"opened": context.get("opened", "")}
    for inline in context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.forms):
            sent |= _fields(form)
    return sent


def with_row(sent: Sent, prefix: str, **values: Any) -> Sent:
    """With one more row at the end."""
    number = int(sent[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    return {**sent, **row, f"{prefix}-TOTAL_FORMS": number + 1}


def without_row(sent: Sent, prefix: str, number: int) -> Sent:
    return {**sent, f"{prefix}-{number}-DELETE": "on"}


def errors_of(response: HttpResponse | Undrawn) -> list[str]:
    """Every error on the page, of the record, its rows and their fields; none where a save has led on to a list."""
    context: Any = response.context  # type: ignore[attr-defined]
    return [
        str(error)
        for errors in context.get("errors", [])
        for error in (errors if isinstance(errors, list) else [errors])
    ]


def messages_of(response: HttpResponse | Undrawn) -> list[str]:
    context: Any = response.context  # type: ignore[attr-defined]
    return [str(message) for message in context["messages"]]


def _fields(form: Any) -> Sent:
    values = {bound.html_name: _value(bound) for bound in form}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def _value(bound: Any) -> Any:
    value = bound.value()
    if isinstance(value, list):
        return [getattr(item, "pk", item) for item in value]
    return getattr(value, "pk", value)
