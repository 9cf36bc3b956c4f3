"""Coverage says who serves which goal through which rules, and what nothing uses."""

from typing import Any

from dialoog.editorial.overview.coverage import PartnerPoints, coverage, fact_uses, only_unused
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_option,
    build_partner_type,
    build_question,
    build_rule,
    gives,
    real_document,
)


def cells(document: dict[str, Any], partner_type: str) -> tuple[tuple[PartnerPoints, ...], ...]:
    return next(row.cells for row in coverage(document).rows if row.slug == partner_type)


def uses(document: dict[str, Any], code: str) -> list[tuple[str, str]]:
    facts = [fact for chapter in fact_uses(document) for fact in chapter.facts]
    return [use.key for fact in facts if fact.code == code for use in fact.uses]


def test_points_stand_with_the_goal_of_their_rule() -> None:
    rules = [
        build_rule("K01", goal="kennis", partners=[gives("bond", 4)]),
        build_rule("K02", goal="kennis", partners=[gives("bond", 1, only_if_scored=True)]),
        build_rule("C01", partners=[gives("bond", 2)]),
    ]

    assert cells(build_document(rules=rules), "bond") == (
        (PartnerPoints("K01", 4, only_if_scored=False), PartnerPoints("K02", 1, only_if_scored=True)),
        (),
        (PartnerPoints("C01", 2, only_if_scored=False),),
    )


def test_a_partner_type_is_idle_unless_points_can_bring_it_in() -> None:
    later = build_rule("K02", partners=[gives("bureau", 3, only_if_scored=True)])
    document = build_document(rules=[build_rule(partners=[gives("bond", 1)]), later])

    assert [row.slug for row in coverage(document).idle_partner_types] == ["bureau"]


def test_a_rule_without_points_is_listed_with_what_it_does() -> None:
    rules = [
        build_rule("T01", goal="toegang", tiers=[{"partner_type": "bond", "tier": "daarna"}]),
        build_rule("C01", known_bonus=2),
        build_rule("K01", goal="kennis", partners=[gives("bond", 1)]),
    ]

    other = coverage(build_document(rules=rules)).other_rules

    assert [(goal.slug, [(rule.code, rule.effects) for rule in goal.rules]) for goal in other] == [
        ("toegang", [("T01", ("Bond naar ‘Daarna’",))]),
        ("", [("C01", ("partijen die je al kent +2",))]),
    ]


def test_every_rule_of_the_content_is_in_one_place() -> None:
    found = coverage(real_document())

    with_points = {points.rule for row in found.rows for cell in row.cells for points in cell}
    without = {rule.code for goal in found.other_rules for rule in goal.rules}
    assert with_points | without == {rule["code"] for rule in real_document()["rules"]}
    assert not with_points & without


def test_an_option_is_idle_until_something_other_than_a_reference_case_looks_at_it() -> None:
    asked = [build_condition("fase", "later", operator="is_geen_van")]
    questions = [
        build_question("fase", "nu", "later", build_option("ooit", is_neutral=True), step="plaats"),
        build_question("bekend", "ja", "nee", step="plaats", conditions=asked),
    ]
    document = build_document(
        questions=[*build_document()["questions"], *questions],
        rules=[build_rule(conditions=[build_condition("doelen", "kennis", "toegang")])],
        partner_types=[build_partner_type("bond", familiarity="via_antwoord", known_via="bekend.ja")],
        reference_cases=[{"code": "P1", "title": "Geval", "answers": ["fase.nu"]}],
    )

    idle = [(option.question, option.label) for option in coverage(document).idle_options]

    assert idle == [("plaats", "Productieland"), ("fase", "Nu"), ("bekend", "Nee")]


def test_a_row_that_counts_answers_looks_at_none_of_them() -> None:
    document = build_document()

    assert "doelen" in {option.question for option in coverage(document).idle_options}


def test_a_fact_is_used_by_a_record_its_second_list_and_its_rows() -> None:
    goal = {**build_document()["goals"][0], "facts": [], "theory_facts": ["F2"], "what_to_do_facts": ["F2"]}
    offer = {"goal": "kennis", "text": "Weet veel.", "basis": "advies", "facts": ["F2"]}
    pair = {"first": "bond", "second": "bureau", "text": "Samen.", "basis": "advies", "facts": ["F2"]}
    document = build_document(
        facts=[build_fact("F1"), build_fact("F2")],
        goals=[goal],
        partner_types=[build_partner_type("bond", offers=[offer]), build_partner_type("bureau")],
        combinations=[pair],
    )

    assert uses(document, "F2") == [("goals", "kennis"), ("partner_types", "bond"), ("combinations", "bond + bureau")]


def test_a_fact_is_missed_when_nothing_uses_it_and_it_is_no_background() -> None:
    facts = [build_fact("F1"), build_fact("F2"), build_fact("F3", is_background=True)]

    (chapter,) = only_unused(fact_uses(build_document(facts=facts)))

    assert [(fact.code, fact.is_missed) for fact in chapter.facts] == [("F2", True), ("F3", False)]


def test_facts_of_one_chapter_stand_together_in_the_order_of_the_source() -> None:
    facts = [build_fact("F1", chapter="A"), build_fact("F2", chapter="B"), build_fact("F3", chapter="A")]

    chapters = fact_uses(build_document(facts=facts))

    assert [(chapter.name, [fact.code for fact in chapter.facts]) for chapter in chapters] == [
        ("A", ["F1", "F3"]),
        ("B", ["F2"]),
    ]


def test_an_empty_document_covers_nothing() -> None:
    nothing = {name: [] for name in build_document()}

    assert coverage(nothing).rows == ()
    assert fact_uses(nothing) == []
