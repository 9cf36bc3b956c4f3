"""Text fields of the admin that say how their text reads, and how its Markdown will look. They never refuse a text."""

from textwrap import shorten
from typing import Any

import nh3
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db import models
from django.forms import Field, Widget
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.content.admin.reading_level.level import LONG_SENTENCE, count_words, read
from dialoog.content.admin.typed.fields import TypedTexts
from dialoog.content.admin.typed.widgets import Counted, count
from dialoog.content.document.texts import is_markdown, is_prose
from dialoog.content.templatetags.markdown import markdown
from dialoog.content.wording.markup import ATTRIBUTES, TAGS

QUOTED = 120
"""Characters of a long sentence: enough to find it."""

LONG_TEXT = 1000
ROWS, ROWS_OF_LONG_TEXT = 4, 12
"""Of a textarea, for a text that may have up to and more than that many characters."""


class TextKind(Vocabulary):
    MARKDOWN = "markdown", "Tekst met opmaak"
    PLAIN = "plat", "Tekst zonder opmaak"
    SHORT = "kort", "Eén regel"


def describe(text: str, kind: TextKind, limit: int | None) -> dict[str, Any]:
    """What `reading_level/_reading.html` says of a text that may have `limit` characters. One line gets no level."""
    reading = read(text)
    return {
        **count(text, limit),
        "reading": reading,
        "shows_level": kind is not TextKind.SHORT and reading.level is not None,
        "long_sentences": [(shorten(s, QUOTED, placeholder="…"), count_words(s)) for s in reading.long_sentences],
        "long_sentence": LONG_SENTENCE,
        "is_markdown": kind is TextKind.MARKDOWN,
        "preview": _preview(text) if kind is TextKind.MARKDOWN else "",
    }


def _preview(text: str) -> SafeString:
    """As visitors see it, except that a link does not lead away from a form that is not saved."""
    links = {"a": {"target": "_blank"}}
    return mark_safe(  # noqa: S308 - cleaned by nh3
        nh3.clean(markdown(text), tags=TAGS, attributes=ATTRIBUTES, set_tag_attribute_values=links)
    )


class _Readable(Counted):
    """A text control with its reading below it."""

    template_name = "content/reading_level/readable_text.html"
    kind = TextKind.PLAIN

    class Media:
        css = {"all": ["css/admin/readable_text.css"]}
        js = [Script("js/readable_text.js", defer=True)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return {**context, "kind": self.kind, **describe(context["text"], self.kind, context["limit"])}


class ReadableTextarea(_Readable, AdminTextareaWidget):
    control = "django/forms/widgets/textarea.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, is_markdown: bool = False) -> None:
        super().__init__(attrs)
        self.kind = TextKind.MARKDOWN if is_markdown else TextKind.PLAIN

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Browsers send a line's end as two characters: the text would be longer than it was and always differ."""
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class ReadableTextInput(_Readable, AdminTextInputWidget):
    control = "django/forms/widgets/text.html"
    kind = TextKind.SHORT


class ReadableTexts(TypedTexts):
    """For a ModelAdmin or an inline: its texts say how they read. Goes before that class in the list of bases."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Field | None:
        if widget := _widget(db_field):
            kwargs.setdefault("widget", widget)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def _widget(field: Any) -> Widget | None:
    """Every long text has one, also what colleagues alone read; of the short ones only those with sentences."""
    if isinstance(field, models.TextField):
        rows = ROWS if field.max_length and field.max_length <= LONG_TEXT else ROWS_OF_LONG_TEXT
        return ReadableTextarea({"rows": rows}, is_markdown=is_markdown(field))
    return ReadableTextInput() if is_prose(field) else None
