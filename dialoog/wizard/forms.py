"""A form per step, made from the release: one field per question that is asked."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.answers import answer_problem, offered_options
from dialoog.catalogue.catalogue import Question
from dialoog.wizard.lapsed import Lapsed
from dialoog.wizard.run import COVER_FIELDS, Questionnaire


class AnswerField(forms.MultipleChoiceField):
    """The answer to one question: a list of slugs, also for a question with a single answer."""

    def __init__(self, question: Question, run: Questionnaire) -> None:
        options = offered_options(run.catalogue, question, run.chosen)
        messages = {"required": question.error_text, "invalid_choice": question.error_text}
        super().__init__(choices=[(o.slug, o.label) for o in options], error_messages=messages)
        self.question, self.run, self.options = question, run, options

    def clean(self, value: Any) -> list[str]:
        """An option that went away while the page was open is named: nobody can see any more which one that was."""
        lapsed = Lapsed.of(self.question, self.options, value or ())
        if lapsed and lapsed.labels:
            raise ValidationError(str(lapsed))
        slugs: list[str] = super().clean(value)
        chosen = {**self.run.chosen, self.question.slug: tuple(slugs)}
        if problem := answer_problem(self.run.catalogue, self.question, chosen):
            raise ValidationError(problem)
        return slugs


class StepForm(forms.Form):
    """The questions of one step that are asked."""

    template = "wizard/step.html"

    def __init__(self, *, run: Questionnaire, step: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for question in run.questions_of(step):
            self.fields[question.slug] = AnswerField(question, run)

    def draft(self) -> dict[str, Any]:
        """What was chosen so far, complete or not; options that are not offered are left out."""
        drafts = {name: self._draft_of(field) for name, field in self.fields.items()}
        return {name: slugs for name, slugs in drafts.items() if slugs}

    def _draft_of(self, field: Any) -> list[str]:
        """What lapsed stays with a question that was left as it was: a change elsewhere can put it back on offer."""
        before = field.run.given.get(field.question.slug, ())
        offered = {option.slug for option in field.options}
        chosen = [slug for slug in dict.fromkeys(self[field.question.slug].data or []) if slug in offered]
        if set(chosen) == offered.intersection(before):
            return list(before)
        return chosen if field.question.is_multi else chosen[:1]


class LineField(forms.CharField):
    """One line of free text. Control characters, which nobody can see or type, are taken out."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        visible = "".join(" " if char in "\r\n\t" else char for char in text if not _is_control(char))
        return visible.strip() if any(not _is_blank(char) for char in visible) else ""


class CheckForm(forms.Form):
    """The check page: optional texts for the cover of the report."""

    template = "wizard/check.html"

    title = LineField(
        label=_("Titel van het rapport"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld het project."),
    )
    organisation = LineField(label=_("Naam van je organisatie"), max_length=120, required=False)
    contact = LineField(
        label=_("Contactregel"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld een naam en e-mailadres."),
    )
    region = LineField(
        label=_("Land of gebied"),
        max_length=80,
        required=False,
        help_text=_(
            "Dit staat als woord in je rapport en in de teksten om mee te beginnen. Je advies blijft hetzelfde."
        ),
    )

    def __init__(self, *, run: Questionnaire, step: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in COVER_FIELDS:
            limit = self.fields[name].max_length  # type: ignore[attr-defined]
            self.fields[name].error_messages["max_length"] = (
                _("Maak deze tekst korter: gebruik hoogstens %d tekens.") % limit
            )
            self.fields[name].error_messages["null_characters_not_allowed"] = _("Haal het onzichtbare teken weg.")

    def draft(self) -> dict[str, Any]:
        """The texts as far as they can be kept: one with a fault keeps what it was."""
        self.is_valid()
        return dict(self.cleaned_data)


def _is_control(char: str) -> bool:
    """Control characters, except the NUL that a validator must see, and lone surrogates, which cannot be stored."""
    return unicodedata.category(char) in ("Cc", "Cs") and char not in "\0\r\n\t"


def _is_blank(char: str) -> bool:
    """White space and characters without width."""
    return char.isspace() or unicodedata.category(char) == "Cf"
