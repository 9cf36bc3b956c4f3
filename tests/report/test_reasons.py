"""What of the answers stands behind a line of advice, and how much of it has to be said."""

from typing import Any

from dialoog.advice import advise
from dialoog.catalogue.answers import Answers
from dialoog.report.reasons import Premise, Reason, reason_of
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_option,
    build_question,
    build_rule,
    build_step,
)


def reason_for(*groups: str, **answers: str) -> Reason:
    """Of a rule that asks for "yes" to each of these questions; all have the same two answers."""
    document = build_document()
    yes_or_no = [build_option("ja"), build_option("nee")]
    questions = [*document["questions"], *(build_question(name, *yes_or_no) for name in answers)]
    steps = [*document["steps"], *(build_step(name) for name in answers)]
    conditions = [build_condition(name, "ja", group=number) for number, name in enumerate(groups)]
    rules = [build_rule(conditions=conditions)]
    catalogue = build_catalogue(steps=steps, questions=questions, rules=rules)
    given: dict[str, Any] = {"doelen": ["kennis"], "plaats": "nederland", **answers}
    clean = Answers.from_json(catalogue, given)
    return reason_of(catalogue, clean, advise(catalogue, clean).firings[0])


def test_every_answer_that_made_the_rule_fire_is_a_premise() -> None:
    reason = reason_for("zeker", zeker="ja")

    assert reason.because == (Premise("zeker?", ("Ja",), is_absence=False),)


def test_the_same_answer_to_two_questions_is_said_once() -> None:
    reason = reason_for("zeker", "weer", zeker="ja", weer="ja")

    assert [premise.question for premise in reason.because] == ["zeker?"]


def test_a_short_answer_needs_its_question() -> None:
    assert Premise("Ken je iemand?", ("Ja",), is_absence=False).needs_question
    assert Premise("Ken je iemand?", ("Vijftien tekens",), is_absence=False).needs_question
    assert not Premise("Ken je iemand?", ("Zestien tekens, ",), is_absence=False).needs_question
