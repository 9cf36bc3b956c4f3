"""The engine on small catalogues: one property of the ranking at a time."""

from typing import Any

from dialoog.advice import Advice, advise
from dialoog.catalogue.vocabulary import Tier
from tests.builders import (
    build_answers,
    build_catalogue,
    build_condition,
    build_document,
    build_option,
    build_partner_type,
    build_question,
    build_rule,
    build_step,
    gives,
)

BOTH = {"doelen": ["kennis", "toegang"], "hoofddoel": "toegang"}


def advice_of(*rules: dict[str, Any], answers: dict[str, Any] | None = None, **changes: Any) -> Advice:
    catalogue = build_catalogue(rules=list(rules), **changes)
    return advise(catalogue, build_answers(catalogue, **(answers or {})))


def names(advice: Advice) -> list[str]:
    return [advised.partner_type.slug for advised in advice.ranking]


def test_a_rule_for_another_goal_is_left_out() -> None:
    rule = build_rule(conditions=[build_condition("doelen", "toegang")], partners=[gives("bond", 1)])

    assert advice_of(rule).firings == []


def test_a_rule_without_conditions_always_fires() -> None:
    assert names(advice_of(build_rule(partners=[gives("bond", 1)]))) == ["bond"]


def test_a_rule_of_the_main_goal_counts_double() -> None:
    rule = build_rule(goal="toegang", partners=[gives("bond", 3)])

    assert advice_of(rule, answers=BOTH).ranking[0].score == 6


def test_a_rule_of_another_chosen_goal_counts_once() -> None:
    rule = build_rule(goal="kennis", partners=[gives("bond", 3)])

    assert advice_of(rule, answers=BOTH).ranking[0].score == 3


def test_points_that_need_a_score_bring_nobody_in() -> None:
    rules = [build_rule("K01", partners=[gives("bond", 1)])]
    rules.append(build_rule("K02", partners=[gives("bureau", 9, only_if_scored=True)]))

    assert names(advice_of(*rules)) == ["bond"]


def test_points_that_need_a_score_count_whatever_the_order_of_the_rules() -> None:
    rules = [build_rule("K01", partners=[gives("bureau", 2, only_if_scored=True)])]
    rules.append(build_rule("K02", partners=[gives("bond", 2), gives("bureau", 1)]))

    assert names(advice_of(*rules)) == ["bureau", "bond"]


def test_of_equal_scores_the_order_of_the_catalogue_decides() -> None:
    assert names(advice_of(build_rule(partners=[gives("bureau", 1), gives("bond", 1)]))) == ["bond", "bureau"]


def test_the_furthest_move_decides_the_tier() -> None:
    moves = [{"partner_type": "bond", "tier": "afgeraden"}, {"partner_type": "bond", "tier": "daarna"}]

    advised = advice_of(build_rule(partners=[gives("bond", 1)], tiers=moves)).ranking[0]

    assert advised.tier is Tier.DISCOURAGED


def test_a_partner_type_that_is_advised_against_has_no_number() -> None:
    moves = [{"partner_type": "bond", "tier": "afgeraden"}]
    advice = advice_of(build_rule(partners=[gives("bond", 9), gives("bureau", 1)], tiers=moves))

    assert [(a.partner_type.slug, a.number) for a in advice.ranking] == [("bureau", 1), ("bond", 0)]


def test_an_order_rule_puts_the_second_right_behind_the_first() -> None:
    order_rules = [{"first": "bond", "then": "bureau", "facts": []}]
    partners = [gives("bureau", 9), gives("bond", 1)]

    assert names(advice_of(build_rule(partners=partners), order_rules=order_rules)) == ["bond", "bureau"]


def test_only_rules_of_the_main_goal_count_for_its_score() -> None:
    rules = [build_rule("K01", goal="kennis", partners=[gives("bond", 9)])]
    rules.append(build_rule("T01", goal="toegang", partners=[gives("bond", 2)], known_bonus=5))

    advice = advice_of(*rules, answers={**BOTH, "bekenden": ["bond"]}, **known_parties())

    assert [(a.score, a.main_goal_score) for a in advice.ranking] == [(9 + 4 + 5, 4)]


def known_parties() -> dict[str, Any]:
    """A catalogue in which the visitor can know a 'bond', and nobody ever knows a 'bureau' beforehand."""
    document = build_document()
    question = build_question("bekenden", "bond", build_option("geen", is_exclusive=True), kind="multi")
    types = [
        build_partner_type("bond", familiarity="via_antwoord", known_via="bekenden.bond"),
        build_partner_type("bureau", familiarity="nooit"),
    ]
    return {
        "steps": [*document["steps"], build_step("bekenden")],
        "questions": [*document["questions"], question],
        "partner_types": types,
    }


def test_an_unknown_party_moves_and_a_known_one_stays() -> None:
    rule = build_rule(partners=[gives("bond", 1), gives("bureau", 1)], unknown_tier="daarna")

    advice = advice_of(rule, answers={"bekenden": ["bond"]}, **known_parties())

    assert [a.tier for a in advice.ranking] == [Tier.FIRST, Tier.NEXT]


def test_the_bonus_goes_to_known_parties_alone() -> None:
    rule = build_rule(partners=[gives("bond", 1), gives("bureau", 1)], known_bonus=2)

    advice = advice_of(rule, answers={"bekenden": ["bond"]}, **known_parties())

    assert [a.score for a in advice.ranking] == [3, 1]


def test_every_point_is_traced_to_its_rule() -> None:
    rules = [build_rule("K01", partners=[gives("bond", 2)]), build_rule("K02", partners=[gives("bond", 3)])]

    points = advice_of(*rules).ranking[0].points

    assert [(p.firing.rule.code, p.points) for p in points] == [("K01", 2), ("K02", 3)]
