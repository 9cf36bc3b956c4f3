"""The wizard as formtools documents it, and a page of any size after one query."""

from functools import lru_cache
from typing import Any

import yaml
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.urls import path
from formtools.wizard.views import NamedUrlSessionWizardView

from dialoog.settings import BASE_DIR


def forms_of_steps() -> list[tuple[str, type[forms.Form]]]:
    """A form per step with all its questions, whoever they are for: stock formtools has no conditions in a form."""
    questions = _records("questions")
    steps = [record["slug"] for record in _records("steps")]
    return [(step, _form(step, [question for question in questions if question["step"] == step])) for step in steps]


def _records(name: str) -> Any:
    return yaml.safe_load((BASE_DIR / "fixtures" / f"{name}.yaml").read_text())


def _form(step: str, questions: list[Any]) -> type[forms.Form]:
    return type(f"{step.title()}Form", (forms.Form,), {question["slug"]: _field(question) for question in questions})


def _field(question: Any) -> forms.Field:
    choices = [(option["slug"], option["label"]) for option in question["options"]]
    is_multi = question["kind"] == "multi"
    kind, widget = (
        (forms.MultipleChoiceField, forms.CheckboxSelectMultiple)
        if is_multi
        else (forms.ChoiceField, forms.RadioSelect)
    )
    return kind(
        label=question["text"], help_text=question.get("help", ""), choices=choices, widget=widget, required=False
    )


class StockWizard(NamedUrlSessionWizardView):
    form_list = forms_of_steps()

    def done(self, form_list: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse("klaar")


def page(request: HttpRequest, size: int) -> HttpResponse:
    """As simple as a page with something of the database in it can be."""
    assert ContentType.objects.first()
    return HttpResponse(_text(size))


@lru_cache(maxsize=4)
def _text(size: int) -> str:
    return "x" * size


step = StockWizard.as_view(url_name="step", done_step_name="klaar")

urlpatterns = [
    path("stap/<str:step>/", step, name="step"),
    path("stap/", step),
    path("pagina/<int:size>/", page),
]
