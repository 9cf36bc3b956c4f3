"""The content itself: complete, and tied to its source."""

from typing import Any

import pytest

from dialoog.catalogue.vocabulary import Basis
from tests.builders import real_catalogue, real_document

COUNTS = {
    "facts": 189,
    "goals": 7,
    "partner_types": 24,
    "organisations": 10,
    "tools": 8,
    "practice_examples": 7,
    "tips": 17,
    "cautions": 24,
    "actions": 57,
    "combinations": 14,
    "signposts": 14,
    "order_rules": 5,
    "document_templates": 7,
    "questions": 21,
    "rules": 142,
}
"""What the source document holds."""


@pytest.mark.parametrize(("collection", "count"), COUNTS.items())
def test_nothing_of_the_source_is_missing(collection: str, count: int) -> None:
    assert len(real_document()[collection]) == count


def test_there_are_111_options() -> None:
    assert sum(len(question["options"]) for question in real_document()["questions"]) == 111


def test_a_goal_has_one_name() -> None:
    """The same in its question, in the question about the main goal, and in the report."""
    names = [(goal["slug"], goal["name"]) for goal in real_document()["goals"]]
    settings = real_document()["advice_settings"][0]
    for question in real_document()["questions"]:
        if question["slug"] in (settings["goals_question"], settings["main_goal_question"]):
            assert [(option["slug"], option["label"]) for option in question["options"]] == names


def test_every_partner_type_that_can_be_known_has_an_answer_of_its_own() -> None:
    named = [partner["known_via"] for partner in real_document()["partner_types"] if partner["known_via"]]

    assert len(named) == len(set(named)) == 18


def test_21_rules_are_inferred_and_wait_for_confirmation() -> None:
    assert sum(rule["basis"] == Basis.INFERRED for rule in real_document()["rules"]) == 21


def test_every_fact_is_used_or_is_background() -> None:
    used = set(_codes({name: records for name, records in real_document().items() if name != "facts"}))
    unused = [f["code"] for f in real_document()["facts"] if f["code"] not in used and not f["is_background"]]

    assert unused == []


def _codes(value: Any) -> list[str]:
    """Every text in the document; codes of facts are among them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [code for item in value for code in _codes(item)] if isinstance(value, list) else []


def test_no_web_address_is_invented() -> None:
    named = [*real_document()["organisations"], *real_document()["tools"]]

    assert [r["slug"] for r in named if bool(r["url"]) != bool(r["url_found_at"] and r["url_found_on"])] == []
    assert [record["slug"] for record in named if not record["url"]] == ["wider"]
    assert [record["slug"] for record in named if record["url_is_confirmed"]] == []


def test_a_tool_without_a_page_of_its_own_leads_to_that_of_the_project() -> None:
    addresses = {(tool["url"], tool["url_is_overview"]) for tool in real_document()["tools"]}

    assert addresses == {("https://www.ser.nl/nl/thema/imvo/betekenisvolle-dialoog", True)}


def test_every_goal_has_theory_and_what_to_do_with_their_sources() -> None:
    for goal in real_catalogue().goals.values():
        for statement in (goal.theory, goal.what_to_do):
            assert statement.text
            assert statement.facts


def test_every_question_says_why_and_what_to_do() -> None:
    for question in real_catalogue().questions.values():
        assert question.why
        assert question.error_text.startswith("Kies")
        assert question.facts
