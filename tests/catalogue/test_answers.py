"""Reading answers: strict about what is unknown, forgetful about what is not asked."""

from typing import Any

import pytest

from dialoog.catalogue.answers import Answers, AnswersError
from tests.builders import (
    build_answers,
    build_catalogue,
    build_document,
    build_option,
    build_question,
    build_step,
)

CATALOGUE = build_catalogue()


def refusal(**answers: Any) -> str:
    with pytest.raises(AnswersError) as caught:
        Answers.from_json(CATALOGUE, {"doelen": ["kennis"], "plaats": "nederland", **answers})
    return str(caught.value)


def test_with_one_goal_that_is_the_main_goal() -> None:
    assert build_answers(CATALOGUE).chosen["hoofddoel"] == ("kennis",)


def test_with_two_goals_the_main_goal_must_be_answered() -> None:
    assert refusal(doelen=["kennis", "toegang"]) == "Vraag 'hoofddoel': Kies hoofddoel."


def test_an_answer_that_is_not_asked_does_not_count() -> None:
    answers = build_answers(CATALOGUE, hoofddoel="toegang")

    assert answers.main_goal == "kennis"


def test_an_unknown_question() -> None:
    assert refusal(weer="zon") == "Er is geen vraag 'weer'."


def test_an_unknown_option() -> None:
    assert refusal(plaats="maan") == "Vraag 'plaats' heeft geen antwoord 'maan'."


def test_a_list_where_one_value_belongs() -> None:
    assert refusal(plaats=["nederland"]) == "Vraag 'plaats' vraagt om één antwoord als tekst, niet om een lijst."


def test_one_value_where_a_list_belongs() -> None:
    assert refusal(doelen="kennis") == "Vraag 'doelen' vraagt om een lijst van antwoorden."


def test_a_missing_answer() -> None:
    with pytest.raises(AnswersError, match=r"Vraag .plaats.: Kies plaats\."):
        Answers.from_json(CATALOGUE, {"doelen": ["kennis"]})


def test_an_empty_list_is_a_missing_answer() -> None:
    assert refusal(doelen=[]) == "Vraag 'doelen': Kies doelen."


@pytest.mark.parametrize("data", [None, [], "kennis", 3])
def test_anything_but_an_object(data: object) -> None:
    with pytest.raises(AnswersError, match="één JSON-object"):
        Answers.from_json(CATALOGUE, data)


def test_an_exclusive_option_goes_with_no_other() -> None:
    question = build_question("bekenden", "bond", build_option("geen", is_exclusive=True), kind="multi")
    document = build_document()
    catalogue = build_catalogue(
        steps=[*document["steps"], build_step("bekenden")], questions=[*document["questions"], question]
    )

    with pytest.raises(AnswersError, match="Kies óf 'Geen'"):
        build_answers(catalogue, bekenden=["bond", "geen"])
