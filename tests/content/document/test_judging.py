"""Every text that rests on the source is known with what it rests on, and its verdict with it."""

from typing import Any

import pytest

from dialoog.content.document.judging import Judged, digest, field_name, judged, places
from dialoog.content.document.schema import SCHEMA
from tests.builders import (
    build_document,
    build_fact,
    build_goal,
    build_partner_type,
    build_question,
    build_rule,
    build_step,
    build_verdict,
    real_document,
)

TEXT = Judged("rules", "K01", "reason", "Zo staat het er.", ("F1", "F2"), "advies")
EXAMPLE = {
    **{"slug": "kleding", "goal": "kennis", "title": "Kleding", "text": "Verhaal.", "who": "Merk", "where": "India"},
    **{"lesson": "Vraag het.", "lesson_basis": "afgeleid", "partner_types": [], "facts": ["F1"]},
}


def found(**changes: Any) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Field, text, facts and basis of what is judged in a document with these collections only."""
    document = {name: changes.get(name, []) for name in SCHEMA}
    return [(text.field, text.text, text.facts, text.basis) for text in judged(document)]


def test_a_text_has_its_own_sources_and_basis() -> None:
    partner = build_partner_type("bond", description_facts=["F2"], description_basis="eigen")

    assert found(partner_types=[partner]) == [("description", "Wie het is.", ("F2",), "eigen")]


def test_a_text_has_those_of_its_record() -> None:
    assert found(rules=[build_rule(basis="afgeleid")]) == [("reason", "Zo staat het er.", ("F1",), "afgeleid")]


def test_only_the_lesson_of_an_example_has_a_basis() -> None:
    assert found(practice_examples=[EXAMPLE]) == [
        ("title", "Kleding", ("F1",), ""),
        ("text", "Verhaal.", ("F1",), ""),
        ("lesson", "Vraag het.", ("F1",), "afgeleid"),
    ]


def test_a_row_has_its_own() -> None:
    row = {"text": "Let op.", "basis": "eigen", "facts": ["F3"]}
    (_own, in_row) = found(partner_types=[build_partner_type("bond", watch_outs=[row])])

    assert in_row == ("watch_outs.text", "Let op.", ("F3",), "eigen")


def test_a_reason_at_a_line_has_the_sources_and_basis_of_its_rule() -> None:
    rule = build_rule(basis="voorbeeld", cautions=["kort", {"caution": "pas_op", "reason": "Dit hoort erbij."}])

    assert found(rules=[rule])[1:] == [("cautions.reason", "Dit hoort erbij.", ("F1",), "voorbeeld")]


def test_a_fact_is_judged_on_the_source_itself() -> None:
    assert found(facts=[build_fact(left_out="Niet nodig.")]) == [("text", "Zo is het.", (), "advies")]


def test_of_a_question_why_and_help_rest_on_the_source() -> None:
    question = build_question("tijd", help="Tel de weken.")

    assert [line[:3] for line in found(questions=[question])] == [
        ("help", "Tel de weken.", ("F1",)),
        ("why", "Daarom.", ("F1",)),
    ]


def test_a_goal_has_a_chapter_and_places_for_each_text() -> None:
    goal = {**build_goal("kennis", 1), "theory_facts": ["F2"], "what_to_do_facts": ["F3"], "theory_basis": "afgeleid"}

    assert found(goals=[goal]) == [
        ("summary", "kennis", ("F1",), ""),
        ("theory", "Theorie", ("F2",), "afgeleid"),
        ("what_to_do", "Doen", ("F3",), "advies"),
    ]


def test_what_does_not_come_from_the_source_is_left_out() -> None:
    verdict = build_verdict(TEXT, why="Half.")
    case = real_document()["reference_cases"][0]

    assert found(steps=[build_step("tijd", intro="Kies.")], verdicts=[verdict], reference_cases=[case]) == []


@pytest.mark.parametrize("collection", ["organisations", "tools"])
def test_where_an_address_was_found_is_no_text(collection: str) -> None:
    record = {**real_document()[collection][0], "url_found_at": "https://example.org"}

    assert [line[0] for line in found(**{collection: [record]})] == ["text"]


def test_content_of_before_has_its_texts_too() -> None:
    document = build_document()
    del document["verdicts"]

    assert len(list(judged(document))) == sum(len(place.unjudged) for place in places(document).values()) > 0


def test_a_digest_does_not_change_with_the_place_or_the_order_of_facts() -> None:
    moved = Judged("tips", "open", "text", TEXT.text, ("F2", "F1"), TEXT.basis)

    assert digest(moved) == digest(TEXT) == "254ccdff1942"


@pytest.mark.parametrize(
    "changed",
    [
        Judged("rules", "K01", "reason", "Zo staat het er", ("F1", "F2"), "advies"),
        Judged("rules", "K01", "reason", "Zo staat het er.", ("F1",), "advies"),
        Judged("rules", "K01", "reason", "Zo staat het er.", ("F1", "F2"), "eigen"),
    ],
    ids=["text", "facts", "basis"],
)
def test_a_digest_changes_with_what_was_judged(changed: Judged) -> None:
    assert digest(changed) != digest(TEXT)


def test_a_verdict_belongs_to_the_text_of_its_digest() -> None:
    document = build_document(rules=[build_rule()])
    (text,) = (text for text in judged(document) if text.collection == "rules")
    document["verdicts"] = [build_verdict(text), build_verdict(text, digest="0" * 12)]

    place = places(document)[text.place]

    assert place.judged == [(text, document["verdicts"][0])]
    assert place.unjudged == []
    assert place.left == [document["verdicts"][1]]


def test_a_field_is_named_as_editors_call_it() -> None:
    assert field_name("partner_types", "watch_outs.text") == "aandachtspunt: let op"
    assert field_name("rules", "reason") == "onderbouwing"
