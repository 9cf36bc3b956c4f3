"""A reference case says in Dutch what of it does not hold."""

from typing import Any

import pytest

from dialoog.advice.kinds import EXAMPLES, LINE_KINDS, LineKind
from dialoog.catalogue.reader import read_catalogue
from dialoog.editorial.cases.running import CaseResult, run_cases
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_partner_type,
    build_rule,
    gives,
    real_catalogue,
    real_document,
)
from tests.editorial.build import build_case

EXPECTED = [kind for kind in LINE_KINDS if kind is not EXAMPLES]
"""Of examples a case names the first alone."""


def run(case: dict[str, Any], **effects: Any) -> CaseResult:
    rule = build_rule(goal="kennis", partners=[gives("bond", 3), gives("bureau", 1)], **effects)
    cautions = [{"slug": "pas_op", "severity": 2, "is_leading": False, "text": "Pas op.", "facts": ["F1"]}]
    document = build_document(rules=[rule], reference_cases=[case], cautions=cautions)
    (result,) = run_cases(document, build_catalogue(rules=[rule], cautions=cautions))
    return result


def test_the_cases_of_the_content_all_hold() -> None:
    results = run_cases(real_document(), real_catalogue())

    assert len(results) == 61
    assert [result for result in results if not result.holds] == []


@pytest.mark.parametrize(
    "expected",
    [
        {"first": "bond"},
        {"top3": ["bond", "bureau"]},
        {"listed": ["bureau"]},
        {"orders": [{"before": "bond", "after": "bureau"}]},
        {"tiers": [{"partner_type": "bond", "tier": "eerst"}]},
        {"not_cautions": ["pas_op"]},
        {"start": ["bond"]},
        {"not_start": ["bureau"]},
    ],
)
def test_what_holds_is_not_named(expected: dict[str, Any]) -> None:
    assert run(build_case(**expected)).broken == ()


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ({"first": "bureau"}, "‘Bureau’ staat niet op plaats 1."),
        ({"not_top3": ["bond"]}, "‘Bond’ staat wel bij de eerste drie."),
        ({"not_top5": ["bond"]}, "‘Bond’ staat wel bij de eerste vijf."),
        ({"not_listed": ["bureau"]}, "‘Bureau’ staat wel in het advies."),
        ({"orders": [{"before": "bureau", "after": "bond"}]}, "‘Bureau’ staat niet vóór ‘Bond’."),
        ({"tiers": [{"partner_type": "bond", "tier": "daarna"}]}, "‘Bond’ staat niet bij ‘Daarna’."),
        ({"cautions": ["pas_op"]}, "Waarschuwing ‘Pas op.’ ontbreekt."),
        ({"start": ["bureau"]}, "Je kunt niet beginnen met ‘Bureau’."),
        ({"not_start": ["bond"]}, "Je kunt wel beginnen met ‘Bond’."),
        ({"has_no_start": True}, "Er is wel iemand om mee te beginnen: ‘Bond’."),
    ],
)
def test_what_does_not_hold_is_named(expected: dict[str, Any], sentence: str) -> None:
    assert run(build_case(**expected)).broken == (sentence,)


def test_what_may_not_be_there_is_named() -> None:
    assert run(build_case(not_cautions=["pas_op"]), cautions=["pas_op"]).broken == (
        "Waarschuwing ‘Pas op.’ staat er wel.",
    )


def test_with_whom_one_cannot_begin_is_nowhere_somebody_to_begin_with() -> None:
    """Also not further down, where the beginning names three and there are more."""
    slugs = ["bond", "bureau", "ngo", "koepel"]
    rule = build_rule(goal="kennis", partners=[gives(slug, 9 - 2 * place) for place, slug in enumerate(slugs)])
    case = build_case(start=slugs, not_start=slugs)
    document = build_document(rules=[rule], reference_cases=[case], partner_types=list(map(build_partner_type, slugs)))
    (result,) = run_cases(document, read_catalogue(document))

    assert result.broken == (
        "Je kunt niet beginnen met ‘Koepel’.",
        *(f"Je kunt wel beginnen met ‘{slug.capitalize()}’." for slug in slugs[:3]),
    )


def with_little_time(case: dict[str, Any], **action: Any) -> CaseResult:
    """Who answers 'nederland' has little time, and nobody is known."""
    document = build_document(reference_cases=[case])
    plan = {"slug": "plan", "moment": "voorbereiden", "needs_time": True, "partner_types": [], "text": "Plan het."}
    document |= {
        "actions": [{**plan, "facts": ["F1"], **action}],
        "rules": [build_rule(goal="kennis", partners=[gives("bond", 3)], unknown_tier="daarna", actions=["plan"])],
        "partner_types": [build_partner_type("bond", familiarity="nooit")],
    }
    document["advice_settings"][0]["little_time_option"] = "plaats.nederland"
    (result,) = run_cases(document, read_catalogue(document))
    return result


def test_nobody_to_begin_with_can_be_expected() -> None:
    assert with_little_time(build_case(has_no_start=True, not_start=["bond"])).holds
    assert with_little_time(build_case(start=["bond"])).broken == ("Je kunt niet beginnen met ‘Bond’.",)


def test_an_action_that_needs_more_time_can_be_expected() -> None:
    case = build_case(later_actions=["plan"])
    sentence = "Actie ‘Plan het.’ staat niet bij wat meer tijd vraagt."

    assert with_little_time(case).holds
    assert with_little_time(case, needs_time=False).broken == (sentence,)


@pytest.mark.parametrize("kind", EXPECTED, ids=lambda kind: kind.name)
def test_lines_of_every_kind_can_be_wanted_or_not(kind: LineKind) -> None:
    """All of a kind wanted and none of it at once cannot be: each line breaks one of both."""
    everything = list(getattr(real_catalogue(), kind.collection))
    (case,) = [case for case in real_document()["reference_cases"] if case["code"] == "P1"]
    impossible = {**case, kind.name: everything, f"not_{kind.name}": everything}

    (result,) = run_cases({**real_document(), "reference_cases": [impossible]}, real_catalogue())

    assert len(result.broken) == len(everything)
    assert all(sentence.startswith(f"{kind.singular} ‘") for sentence in result.broken)


def test_a_question_without_an_answer_may_have_any() -> None:
    assert run(build_case("P1", "doelen.kennis", first="bond")).holds


def test_the_case_must_hold_for_every_answer_to_it() -> None:
    """Only in the Netherlands the rule fires, so that nothing is listed in a production country."""
    abroad = build_case("P1", "doelen.kennis", first="bond")

    assert not run(abroad, conditions=[build_condition("plaats", "nederland")]).holds


def test_answers_that_cannot_be_given_break_the_case() -> None:
    (sentence,) = run(build_case("P1", "doelen.kennis", "plaats.nederland", "plaats.productieland")).broken

    assert sentence.startswith("De antwoorden kunnen zo niet gegeven worden.")
