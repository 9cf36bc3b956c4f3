"""Form fields that keep what was pasted into them, however long, and tidy it."""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.core.validators import MaxLengthValidator
from django.db import models
from django.forms import Field, Widget
from django.http import HttpRequest
from django.utils.translation import ngettext_lazy

from dialoog.content.admin.typed.widgets import Counted, CountedTextInput
from dialoog.content.document.texts import is_in_words, is_markdown
from dialoog.content.wording.refusing import refuse_unsound_links
from dialoog.content.wording.tidying import Change, tidied


class Fits(MaxLengthValidator):
    """Says how much has to go."""

    message = ngettext_lazy(
        "Dit is %(excess)d teken te lang: het zijn er %(show_value)d en er passen er %(limit_value)d. Er is niets "
        "weggehaald; maak de tekst zelf korter.",
        "Dit is %(excess)d tekens te lang: het zijn er %(show_value)d en er passen er %(limit_value)d. Er is niets "
        "weggehaald; maak de tekst zelf korter.",
        "excess",
    )

    def __call__(self, value: Any) -> None:
        try:
            super().__call__(value)
        except forms.ValidationError as error:
            error.params["excess"] = error.params["show_value"] - error.params["limit_value"]  # type: ignore[index]
            raise


class TypedText(forms.CharField):
    """A text. No browser cuts it at its limit: what is pasted is kept until somebody chose what to leave out."""

    is_markdown = False
    changes: tuple[Change, ...] = ()
    """What was tidied in the text that this form was sent with; each form has fields of its own."""

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.validators = [check for check in self.validators if not isinstance(check, MaxLengthValidator)]
        if max_length:
            self.validators.append(Fits(max_length))

    def to_python(self, value: Any) -> Any:
        """Tidied before it is stripped: an invisible character would shield the spaces before it."""
        if not isinstance(value, str):
            return super().to_python(value)
        found = tidied(value.replace("\r\n", "\n"), is_markdown=self.is_markdown)
        self.changes = found.changes
        return super().to_python(found.text)

    def widget_attrs(self, widget: Widget) -> dict[str, Any]:
        """A widget that counts asks for the limit; in any other the browser would cut at it."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        return attrs if isinstance(widget, Counted) else _without_limit(attrs)


class TypedTexts(BaseModelAdmin):
    """For a ModelAdmin or an inline: no text is cut, and those in words are tidied."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Field | None:
        if is_in_words(db_field):
            kwargs.setdefault("form_class", TypedText)
            if not isinstance(db_field, models.TextField):
                kwargs.setdefault("widget", CountedTextInput())
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, TypedText):
            field.is_markdown = is_markdown(db_field)
            field.validators += [refuse_unsound_links] if field.is_markdown else []
        elif field:
            field.widget.attrs = _without_limit(field.widget.attrs)
        return field


def _without_limit(attrs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attrs.items() if name != "maxlength"}
