"""What the templates of the wizard show: plain values made from a run and a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Option, Question, Step
from dialoog.wizard.run import CHECK, Questionnaire

Context = dict[str, Any]

Errors = Mapping[str, list[str]]
"""What to tell the visitor about each field; empty while nothing is judged yet."""


@dataclass(frozen=True)
class OptionView:
    option: Option
    id: str
    is_checked: bool

    @property
    def value(self) -> str:
        return self.option.slug

    @property
    def label(self) -> str:
        return self.option.label

    @property
    def help(self) -> str:
        return self.option.help

    @property
    def is_exclusive(self) -> bool:
        return self.option.is_exclusive


@dataclass(frozen=True)
class QuestionView:
    question: Question
    id: str
    name: str
    options: list[OptionView]
    error: str

    @property
    def slug(self) -> str:
        return self.question.slug

    @property
    def text(self) -> str:
        return self.question.text

    @property
    def help(self) -> str:
        return self.question.help

    @property
    def why(self) -> str:
        return self.question.why

    @property
    def is_multi(self) -> bool:
        return self.question.is_multi

    @property
    def help_id(self) -> str:
        return f"{self.id}-uitleg"

    @property
    def error_id(self) -> str:
        return f"{self.id}-fout"


@dataclass(frozen=True)
class FieldView:
    """A line of free text on the check page."""

    name: str
    id: str
    label: str
    help: str
    value: str
    max_length: int
    error: str
    autocomplete: str

    @property
    def help_id(self) -> str:
        return f"{self.id}-uitleg"

    @property
    def error_id(self) -> str:
        return f"{self.id}-fout"


def step_page(run: Questionnaire, slug: str, form: Any, errors: Errors) -> Context:
    step = run.catalogue.steps[slug]
    questions = [_question_view(form, field.question, errors) for field in form.fields.values()]
    return {
        **_position(run, slug),
        "step": step,
        "questions": questions,
        "is_single_question": len(questions) == 1,
        "heading": questions[0].text if len(questions) == 1 else step.title,
        "errors": [(q.options[0].id if q.options else q.id, q.error) for q in questions if q.error],
    }


def check_page(run: Questionnaire, form: Any, errors: Errors) -> Context:
    cover = [_field_view(form, name, errors) for name in form.fields]
    return {
        **_position(run, CHECK),
        "heading": run.catalogue.page_text("check_intro").title or _("Controleer je antwoorden"),
        "texts": run.catalogue.page_texts,
        "answered": answered_steps(run),
        "cover": cover,
        "errors": [(field.id, field.error) for field in cover if field.error],
    }


def answered_steps(run: Questionnaire) -> list[tuple[Step, list[tuple[str, list[str]]]]]:
    """For each step its questions with the labels that were chosen."""
    return [(step, [(q.text, _labels(run, q)) for q in run.questions_of(step.slug)]) for step in run.steps]


def _position(run: Questionnaire, current: str) -> Context:
    return {"is_estimate": run.can_still_branch, "parts": parts(run, current)}


def parts(run: Questionnaire, current: str) -> list[tuple[str, str]]:
    """The parts of the questionnaire, each 'done', 'now' or 'todo' from where the visitor stands."""
    names = [*dict.fromkeys(step.part for step in run.steps), _("Controle")]
    here = _("Controle") if current == CHECK else run.catalogue.steps[current].part
    place = names.index(here)
    return [(name, "done" if n < place else "now" if n == place else "todo") for n, name in enumerate(names)]


def _question_view(form: Any, question: Question, errors: Errors) -> QuestionView:
    bound = form[question.slug]
    given = set(bound.value() or ())
    options = [
        OptionView(option, f"{bound.id_for_label or bound.auto_id}_{place}", option.slug in given)
        for place, option in enumerate(form.fields[question.slug].options)
    ]
    return QuestionView(question, bound.auto_id, bound.html_name, options, _error(errors, bound.name))


def _field_view(form: Any, name: str, errors: Errors) -> FieldView:
    bound = form[name]
    autocomplete = {"organisation": "organization"}.get(name, "off")
    return FieldView(
        name=bound.html_name,
        id=bound.auto_id,
        label=bound.label,
        help=bound.help_text,
        value=bound.value() or "",
        max_length=form.fields[name].max_length,
        error=_error(errors, name),
        autocomplete=autocomplete,
    )


def _error(errors: Errors, name: str) -> str:
    return " ".join(errors.get(name, ()))


def _labels(run: Questionnaire, question: Question) -> list[str]:
    chosen = run.chosen.get(question.slug, ())
    return [option.label for option in question.options if option.slug in chosen]
