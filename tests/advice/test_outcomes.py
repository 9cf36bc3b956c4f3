"""Rules that look at what came out of the ranking, and actions that need somebody to begin with."""

from typing import Any

import pytest

from dialoog.advice import Advice
from dialoog.advice.conclusion import Conclusion
from tests.advice.test_ranking import UNKNOWN_LATER, advice_of, content, moved, scores
from tests.builders import build_answers, build_catalogue, build_rule


def outcome(kind: str, *partner_types: str, group: int = 1, is_absent: bool = False) -> dict[str, Any]:
    return {"group": group, "outcome": kind, "is_absent": is_absent, "partner_types": list(partner_types)}


def warns(*outcomes: dict[str, Any]) -> dict[str, Any]:
    return build_rule("C09", outcomes=list(outcomes), cautions=["let_op"])


CAUTION = {"slug": "let_op", "severity": 1, "is_leading": False, "text": "Let op.", "facts": ["F1"]}
KRAP = {"tijd": "krap"}


def warned(advice: Advice) -> bool:
    return bool(advice.cautions)


@pytest.mark.parametrize(
    ("row", "answers", "expected"),
    [
        (outcome("niemand_om_te_beginnen"), KRAP, True),
        (outcome("niemand_om_te_beginnen"), {}, False),
        (outcome("niemand_om_te_beginnen", is_absent=True), {}, True),
        (outcome("beginnen_met", "a"), {}, True),
        (outcome("beginnen_met", "a"), KRAP, False),
        (outcome("beginnen_met", "c", "b"), {}, True),
        (outcome("beginnen_met", "c"), {}, False),
        (outcome("staat_in_advies", "a"), KRAP, True),
        (outcome("staat_in_advies", "d"), {}, False),
        (outcome("staat_in_advies", "e"), {}, False),
        (outcome("is_bekend", "a"), {"bekenden": ["a"]}, True),
        (outcome("is_bekend", "b"), {"bekenden": ["a"]}, False),
        (outcome("is_bekend", "d"), {"bekenden": ["d"]}, True),
    ],
)
def test_a_rule_looks_at_what_came_out(row: dict[str, Any], answers: dict[str, Any], expected: bool) -> None:
    """One can begin with a and b, unless time is short; c does little, d is not listed, e is advised against."""
    rules = [scores(a=4, b=4, c=1, e=4), moved("e", "afgeraden"), UNKNOWN_LATER, warns(row)]

    assert warned(advice_of(*rules, answers=answers, cautions=[CAUTION])) is expected


def test_within_a_group_one_is_enough_and_every_group_counts() -> None:
    one, other = outcome("staat_in_advies", "a"), outcome("staat_in_advies", "b")
    rules = {"together": warns(one, other), "apart": warns(one, {**other, "group": 2})}

    found = {name: warned(advice_of(scores(a=1), rule, cautions=[CAUTION])) for name, rule in rules.items()}

    assert found == {"together": True, "apart": False}


def test_a_rule_that_does_not_hold_has_not_fired() -> None:
    advice = advice_of(scores(a=1), warns(outcome("staat_in_advies", "b")), cautions=[CAUTION])

    assert [firing.rule.code for firing in advice.firings] == ["K01"]


def action(slug: str, **changes: Any) -> dict[str, Any]:
    texts = {"slug": slug, "moment": "benaderen", "text": "Doe dit.", "facts": ["F1"]}
    return {**texts, "needs_time": False, "partner_types": [], **changes}


ACTIONS = [
    action("alleen"),
    action("met_wie_dan_ook", needs_time=True),
    action("met_a", needs_time=True, partner_types=["a"]),
    action("met_b", needs_time=True, partner_types=["b", "c"]),
]


@pytest.mark.parametrize(
    ("answers", "later"),
    [
        pytest.param({"tijd": "ruim"}, [], id="enough time"),
        pytest.param(KRAP, ["met_wie_dan_ook", "met_a", "met_b"], id="nobody to begin with"),
        pytest.param({**KRAP, "bekenden": ["a"]}, ["met_b"], id="one can begin with a"),
    ],
)
def test_what_is_done_with_a_partner_is_for_later_where_there_is_none(answers: dict[str, Any], later: Any) -> None:
    brings = build_rule("C08", actions=[a["slug"] for a in ACTIONS])

    advice = advice_of(scores(a=4), UNKNOWN_LATER, brings, answers=answers, actions=ACTIONS)

    assert advice.slugs(next(kind for kind in advice.lines if kind.name == "actions")) == [a["slug"] for a in ACTIONS]
    assert [line.item.slug for line in advice.later_actions] == later


def conclusion_of(*rules: dict[str, Any], **answers: Any) -> Conclusion:
    catalogue = build_catalogue(rules=list(rules), **content())
    return Conclusion.of(catalogue, build_answers(catalogue, **{"bekenden": ["geen"], "samen": "goed", **answers}))


def test_where_there_is_nobody_to_begin_with_it_says_with_whom_one_could_with_more_time() -> None:
    short, enough = (conclusion_of(scores(a=4, b=3), UNKNOWN_LATER, tijd=time) for time in ("krap", "ruim"))

    assert [partner.slug for partner in short.more_time] == ["a", "b"]
    assert enough.more_time == ()


def test_with_somebody_to_begin_with_more_time_is_not_spoken_of() -> None:
    assert conclusion_of(scores(a=4, b=3), UNKNOWN_LATER, tijd="krap", bekenden=["a"]).more_time == ()


def test_a_line_has_the_reason_of_its_effect_and_not_of_its_rule() -> None:
    rows = [{"caution": "let_op", "reason": "Want hierom."}]
    with_reason, without = (build_rule("C09", cautions=cautions) for cautions in (rows, ["let_op"]))

    links = [advice_of(rule, cautions=[CAUTION]).cautions[0].links[0] for rule in (with_reason, without)]

    assert links[0].reason is not None
    assert links[0].reason.text == "Want hierom."
    assert [fact.code for fact in links[0].reason.facts] == ["F1"]
    assert links[1].reason is None
