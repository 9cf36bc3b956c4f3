"""The answers that a condition offers: those of its question."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.urls import reverse_lazy

from dialoog.content.admin.building.showing import SHOW
from dialoog.content.models import Option
from dialoog.staff.frame.sent import whole_number


def answers_of(question: Any) -> list[tuple[Any, str]]:
    """Primary key and text of each, in the order of the question; none for what is no question."""
    key = whole_number(question)
    return list(Option.objects.filter(question=key).values_list("pk", "label")) if key else []


class AnswersOnOffer(forms.CheckboxSelectMultiple):
    """Boxes to tick. A script shows those of another question at once; without it, a button does."""

    template_name = "content/building/answers.html"

    class Media:
        js = [Script("js/answers_on_offer.js", type="module")]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context | {"show": SHOW, "url": reverse_lazy("content:answers")}


class OffersAnswers(forms.ModelForm):
    """A row with a question and answers of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "options" in self.fields:
            self.fields["options"].widget.choices = answers_of(self["question"].value())
