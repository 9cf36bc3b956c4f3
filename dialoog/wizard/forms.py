"""A form per step, made from the release: one field per question that is asked."""

import unicodedata
from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.answers import answer_problem, goes_alone
from dialoog.catalogue.catalogue import Question
from dialoog.catalogue.translated import put_in
from dialoog.lettering.shown import MISSING, not_shown, shown
from dialoog.wizard.lapsed import Lapsed
from dialoog.wizard.mistakes import Refused
from dialoog.wizard.remarks import LONGEST_DRAFT as LONGEST_REMARK
from dialoog.wizard.remarks import MOST as MOST_OF_REMARK
from dialoog.wizard.remarks import MOST_LINES, NOTHING, Typed
from dialoog.wizard.run import COVER_LENGTHS, Questionnaire
from dialoog.wizard.seen import SEEN, from_text

LONGEST_DRAFT = 2000
"""Characters of a text for the cover that are kept to be made shorter: many times what fits, and no room for a book."""


class AnswerField(forms.MultipleChoiceField):
    """The answer to one question: a list of slugs, also for a question with a single answer."""

    def __init__(self, question: Question, run: Questionnaire) -> None:
        options = run.offered(question)
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
        if alone := goes_alone(self.options, slugs):
            said = gettext("Kies óf ‘%(answer)s’, óf een of meer van de andere antwoorden.")
            raise ValidationError(put_in(said, {"answer": alone.label}))
        if problem := answer_problem(self.run.catalogue, self.question, chosen):
            raise ValidationError(problem)
        return slugs


class RunForm(forms.Form):
    """What is filled in at one step of a run: kept as a draft without judging it, and judged when it was sent."""

    def __init__(self, *, run: Questionnaire, step: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run, self.step = run, step

    def draft(self) -> dict[str, Any]:
        """What of this can be kept as it is, complete or not."""
        raise NotImplementedError

    def answers(self) -> dict[str, Any]:
        """What is kept once it was judged."""
        return dict(self.cleaned_data)

    def typed(self) -> Typed:
        """The remarks in it, judged or not."""
        return NOTHING

    def refused(self) -> Refused:
        """What was sent and is not in the draft."""
        raise NotImplementedError

    def with_refused(self, name: str, slugs: list[str]) -> list[str]:
        """What was sent at a field, from its draft, which this form holds, and what was refused."""
        raise NotImplementedError

    def as_sent(self, refused: Refused) -> Self:
        """This form, which holds a draft, as it was when it was sent: to judge it, not to show it."""
        sent = {self.add_prefix(name): self.with_refused(name, refused.get(name, [])) for name in self.fields}
        return type(self)(run=self.run, step=self.step, prefix=self.prefix, data=MultiValueDict(sent))


class StepForm(RunForm):
    """The questions of one step that are asked."""

    template = "wizard/step.html"

    def __init__(self, *, run: Questionnaire, step: str, **kwargs: Any) -> None:
        super().__init__(run=run, step=step, **kwargs)
        questions = run.questions_of(step)
        self.answer_fields = {question.slug: AnswerField(question, run) for question in questions}
        self.fields.update(self.answer_fields)
        if run.takes_remarks:
            self.fields.update(dict.fromkeys(map(remark_name, self.answer_fields), REMARK))

    def draft(self) -> dict[str, Any]:
        """What was chosen so far, complete or not; options that are not offered are left out."""
        drafts = {name: self._draft_of(field) for name, field in self.answer_fields.items()}
        return {name: slugs for name, slugs in drafts.items() if slugs}

    def refused(self) -> Refused:
        """Of each question the options that are not on offer, and a second one where one is asked for."""
        refused = {name: self._refused_of(field) for name, field in self.answer_fields.items()}
        return {name: slugs for name, slugs in refused.items() if slugs}

    def with_refused(self, name: str, slugs: list[str]) -> list[str]:
        """What lapsed stands in a draft, but was not sent: the page does not show it."""
        if name in self.answer_fields:
            return [*self._offered_of(self.answer_fields[name]), *slugs]
        return [self[name].data or ""]

    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.answer_fields}

    def typed(self) -> Typed:
        names = {slug: remark_name(slug) for slug in self.answer_fields}
        sent = {slug: name for slug, name in names.items() if self.add_prefix(name) in self.data}
        texts = {slug: as_remark(self[name].data) for slug, name in sent.items()}
        return Typed(texts, from_text(self.data.get(SEEN, "")))

    def _draft_of(self, field: Any) -> list[str]:
        """What lapsed stays with a question that was left as it was: a change elsewhere can put it back on offer."""
        before = field.run.given.get(field.question.slug, ())
        offered = {option.slug for option in field.options}
        chosen = self._offered_of(field)
        if set(chosen) == offered.intersection(before):
            return list(before)
        return chosen if field.question.is_multi else chosen[:1]

    def _offered_of(self, field: Any) -> list[str]:
        """What was chosen and is on offer."""
        offered = {option.slug for option in field.options}
        return [slug for slug in dict.fromkeys(self[field.question.slug].data or []) if slug in offered]

    def _refused_of(self, field: Any) -> list[str]:
        offered = self._offered_of(field)
        kept = {slug for slug in self._draft_of(field) if slug in offered}
        sent = (slug for slug in self[field.question.slug].data or [] if slug not in kept)
        return list(dict.fromkeys(slug if field.question.option(slug) else "" for slug in sent))


