"""The report: every line says why, and nothing that the advice holds gets lost on the way."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from dialoog.advice import advise
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.vocabulary import Tier
from dialoog.report.download import render_html
from dialoog.report.report import Cover, LineAdvice, MomentActions, Report, build_report
from tests.advice.test_golden_cases import CASES
from tests.builders import build_conclusion, real_catalogue

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
COVER = Cover("Titel", "", "", "ABCD-2345", NOW, NOW + timedelta(days=90), 1, NOW)


def report_of(case: str) -> Report:
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    return build_report(real_catalogue(), build_conclusion(answers), COVER)


def actions_of(*groups: MomentActions) -> list[LineAdvice]:
    return [action for group in groups for action in group.actions]


@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_every_reason_for_a_partner_type_names_an_answer_a_basis_and_a_source(case: str) -> None:
    report = report_of(case)

    for partner in (*report.ranked, *report.set_apart):
        assert partner.reasons
        for reason in partner.reasons:
            assert reason.text
            assert reason.basis.label
            assert reason.facts
            assert all(condition.answers for condition in reason.because)


@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_every_line_has_a_place_in_the_source_and_says_why_in_words_or_by_answers(case: str) -> None:
    report = report_of(case)
    lines = [*report.cautions, *report.more_cautions, *report.lines["examples"], *report.lines["actions"]]

    for line in lines:
        assert line.item.statement.facts
        assert line.reasons
        for reason in line.reasons:
            assert reason.text or reason.because
            assert bool(reason.facts) is bool(reason.text)
            assert all(condition.answers for condition in reason.because)


@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_the_report_shows_all_that_the_advice_holds(case: str) -> None:
    report = report_of(case)
    catalogue = real_catalogue()
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    advice = advise(catalogue, Answers.from_json(catalogue, answers))

    shown = [partner.partner_type for partner in (*report.ranked, *report.set_apart)]
    plan = report.step_plan
    actions = [action.item for action in actions_of(*plan.in_view, *plan.folded, *plan.later)]
    assert shown == [advised.partner_type for advised in advice.ranking]
    assert len(actions) == len(advice.actions)
    assert set(actions) == {line.item for line in advice.actions}
    assert [c.item for c in (*report.cautions, *report.more_cautions)] == [line.item for line in advice.cautions]


def test_three_lead_and_three_follow() -> None:
    report = report_of("B34")

    assert (len(report.top), len(report.also)) == (3, 3)
    assert report.ranked[:6] == (*report.top, *report.also)


def test_with_little_time_the_caution_about_that_opens_the_report() -> None:
    caution = report_of("B34").main_caution

    assert caution is not None
    assert caution.item.slug == "krappe_tijd"


def test_otherwise_the_first_caution_about_harm_opens_it() -> None:
    caution = report_of("P6").main_caution

    assert caution is not None
    assert caution.item.slug == report_of("P6").cautions[0].item.slug
    assert caution.item.severity == 3


def test_without_a_caution_about_harm_none_opens_it() -> None:
    assert report_of("B17").main_caution is None


def test_a_partner_type_that_was_moved_says_why() -> None:
    moved = [partner for partner in report_of("B34").ranked if partner.tier is Tier.NEXT]

    assert moved
    assert all(partner.later for partner in moved)


def test_actions_of_the_main_goal_are_in_view_and_the_rest_behind_the_fold() -> None:
    report = report_of("P4")
    folded = actions_of(*report.step_plan.folded)

    assert len(actions_of(*report.step_plan.in_view)) == 10
    assert folded
    assert not [a for a in folded if any(reason.goal is report.main_goal for reason in a.reasons)]


def test_only_pairs_in_view_are_shown_as_completing_each_other() -> None:
    report = report_of("P1")
    in_view = {partner.partner_type for partner in (*report.top, *report.also)}

    assert report.combinations
    assert all(in_view.issuperset(combination.partner_types) for combination in report.combinations)


def test_the_field_of_dots_says_the_same_in_words() -> None:
    report = report_of("P1")
    field = report.dot_field

    assert [(row.place, row.partner_type) for row in field.rows] == [
        (p.place, p.partner_type) for p in report.ranked[:6]
    ]
    assert all((dot.radius == 0) is (dot.level == "geen punten") for row in field.rows for dot in row.dots)


def test_what_if_shows_changes_that_change_the_first_three() -> None:
    report = report_of("P1")
    before = {partner.partner_type for partner in report.top}

    assert report.what_ifs
    for effect in report.what_ifs:
        assert effect.question.is_changeable
        assert set(effect.comes_in) == set(effect.first) - before


@pytest.mark.parametrize("case", ["P1", "P6", "B10", "B34", "B36"])
def test_every_code_in_the_report_can_be_looked_up(case: str) -> None:
    report = report_of(case)
    page, _sources, colophon = re.split(r'<section class="chapter" id="(?:bronnen|colofon)">', render_html(report))
    listed = {fact.code for _chapter, facts in report.sources for fact in facts}

    assert set(re.findall(r"\bF\d+\b", page)) == listed
    assert set(re.findall(r"\bF\d+\b", colophon)) == {"F26"}
