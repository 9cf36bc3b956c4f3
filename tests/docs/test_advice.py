"""The answers and the result in `docs/advice.md` are those of the engine."""

import json
from typing import Any

from dialoog.advice import advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers
from tests.builders import real_catalogue
from tests.docs.documents import code_blocks


def examples() -> tuple[Any, Any]:
    answers, result = code_blocks("docs/advice.md", "json")
    return json.loads(answers), json.loads(result)


def real_result(answers: Any) -> dict[str, Any]:
    catalogue = real_catalogue()
    return {"release": 1, **to_json(catalogue, advise(catalogue, Answers.from_json(catalogue, answers)))}


def begins_with(whole: Any, part: Any) -> bool:
    """A list or an object may be shortened, at its end; nothing else may differ."""
    if isinstance(whole, list):
        return bool(part) == bool(whole) and whole[: len(part)] == part
    if isinstance(whole, dict):
        first = list(whole.items())[: len(part)]
        return [name for name, _ in first] == list(part) and all(
            begins_with(value, part[name]) for name, value in first
        )
    return bool(whole == part)


def test_the_result_is_the_one_for_these_answers() -> None:
    answers, shown = examples()
    real = real_result(answers)

    assert list(shown) == list(real)
    assert [key for key in real if not begins_with(real[key], shown[key])] == []
