"""Who leads, who shares a place, and who comes only after another."""

from typing import Any

import pytest

from dialoog.advice import Advice, advise
from dialoog.advice.advice import Obstacle
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

LETTERS = "abcde"


def content(**changes: Any) -> dict[str, Any]:
    """Partner types a to e, each of which can be known; little time, and a cooperation that may run badly."""
    document = build_document()
    known = build_question("bekenden", *LETTERS, build_option("geen", is_exclusive=True), kind="multi")
    time, runs = build_question("tijd", "krap", "ruim"), build_question("samen", "goed", "stroef")
    special = {"little_time_option": "tijd.krap", "bad_cooperation_option": "samen.stroef"}
    return {
        "steps": [*document["steps"], *map(build_step, ("bekenden", "tijd", "samen"))],
        "questions": [*document["questions"], known, time, runs],
        "partner_types": [
            build_partner_type(slug, familiarity="via_antwoord", known_via=f"bekenden.{slug}") for slug in LETTERS
        ],
        "advice_settings": [{**document["advice_settings"][0], **special}],
        **changes,
    }


def advice_of(*rules: dict[str, Any], answers: dict[str, Any] | None = None, **changes: Any) -> Advice:
    catalogue = build_catalogue(rules=list(rules), **content(**changes))
    usual = {"bekenden": ["geen"], "tijd": "ruim", "samen": "goed"}
    return advise(catalogue, build_answers(catalogue, **{**usual, **(answers or {})}))


def scores(**weights: int) -> dict[str, Any]:
    """Points for the goal, which count double."""
    return build_rule("K01", goal="kennis", partners=[gives(slug, weight) for slug, weight in weights.items()])


def extra(**weights: int) -> dict[str, Any]:
    """Points that have nothing to do with the goal."""
    return build_rule("C01", partners=[gives(slug, weight) for slug, weight in weights.items()])


def moved(slug: str, tier: str = "daarna") -> dict[str, Any]:
    return build_rule("C02", tiers=[{"partner_type": slug, "tier": tier}])


def order_rule(first: str, then: str, **changes: Any) -> dict[str, Any]:
    rule = {"first": first, "then": then, "across_tiers": False, "reason": "", "facts": [], "conditions": []}
    return {**rule, **changes}


UNKNOWN_LATER = build_rule("C03", conditions=[build_condition("tijd", "krap")], unknown_tier="daarna")


def slugs(found: Any) -> str:
    return "".join(a.partner_type.slug for a in found)


def places(advice: Advice) -> list[tuple[str, int]]:
    return [(a.partner_type.slug, a.place) for a in advice.ranking]


def test_one_begins_with_who_does_at_least_half_of_the_best_for_the_main_goal() -> None:
    advice = advice_of(scores(a=4, b=2, c=1))

    assert [(a.partner_type.slug, a.can_begin) for a in advice.ranking] == [("a", True), ("b", True), ("c", False)]


def test_the_best_counts_also_if_it_comes_later() -> None:
    advice = advice_of(scores(a=4, c=1), moved("a"))

    assert slugs(advice.ranking) == "ca"
    assert advice.start == []
    assert advice.obstacle is Obstacle.OTHER


def test_who_can_begin_leads_whatever_the_score_of_the_others() -> None:
    advice = advice_of(scores(a=2), extra(b=9))

    assert slugs(advice.ranking) == "ab"
    assert slugs(advice.start) == "a"


def test_one_does_not_begin_with_a_known_party_with_whom_cooperation_runs_badly() -> None:
    advice = advice_of(scores(a=2, b=2), answers={"bekenden": ["a"], "samen": "stroef"})

    assert slugs(advice.ranking) == "ba"
    assert slugs(advice.start) == "b"


def test_with_the_only_fitting_party_one_first_talks_the_cooperation_over() -> None:
    advice = advice_of(scores(a=4, b=1), answers={"bekenden": ["a"], "samen": "stroef"})

    assert advice.start == []
    assert advice.obstacle is Obstacle.COOPERATION


def test_with_little_time_and_nobody_known_there_is_nobody_to_begin_with() -> None:
    advice = advice_of(scores(a=4, b=1), UNKNOWN_LATER, answers={"tijd": "krap"})

    assert advice.start == []
    assert advice.obstacle is Obstacle.TIME


def test_a_weak_party_does_not_lead_because_it_is_known() -> None:
    advice = advice_of(scores(a=7, b=1), UNKNOWN_LATER, answers={"tijd": "krap", "bekenden": ["b"]})

    assert (slugs(advice.ranking), advice.start) == ("ba", [])


def test_where_nobody_is_ranked_nothing_stands_in_the_way() -> None:
    assert advice_of().obstacle is None


