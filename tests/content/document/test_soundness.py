"""Unsound content is named in a sentence; sound content is not."""

from typing import Any

import pytest

from dialoog.content.document.soundness import problems
from tests.builders import (
    build_condition,
    build_document,
    build_question,
    build_rule,
    build_step,
    gives,
    real_document,
)


def sole_problem(**changes: Any) -> str:
    found = problems(build_document(**changes))
    assert len(found) == 1, found
    return found[0]


def questions(**changes: Any) -> list[dict[str, Any]]:
    """The questions of the small document with changes to 'plaats'."""
    document = build_document()
    return [question | changes if question["slug"] == "plaats" else question for question in document["questions"]]


def test_the_small_document_is_sound() -> None:
    assert problems(build_document(rules=[build_rule(partners=[gives("bond", 1)])])) == []


def test_the_real_content_is_sound() -> None:
    assert problems(real_document()) == []


def test_a_rule_without_a_reason() -> None:
    assert sole_problem(rules=[build_rule(reason=" ")]).startswith("Adviesregel 'K01' heeft geen onderbouwing")


def test_a_rule_without_a_source() -> None:
    assert sole_problem(rules=[build_rule(facts=[])]).startswith("Adviesregel 'K01' heeft geen bronverwijzing")


def test_a_condition_on_an_option_of_another_question() -> None:
    rule = build_rule(conditions=[build_condition("doelen", "plaats.nederland")])

    assert sole_problem(rules=[rule]) == (
        "Adviesregel 'K01' kijkt bij vraag 'doelen' naar een antwoord van vraag 'plaats'."
    )


def test_a_condition_without_options() -> None:
    assert "zonder antwoord" in sole_problem(rules=[build_rule(conditions=[build_condition("doelen")])])


def test_a_question_that_depends_on_a_later_one() -> None:
    steps = [build_step("doelen"), build_step("plaats"), build_step("hoofddoel")]
    changed = questions(conditions=[build_condition("hoofddoel", "kennis")])

    assert sole_problem(steps=steps, questions=changed) == (
        "Vraag 'plaats' hangt af van vraag 'hoofddoel', die pas later komt."
    )


def test_a_question_that_depends_on_one_of_its_own_step() -> None:
    steps = [build_step("doelen"), build_step("hoofddoel", title="Samen")]
    changed = questions(step="hoofddoel", conditions=[build_condition("hoofddoel", "kennis")])

    assert sole_problem(steps=steps, questions=changed) == (
        "Vraag 'plaats' hangt af van vraag 'hoofddoel' in dezelfde stap: zet die in een eerdere stap."
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"partners": [gives("niemand", 1)]}, "verwijst naar partnertype 'niemand'"),
        ({"facts": ["F999"]}, "verwijst naar bronverwijzing 'F999'"),
        ({"actions": ["niets"]}, "verwijst naar actie 'niets'"),
        ({"goal": "roem"}, "verwijst naar doel 'roem'"),
        ({"conditions": [build_condition("doelen", "roem")]}, "verwijst naar antwoordoptie 'doelen.roem'"),
        ({"conditions": [build_condition("weer", "zon")]}, "verwijst naar vraag 'weer'"),
    ],
)
def test_a_reference_to_nothing(changes: dict[str, Any], sentence: str) -> None:
    assert sentence in problems(build_document(rules=[build_rule(**changes)]))[0]


def test_a_question_with_one_option() -> None:
    document = build_document()
    steps, short = [*document["steps"], build_step("sector")], build_question("sector", "textiel")

    found = sole_problem(steps=steps, questions=[*document["questions"], short])

    assert found == "Vraag 'sector' heeft minder dan twee antwoorden."


def test_a_step_without_a_question() -> None:
    steps = [*build_document()["steps"], build_step("leeg")]

    assert sole_problem(steps=steps) == "Stap 'leeg' heeft geen vraag."


def test_a_step_with_two_questions_needs_a_title() -> None:
    two = [*build_document()["questions"], build_question("sector", "textiel", "anders", step="plaats")]

    assert "heeft meer dan één vraag en dus een titel nodig" in sole_problem(questions=two)


def test_goals_that_are_not_the_options_of_their_question() -> None:
    goals = build_document()["goals"][:1]

    assert "zijn niet precies de doelen" in problems(build_document(goals=goals))[0]


def test_content_without_settings() -> None:
    assert sole_problem(advice_settings=[]) == "De adviesinstellingen ontbreken."
