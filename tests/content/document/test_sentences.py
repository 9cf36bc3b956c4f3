"""Rules and conditions read as Dutch sentences."""

from typing import Any

import pytest

from dialoog.content.document.sentences import (
    Names,
    conditions_sentence,
    effect_sentences,
    outcomes_sentence,
    question_sentence,
    rule_sentence,
    shortened,
)
from tests.builders import build_condition, build_document, build_question, build_rule, gives, real_document

NAMES = Names.of(build_document())


def test_a_rule_reads_as_a_sentence() -> None:
    conditions = [build_condition("doelen", "kennis"), build_condition("plaats", "nederland", group=2)]
    rule = build_rule(conditions=conditions, partners=[gives("bond", 4)], reason="Wie er werkt, weet het.")

    assert rule_sentence(NAMES, rule) == (
        "Als doelen is ‘Kennis’, en plaats is ‘Nederland’, dan: Bond +4. Want: Wie er werkt, weet het."
    )


def test_rows_of_one_group_are_joined_by_or() -> None:
    rows = [
        build_condition("doelen", "kennis", "toegang"),
        build_condition("plaats", "nederland", operator="is_geen_van"),
        build_condition("doelen", operator="minstens", count=2, group=2),
    ]

    assert conditions_sentence(NAMES, rows) == (
        "(doelen is ‘Kennis’ of ‘Toegang’ of plaats is niet ‘Nederland’), en doelen heeft minstens 2 antwoorden"
    )


def test_a_rule_without_conditions_holds_always() -> None:
    rule = build_rule(known_bonus=2, unknown_tier="daarna", partners=[gives("bond", -1, only_if_scored=True)])

    assert rule_sentence(NAMES, rule).startswith(
        "Altijd: Bond -1 (alleen als het al punten heeft); partijen die je al kent +2; partijen die je nog niet kent "
    )


def outcome(kind: str, *partner_types: str, group: int = 1, is_absent: bool = False) -> dict[str, Any]:
    return {"group": group, "outcome": kind, "is_absent": is_absent, "partner_types": list(partner_types)}


def test_a_rule_says_what_it_asks_of_the_outcome() -> None:
    outcomes = [outcome("niemand_om_te_beginnen"), outcome("is_bekend", "bond", group=2)]
    rule = build_rule(conditions=[build_condition("plaats", "nederland")], outcomes=outcomes)

    assert rule_sentence(NAMES, rule).startswith(
        "Als plaats is ‘Nederland’, en er niemand is om mee te beginnen, en je kent al Bond, dan: "
    )


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (outcome("niemand_om_te_beginnen"), "er niemand is om mee te beginnen"),
        (outcome("niemand_om_te_beginnen", is_absent=True), "er iemand is om mee te beginnen"),
        (outcome("beginnen_met", "bond", "bureau"), "je kunt beginnen met Bond of Bureau"),
        (outcome("beginnen_met", "bond", "bureau", is_absent=True), "je kunt niet beginnen met Bond of Bureau"),
        (outcome("staat_in_advies", "bond"), "in het advies staat Bond"),
        (outcome("staat_in_advies", "bond", "bureau", is_absent=True), "in het advies staat geen Bond of Bureau"),
        (outcome("is_bekend", "bond"), "je kent al Bond"),
        (outcome("is_bekend", "bond", is_absent=True), "je kent nog geen Bond"),
        (outcome("is_bekend"), "je kent al …"),
    ],
)
def test_an_outcome_reads_as_a_sentence(row: dict[str, Any], sentence: str) -> None:
    assert outcomes_sentence(NAMES, [row]) == sentence


def test_outcomes_of_one_group_are_joined_by_or() -> None:
    rows = [
        outcome("beginnen_met", "bond"),
        outcome("is_bekend", "bureau"),
        outcome("niemand_om_te_beginnen", group=2, is_absent=True),
    ]

    assert outcomes_sentence(NAMES, rows) == (
        "(je kunt beginnen met Bond of je kent al Bureau), en er iemand is om mee te beginnen"
    )


def test_a_rule_that_looks_at_the_outcome_alone_does_not_hold_always() -> None:
    rule = build_rule(outcomes=[outcome("niemand_om_te_beginnen")], reason="")

    assert rule_sentence(NAMES, rule) == "Als er niemand is om mee te beginnen, dan: gebeurt er niets."


def test_a_line_reads_the_same_with_a_reason_and_without() -> None:
    action = {"action": "bel", "reason": "Omdat het snel kan."}
    organisation = {"organisation": "fnv", "reason": "Omdat die er is."}

    assert effect_sentences(NAMES, build_rule(actions=[action, "mail"], organisations=[organisation, "ser"])) == [
        "actie ‘bel’",
        "actie ‘mail’",
        "organisatie fnv",
        "organisatie ser",
    ]


def test_a_half_made_rule_is_a_sentence_too() -> None:
    rule = build_rule(conditions=[build_condition("weg")], reason=" ")

    assert rule_sentence(NAMES, rule) == "Als weg is …, dan: gebeurt er niets."


@pytest.mark.parametrize(
    ("conditions", "sentence"),
    [
        ([], "Wordt altijd gevraagd."),
        ([build_condition("plaats", "nederland")], "Wordt gevraagd als plaats is ‘Nederland’."),
    ],
)
def test_a_question_says_when_it_is_asked(conditions: list[object], sentence: str) -> None:
    assert question_sentence(NAMES, build_question("sector", conditions=conditions)) == sentence


def test_every_rule_of_the_content_reads_without_a_bare_key() -> None:
    document = real_document()
    names = Names.of(document)
    keys = {record["slug"] for name in ("partner_types", "cautions", "actions") for record in document[name]}

    for rule in document["rules"]:
        words = set(rule_sentence(names, rule).replace("‘", " ").replace("’", " ").split())
        assert not {key for key in keys & words if "_" in key}, rule["code"]


def test_a_long_text_is_cut_at_its_length() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"
