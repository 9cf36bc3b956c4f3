"""How a text reads that staff are typing: the part of a page that stands below its field."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dialoog.content.admin.reading_level.widgets import TextKind, describe
from dialoog.staff.frame.pages import staff_page

LONGEST = 20_000
"""Characters; the longest field takes 8000."""


class TextForm(forms.Form):
    text = forms.CharField(
        required=False,
        strip=False,
        max_length=LONGEST,
        error_messages={"max_length": _("De tekst is te lang om te meten: hooguit %(limit_value)d tekens.")},
    )
    kind = forms.TypedChoiceField(choices=TextKind.choices, coerce=TextKind)
    limit = forms.IntegerField(required=False, min_value=1)

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


@staff_page("content.view_rule")
@require_POST
def show_reading(request: HttpRequest) -> HttpResponse:
    """A part of a page; for what no field sends, a sentence with status 400."""
    form = TextForm(request.POST)
    if not form.is_valid():
        return HttpResponse(_first_error(form), status=400, content_type="text/plain; charset=utf-8")
    return render(request, "content/reading_level/_reading.html", describe(**form.cleaned_data))


def _first_error(form: forms.Form) -> Any:
    return next(error for errors in form.errors.values() for error in errors)
