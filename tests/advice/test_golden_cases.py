"""The cases that follow from the source document give exactly the advice that was agreed on."""

import json
from pathlib import Path
from typing import Any

import pytest

from dialoog.advice import advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers
from tests.builders import real_catalogue

CASES = json.loads((Path(__file__).parent / "golden_cases.json").read_text(encoding="utf-8"))


def test_there_are_44_cases_from_the_source_and_those_that_came_later() -> None:
    later = [case for case in CASES if case["id"].startswith("N")]

    assert (len(CASES) - len(later), len(later)) == (44, 17)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_advice_is_the_one_agreed_on(case: dict[str, Any]) -> None:
    catalogue = real_catalogue()

    result = to_json(catalogue, advise(catalogue, Answers.from_json(catalogue, case["answers"])))

    assert result == case["result"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cleaned_answers_stand_in_the_order_of_the_questions(case: dict[str, Any]) -> None:
    catalogue = real_catalogue()

    answers = Answers.from_json(catalogue, case["answers"])

    assert list(answers.chosen) == [slug for slug in catalogue.questions if slug in answers.chosen]
