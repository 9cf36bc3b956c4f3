"""What of the answers stands behind a line of advice, and how much of it has to be said."""

from typing import Any

from dialoog.advice import advise
from dialoog.catalogue.answers import Answers
from dialoog.report.body.reasons import Premise, Reason, Reasoning
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_option,
    build_question,
    build_rule,
    build_step,
    gives,
)
from tests.report.small import CALM, build_small_document, small_report


def reason_for(*groups: str, **answers: str) -> Reason:
    """Of a rule that asks for "yes" to each of these questions; all have the same two answers."""
    document = build_document()
    yes_or_no = [build_option("ja"), build_option("nee")]
    questions = [*document["questions"], *(build_question(name, *yes_or_no) for name in answers)]
    steps = [*document["steps"], *(build_step(name) for name in answers)]
    conditions = [build_condition(name, "ja", group=number) for number, name in enumerate(groups)]
    rules = [build_rule(conditions=conditions)]
    catalogue = build_catalogue(steps=steps, questions=questions, rules=rules)
    given: dict[str, Any] = {"doelen": ["kennis"], "plaats": "nederland", **answers}
    clean = Answers.from_json(catalogue, given)
    advice = advise(catalogue, clean)
    return Reasoning(catalogue, advice).of_rule(advice.firings[0])


def test_every_answer_that_made_the_rule_fire_is_a_premise() -> None:
    reason = reason_for("zeker", zeker="ja")

    assert reason.because == (Premise("zeker?", ("Ja",), is_absence=False),)


def test_the_same_answer_to_two_questions_is_said_once() -> None:
    reason = reason_for("zeker", "weer", zeker="ja", weer="ja")

    assert [premise.question for premise in reason.because] == ["zeker?"]


def test_an_answer_among_others_is_not_said_again() -> None:
    conditions = [build_condition("doelen", "kennis", "toegang"), build_condition("hoofddoel", "kennis", group=2)]
    rule = build_rule(goal="kennis", conditions=conditions, partners=[gives("bond", 3)])

    (bond,) = small_report(CALM, rules=[rule]).ranked

    assert [premise.answers for premise in bond.reasons[0].because] == [("Kennis", "Toegang")]


def test_what_was_not_chosen_is_a_premise_as_such() -> None:
    absence = build_condition("plaats", "productieland", operator="is_geen_van")
    rule = build_rule(goal="kennis", conditions=[absence], partners=[gives("bond", 3)])

    (bond,) = small_report(CALM, rules=[rule]).ranked

    assert [reason.because for reason in bond.reasons] == [(Premise("plaats?", ("Productieland",), is_absence=True),)]


def test_a_short_answer_needs_its_question() -> None:
    assert Premise("Ken je iemand?", ("Ja",), is_absence=False).needs_question
    assert Premise("Ken je iemand?", ("Vijftien tekens",), is_absence=False).needs_question
    assert not Premise("Ken je iemand?", ("Zestien tekens, ",), is_absence=False).needs_question


def action_reasons(*rules: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Of one action that rules bring in: each a goal that it asks for, and what it says about the action."""
    document = build_small_document()
    made = [
        build_rule(
            f"R0{number}",
            conditions=[build_condition("doelen", goal)],
            partners=[gives("bond", 1)],
            actions=[{"action": "lees", "reason": reason}],
        )
        for number, (goal, reason) in enumerate(rules)
    ]
    (action,) = small_report(CALM, rules=made, actions=document["actions"]).lines["actions"]
    return [(r.text, [answer for premise in r.because for answer in premise.answers]) for r in action.reasons]


def test_answers_that_bring_a_line_in_twice_are_named_once() -> None:
    assert action_reasons(("kennis", ""), ("kennis", "")) == [("", ["Kennis"])]
    assert action_reasons(("kennis", ""), ("kennis", "Daarom.")) == [("Daarom.", ["Kennis"])]


def test_other_answers_that_bring_a_line_in_are_named_as_well() -> None:
    assert action_reasons(("kennis", "Daarom."), ("toegang", "")) == [("Daarom.", ["Kennis"]), ("", ["Toegang"])]


def test_words_that_two_rules_share_are_said_once() -> None:
    twice = action_reasons(("kennis", "Daarom."), ("toegang", "Daarom."), ("toegang", "Ook."))

    assert twice == [("Daarom.", ["Kennis"]), ("Ook.", ["Toegang"])]


def test_a_bonus_for_being_known_is_no_main_reason_and_counts_once() -> None:
    rules = [
        build_rule("T01", goal="toegang", reason="Opent deuren.", partners=[gives("ngo", 1)]),
        build_rule("T02", goal="toegang", reason="Ken je al.", known_bonus=9),
    ]
    report = small_report({**CALM, "hoofddoel": "toegang"}, rules=rules)

    (ngo,) = report.ranked
    assert [opening.why.text for opening in report.beginning.openings] == ["Opent deuren."]
    assert [(r.points, r.for_knowing, r.counts_double) for r in ngo.reasons] == [(2, False, True), (9, True, False)]
