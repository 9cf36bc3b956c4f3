"""What more time would change about the beginning: a question that every reader has."""

from dataclasses import dataclass

from dialoog.advice.conclusion import Conclusion
from dialoog.advice.what_if import SHOWN
from dialoog.catalogue.catalogue import Catalogue, Question


@dataclass(frozen=True)
class Time:
    question: Question
    """How much time there is."""
    answer: str
    is_little: bool
    changes_nothing: bool
    """One would begin the same way with more."""


def time_of(catalogue: Catalogue, conclusion: Conclusion) -> Time | None:
    """None where it was not asked, and for an advice of before, which did not say with whom to begin."""
    advice = conclusion.advice
    little = catalogue.settings.little_time if advice.names_start else 0
    for question in catalogue.questions.values():
        if any(option.bit & little for option in question.options) and question.slug in advice.answers.chosen:
            answer = next(o for o in question.options if o.slug in advice.answers.chosen[question.slug])
            is_little = bool(answer.bit & little)
            return Time(question, answer.label, is_little, not is_little or _changes_nothing(question, conclusion))
    return None


def _changes_nothing(question: Question, conclusion: Conclusion) -> bool:
    """The list of changes is cut off: a full one may have left this change out."""
    told = {effect.question for effect in conclusion.what_ifs}
    return question.is_changeable and not conclusion.more_time and question not in told and len(told) < SHOWN
