"""Rules and conditions read as Dutch sentences."""

import pytest

from dialoog.content.document.sentences import Names, conditions_sentence, question_sentence, rule_sentence, shortened
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
