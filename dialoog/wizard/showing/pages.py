"""What a step and the check page show, made from a run and a form."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Question, Step
from dialoog.catalogue.translated import joined, put_in
from dialoog.wizard.forms import print_notice, remark_name, too_long
from dialoog.wizard.remarks import MOST
from dialoog.wizard.run import CHECK, Questionnaire
from dialoog.wizard.seen import seen_in, to_text
from dialoog.wizard.showing.remark import RemarkView
from dialoog.wizard.showing.views import AnswerRow, FieldView, OptionView, QuestionView

Context = dict[str, Any]

Errors = Mapping[str, list[str]]
"""What to tell the visitor about each field; empty while nothing is judged yet."""


def step_page(run: Questionnaire, slug: str, form: Any, errors: Errors) -> Context:
    step = run.catalogue.steps[slug]
    questions = [_question_view(run, form, field.question, errors) for field in form.answer_fields.values()]
    return {
        **_position(run, slug),
        "step": step,
        "words": run.catalogue.words,
        "questions": questions,
        "is_single_question": len(questions) == 1,
        "is_about_goals": any(q.slug == run.catalogue.settings.goals_question for q in questions),
        "heading": questions[0].text if len(questions) == 1 else step.title or step.part,
        "seen": to_text(seen_in({slug: text for slug, text in run.remarks.items() if slug in form.answer_fields})),
        "errors": [problem for question in questions for problem in _problems(question)],
        "notices": [(q.first_id, q.notice) for q in questions if q.notice],
        "notices_title": _("Kies opnieuw"),
    }


def _problems(question: QuestionView) -> list[tuple[str, str]]:
    """Where to go, and what to do there."""
    found = [(question.first_id, question.error)]
    found += [(question.remark.id, question.remark.error)] if question.remark else []
    return [(place, error) for place, error in found if error]


def check_page(run: Questionnaire, form: Any, errors: Errors, changed: Collection[str] = ()) -> Context:
    """`changed` are the questions whose answer another tab changed since the visitor saw this page."""
    cover = [_field_view(form, name, errors) for name in form.fields]
    answered = answered_steps(run, changed)
    rows = [row for _step, rows in answered for row in rows]
    notices = _check_notices(run, rows, changed)
    unprinted = [(row.button_id, row.text) for row in rows if row.remark_notice and not row.remark_error]
    unprinted += [(field.id, field.label) for field in cover if field.notice]
    too_long = [(row.button_id, row.remark_error) for row in rows if row.remark_error and NON_FIELD_ERRORS in errors]
    return {
        **_position(run, CHECK),
        "heading": run.catalogue.page_text("check_intro").title or _("Controleer je antwoorden"),
        "texts": run.catalogue.page_texts,
        "answered": answered,
        "cover": cover,
        "seen": to_text(run.seen),
        "errors": [*too_long, *((field.id, field.error) for field in cover if field.error)],
        "notices": notices or unprinted,
        "notices_title": _notices_title(bool(changed), bool(notices)),
        "has_changed": bool(changed),
    }


def _notices_title(has_changed: bool, is_open: bool) -> str:
    if has_changed:
        return _("Je antwoorden zijn intussen veranderd")
    return _("Dit staat nog open") if is_open else _("De pdf kan niet alle tekens tonen")


def _check_notices(run: Questionnaire, rows: list[AnswerRow], changed: Collection[str]) -> list[tuple[str, str]]:
    """First what changed: a question that is no longer asked has no row to go to."""
    asked = {row.slug for row in rows}
    gone = [run.catalogue.questions[slug].text for slug in changed if slug not in asked]
    still_open = _("%s (nog open)") if changed else "%s"
    return [
        *((row.button_id, row.text) for row in rows if row.is_changed),
        *(("", put_in(_("%s (deze vraag hoort niet meer bij je antwoorden)"), (text,))) for text in gone),
        *((row.button_id, put_in(still_open, (row.text,))) for row in rows if row.is_open and not row.is_changed),
    ]


def answered_steps(run: Questionnaire, changed: Collection[str] = ()) -> list[tuple[Step, list[AnswerRow]]]:
    """For each step its questions with the labels that were chosen."""
    return [(step, [_answer_row(run, q, changed) for q in run.questions_of(step.slug)]) for step in run.steps]


def _position(run: Questionnaire, current: str) -> Context:
    return {
        "is_estimate": run.most_steps > len(run.step_slugs),
        "expected_steps": run.expected_steps,
        "parts": parts(run, current),
    }


def parts(run: Questionnaire, current: str) -> list[tuple[str, str]]:
    """The parts of the questionnaire, each 'done', 'now' or 'todo' from where the visitor stands."""
    names = [*dict.fromkeys(step.part for step in run.steps), _("Controle")]
    here = _("Controle") if current == CHECK else run.catalogue.steps[current].part
    place = names.index(here)
    return [(name, "done" if n < place else "now" if n == place else "todo") for n, name in enumerate(names)]


def _question_view(run: Questionnaire, form: Any, question: Question, errors: Errors) -> QuestionView:
    bound = form[question.slug]
    given = set(bound.value() or ())
    headings = _headings(question)
    options = [
        OptionView(
            option, f"{bound.id_for_label or bound.auto_id}_{place}", option.slug in given, headings[option.slug]
        )
        for place, option in enumerate(form.fields[question.slug].options)
    ]
    error, notice = _error(errors, bound.name), _notice(run, question)
    remark = _remark_view(form, question, errors) if run.takes_remarks else None
    shown = "" if notice == error else notice
    return QuestionView(question, bound.auto_id, bound.html_name, options, error, shown, remark)


def _remark_view(form: Any, question: Question, errors: Errors) -> RemarkView:
    bound = form[remark_name(question.slug)]
    text = bound.value() or ""
    error, notice = _error(errors, bound.name), print_notice(text)
    return RemarkView(question.text, bound.html_name, bound.auto_id, text, error, notice)


def _headings(question: Question) -> dict[str, str]:
    """By slug of the option the heading that it stands under."""
    headings, heading = {}, ""
    for option in question.options:
        heading = option.heading or heading
        headings[option.slug] = option.heading if option.is_exclusive else heading
    return headings


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
        notice=form.print_notice(name),
        autocomplete=autocomplete,
    )


def _error(errors: Errors, name: str) -> str:
    return joined(" ", errors.get(name, ()))


def _notice(run: Questionnaire, question: Question) -> str:
    return str(run.lapsed(question) or "")


def _answer_row(run: Questionnaire, question: Question, changed: Collection[str]) -> AnswerRow:
    return AnswerRow(
        slug=question.slug,
        text=question.text,
        labels=run.labels(question),
        is_open=run.is_open(question),
        notice=_notice(run, question),
        is_changed=question.slug in changed,
        remark=(remark := run.remarks.get(question.slug, "")),
        remark_error=too_long() if len(remark) > MOST else "",
        remark_notice=print_notice(remark),
    )