def test_where_nobody_does_anything_for_the_main_goal_that_is_the_obstacle() -> None:
    assert advice_of(extra(a=5), answers={"tijd": "krap"}).obstacle is Obstacle.OTHER


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param({"a": 9, "b": 8, "c": 7, "d": 6}, [("a", 1), ("b", 1), ("c", 2), ("d", 2)], id="no chain"),
        pytest.param({"a": 9, "b": 7}, [("a", 1), ("b", 2)], id="two points apart"),
        pytest.param({"a": 5, "b": 5, "c": 5}, [("a", 1), ("b", 1), ("c", 1)], id="equal"),
    ],
)
def test_who_is_within_a_point_of_the_first_shares_its_place(weights: dict[str, int], expected: Any) -> None:
    settings = [{**content()["advice_settings"][0], "main_goal_factor": 1}]

    assert places(advice_of(scores(**weights), advice_settings=settings)) == expected


def test_how_wide_a_place_is_can_be_set() -> None:
    settings = [{**content()["advice_settings"][0], "tie_width": 4}]

    assert places(advice_of(scores(a=9, b=7, c=6), advice_settings=settings)) == [("a", 1), ("b", 1), ("c", 2)]


def test_a_place_ends_where_one_can_no_longer_begin_and_where_a_tier_ends() -> None:
    advice = advice_of(scores(a=4, b=4), extra(c=8, d=1), moved("b"), moved("d", "afgeraden"))

    assert places(advice) == [("a", 1), ("c", 2), ("b", 3), ("d", 0)]


def test_a_beginning_is_whole_places_of_three_at_most() -> None:
    assert slugs(advice_of(scores(a=9, b=7, c=5)).start) == "abc"
    assert slugs(advice_of(scores(a=9, b=7, c=7, d=7)).start) == "a"


def test_of_a_first_place_of_more_than_three_three_are_shown() -> None:
    assert slugs(advice_of(scores(a=5, b=5, c=5, d=5)).start) == "abc"


def test_an_order_rule_holds_among_those_that_one_can_begin_with() -> None:
    advice = advice_of(scores(a=9, b=8, c=7), order_rules=[order_rule("c", "a")])

    assert slugs(advice.ranking) == "bca"


def test_order_rules_hold_together() -> None:
    rules = [order_rule("b", "a"), order_rule("c", "b")]

    assert slugs(advice_of(scores(a=9, b=8, c=7), order_rules=rules).ranking) == "cba"


def test_an_order_rule_does_not_reach_across_tiers_by_itself() -> None:
    advice = advice_of(scores(a=5, b=9), moved("a"), order_rules=[order_rule("a", "b")])

    assert slugs(advice.ranking) == "ba"


def test_one_that_does_lets_the_second_come_only_after_the_first() -> None:
    rule = order_rule("a", "b", across_tiers=True)
    same, later = (advice_of(scores(a=5, b=9), *more, order_rules=[rule]) for more in ([], [moved("a")]))

    assert [(slugs(advice.ranking), slugs(advice.start)) for advice in (same, later)] == [("ab", "a"), ("ab", "")]
    assert [a.tier for a in same.ranking] == [Tier.FIRST, Tier.NEXT]
    assert [rule.then.slug for rule in same.ranking[1].held_back] == ["b"]


def test_it_leaves_the_second_alone_where_the_first_is_not_ranked() -> None:
    rule = order_rule("a", "b", across_tiers=True)

    assert slugs(advice_of(scores(b=9), order_rules=[rule]).start) == "b"
    assert slugs(advice_of(scores(a=5, b=9), moved("a", "afgeraden"), order_rules=[rule]).start) == "b"


def test_an_order_rule_can_depend_on_the_answers() -> None:
    rule = order_rule("a", "b", across_tiers=True, conditions=[build_condition("plaats", "productieland")])
    here, there = (
        advice_of(scores(a=5, b=9), order_rules=[rule], answers={"plaats": place})
        for place in ("nederland", "productieland")
    )

    assert (slugs(here.ranking), slugs(there.ranking)) == ("ba", "ab")


def signpost(partner_type: str, leads_to: str) -> dict[str, Any]:
    text = f"{partner_type} weet de weg naar {leads_to}."
    return {"partner_type": partner_type, "leads_to": leads_to, "text": text, "basis": "advies", "facts": ["F1"]}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({"bekenden": ["b"]}, [("b", "a")], id="known, and not able itself"),
        pytest.param({"bekenden": ["geen"]}, [], id="not known"),
        pytest.param({"bekenden": ["b"], "samen": "stroef"}, [], id="known, and on bad terms"),
        pytest.param({"bekenden": ["a", "b"]}, [], id="the destination is known already"),
    ],
)
def test_who_is_known_and_cannot_do_the_job_shows_the_way(answers: dict[str, Any], expected: Any) -> None:
    advice = advice_of(scores(a=5), answers=answers, signposts=[signpost("b", "a"), signpost("b", "c")])

    assert [(s.partner_type.slug, s.leads_to.slug) for s in advice.signposts] == expected


def test_who_can_begin_is_no_signpost() -> None:
    advice = advice_of(scores(a=5, b=5), answers={"bekenden": ["b"]}, signposts=[signpost("b", "a")])

    assert advice.signposts == []


def test_the_best_destination_comes_first() -> None:
    ways = [signpost("c", "b"), signpost("c", "a")]

    advice = advice_of(scores(a=5, b=4), answers={"bekenden": ["c"]}, signposts=ways)

    assert [s.leads_to.slug for s in advice.signposts] == ["a", "b"]
