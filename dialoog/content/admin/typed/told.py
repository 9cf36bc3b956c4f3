"""Who saved is told what was tidied in the texts, because that is not what was typed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from dialoog.content.admin.typed.fields import TypedText
from dialoog.content.templatetags.mistakes import row_name
from dialoog.content.wording.tidying import said


def tell_what_was_tidied(request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
    for sentence in _sentences(form, formsets):
        messages.info(request, sentence)


def _sentences(form: Any, formsets: Iterable[Any]) -> Iterator[str]:
    yield from _of_form(form, "")
    for formset in formsets:
        for number, row in enumerate(formset.forms, start=1):
            yield from _of_form(row, f"{row_name(formset, number)}: ")


def _of_form(form: Any, where: str) -> Iterator[str]:
    for name, field in form.fields.items():
        if isinstance(field, TypedText) and field.changes and name in form.changed_data:
            values = {"field": f"{where}{field.label}", "changes": said(field.changes)}
            yield _("Opgeschoond in ‘%(field)s’: %(changes)s.") % values
