"""Text controls that count what is in them, down to less than nothing: a browser would cut at `maxlength`."""

from typing import Any

from django.contrib.admin.widgets import AdminTextInputWidget
from django.forms import Widget
from django.forms.widgets import Script


class Counted(Widget):
    """With `control`, its own template, inside one that shows the count."""

    control = ""

    class Media:
        css = {"all": ["css/admin/readable_text.css"]}
        js = [Script("js/character_count.js", defer=True)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        text = context["widget"]["value"] or ""
        limit = context["widget"]["attrs"].pop("maxlength", None)  # which a field that has a maximum sets on its widget
        return {**context, "control": self.control, "text": text, **count(text, int(limit) if limit else None)}


class CountedTextInput(Counted, AdminTextInputWidget):
    template_name = "content/typed/counted_text.html"
    control = "django/forms/widgets/text.html"


def count(text: str, limit: int | None) -> dict[str, Any]:
    """What `typed/_count.html` says of a text that may have `limit` characters."""
    return {"length": len(text), "limit": limit, "excess": max(0, len(text) - limit) if limit else 0}
