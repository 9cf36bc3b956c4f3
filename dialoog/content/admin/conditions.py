"""Rows of conditions, of rules and of questions: what they mean, and what makes no sense."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialoog.catalogue.vocabulary import Operator
from dialoog.content.admin.base import ContentInline, OrderedFormSet
from dialoog.content.admin.building.answers import AnswersOnOffer, OffersAnswers
from dialoog.content.admin.building.joins import JoinForm, JoinsRows
from dialoog.content.document.soundness import Timing
from dialoog.content.models import Question, Step

GROUPS = gettext_lazy(
    "Zonder voorwaarden geldt dit altijd. Kies bij elke voorwaarde of die ook moet kloppen (en), of dat één van de "
    "twee genoeg is (of). Lege rijen tellen niet mee."
)

CHOOSE_QUESTION = gettext_lazy("Kies een vraag uit een eerdere stap.")
CHOOSE_ANSWER = gettext_lazy("Kies een antwoord uit een eerdere stap.")


class ConditionForm(JoinForm, OffersAnswers):
    """One condition. Its answers belong to its question, and there is something to compare with."""

    def clean(self) -> None:
        super().clean()
        counts = self.cleaned_data.get("operator") == Operator.AT_LEAST
        self.check_count(counts)
        self.check_options(counts)

    def check_count(self, counts: bool) -> None:
        count = self.cleaned_data.get("count")
        if counts and count == 0:
            self.add_error("count", _("Vul in hoeveel antwoorden er minstens gekozen moeten zijn."))
        elif count and not counts and "operator" in self.cleaned_data:
            self.add_error("count", _("Vul hier 0 in: bij deze vergelijking telt het aantal niet."))

    def check_options(self, counts: bool) -> None:
        question, options = self.cleaned_data.get("question"), self.cleaned_data.get("options")
        if question is None or options is None:
            return
        if any(option.question_id != question.pk for option in options):
            self.add_error("options", _("Kies antwoorden van vraag ‘%s’.") % question.text)
        elif counts and options:
            self.add_error("options", _("Laat dit leeg: bij deze vergelijking tellen alle antwoorden van de vraag."))
        elif not counts and not options:
            self.add_error("options", _("Kies minstens één antwoord van vraag ‘%s’.") % question.text)


class ConditionFormSet(JoinsRows, OrderedFormSet):
    """Rows that go together in words."""


class ConditionInline(ContentInline):
    form = ConditionForm
    formset = ConditionFormSet
    intro = GROUPS
    fields = ("group", "question", ("operator", "count"), "options")
    verbose_name = gettext_lazy("voorwaarde")
    verbose_name_plural = gettext_lazy("voorwaarden")

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> forms.Field | None:
        if db_field.name != "options":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        # Given before, so that no help text tells of a list; set again, because Django wraps it in links to add one.
        field = super().formfield_for_dbfield(db_field, request, **kwargs, widget=AnswersOnOffer)
        field.widget = AnswersOnOffer()  # type: ignore[union-attr]
        return field

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("question")


def lateness(step: Step, needed: Question, *, advice: Any = CHOOSE_QUESTION) -> str:
    """Why what is asked in this step cannot depend on the needed question, and what to do; empty if it can."""
    match Timing.of(_place(needed.step), _place(step)):
        case Timing.SAME_STEP:
            return _("Vraag ‘%s’ staat in dezelfde stap.") % needed.text + f" {advice}"
        case Timing.LATER:
            return _("Vraag ‘%s’ komt pas later.") % needed.text + f" {advice}"
        case _:
            return ""


def _place(step: Step) -> tuple[int, str]:
    """As the tables order them."""
    return step.order, step.slug