class TextField(forms.CharField):
    """Free text, which says in our words what is wrong with it."""

    default_error_messages = {
        "max_length": _("Maak deze tekst korter: gebruik hoogstens %(limit_value)d tekens."),
        "null_characters_not_allowed": _("Haal het onzichtbare teken weg."),
    }


class LineField(TextField):
    """One line. Control characters, which nobody can see or type, are taken out."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        visible = "".join(" " if char in "\r\n\t" else char for char in text if not _is_control(char))
        return visible.strip() if any(not _is_blank(char) for char in visible) else ""


class LinesField(TextField):
    """Some lines, likewise."""

    def to_python(self, value: Any) -> str:
        return _lines(value)


TOO_LONG = _("Gebruik in je opmerking hoogstens %(limit_value)d tekens.")


class RemarkField(LinesField):
    """Own words with an answer; what nobody can see is none. Cut where no draft goes on."""

    def __init__(self) -> None:
        super().__init__(max_length=MOST_OF_REMARK, required=False, error_messages={"max_length": TOO_LONG})

    def to_python(self, value: Any) -> str:
        return as_remark(value)


REMARK = RemarkField()
"""One for all forms: it is the same at every question, and making it would cost each step."""


def too_long() -> str:
    return TOO_LONG % {"limit_value": MOST_OF_REMARK}


def as_remark(typed: Any) -> str:
    """Of a great many lines the last are one, so that no dossier becomes a hundred pages of nothing."""
    lines = _lines(str(typed or "")[:LONGEST_REMARK].replace("\0", "")).split("\n")
    text = "\n".join([*lines[:MOST_LINES], " ".join(lines[MOST_LINES:])]).rstrip()
    return text if any(not _is_blank(char) for char in text) else ""


def remark_name(question: str) -> str:
    """Of its field; no slug has a full stop."""
    return f"opmerking.{question}"


MOST_NAMED = 10
"""Characters that a notice names; a title can hold more than a hundred."""


class CheckForm(RunForm):
    """The check page: optional texts for the cover of the report."""

    template = "wizard/check.html"

    title = LineField(
        label=_("Titel van het rapport"),
        max_length=COVER_LENGTHS["title"],
        required=False,
        help_text=_("Bijvoorbeeld het project."),
    )
    organisation = LineField(
        label=_("Naam van je organisatie"), max_length=COVER_LENGTHS["organisation"], required=False
    )
    contact = LineField(
        label=_("Contactregel"),
        max_length=COVER_LENGTHS["contact"],
        required=False,
        help_text=_("Bijvoorbeeld een naam en e-mailadres."),
    )
    region = LineField(
        label=_("Land of gebied"),
        max_length=COVER_LENGTHS["region"],
        required=False,
        help_text=_(
            "Dit staat als woord in je rapport en in de teksten om mee te beginnen. Je advies blijft hetzelfde."
        ),
    )

    def clean(self) -> None:
        """A remark that went along as a draft is made shorter at its own step."""
        if any(len(text) > MOST_OF_REMARK for text in self.run.shown_remarks.values()):
            raise ValidationError(too_long())

    def draft(self) -> dict[str, Any]:
        """The texts, also one that is too long to finish with; without a NUL, which the database cannot keep."""
        return {name: self._kept(name, field) for name, field in self.fields.items()}

    def refused(self) -> Refused:
        """A NUL."""
        return {name: [""] for name in self.fields if "\0" in self._typed(name)}

    def with_refused(self, name: str, slugs: list[str]) -> list[str]:
        return [self._typed(name) + "\0" * bool(slugs)]

    def _typed(self, name: str) -> str:
        return self[name].data or ""

    def _kept(self, name: str, field: Any) -> str:
        text: str = field.to_python(self._typed(name).replace("\0", ""))
        return text[:LONGEST_DRAFT]

    def print_notice(self, name: str) -> str:
        return print_notice(self[name].value() or "")

    def has_new_notice(self, saved: Mapping[str, str]) -> bool:
        """Whether sound texts hold such characters that `saved`, for which the page has its notices, did not hold."""
        if not self.is_valid():
            return False
        return any(set(not_shown(text)) - set(not_shown(saved.get(name, ""))) for name, text in self.draft().items())


def print_notice(text: str) -> str:
    """Which characters of a text the PDF cannot show; an empty text if it shows all."""
    missing = not_shown(text)
    return _print_notice(missing) if missing else ""


def _print_notice(missing: tuple[str, ...]) -> str:
    named, more = ", ".join(missing[:MOST_NAMED]), len(missing) - MOST_NAMED
    if more > 0:
        named = gettext("%(named)s en nog %(more)d") % {"named": named, "more": more}
    words = {"named": named, "box": MISSING}
    return (
        gettext(
            "In de pdf kunnen we deze tekens niet tonen: %(named)s. Daar komt een vakje (%(box)s) te staan. "
            "Op het scherm staat je tekst er wel goed. Je kunt gewoon verder."
        )
        % words
    )


def _lines(value: Any) -> str:
    text = "\n".join(str(value or "").replace("\t", " ").splitlines())
    return "".join(char for char in text if not _is_control(char)).strip()


def _is_control(char: str) -> bool:
    """Control characters, except the NUL that a validator must see, and lone surrogates, which cannot be stored."""
    return unicodedata.category(char) in ("Cc", "Cs") and char not in "\0\r\n\t"


def _is_blank(char: str) -> bool:
    """White space and characters without width."""
    return char.isspace() or unicodedata.category(char) == "Cf" or not shown(char)
