"""The report: every line says why, and nothing that the advice holds gets lost on the way."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from dialoog.advice import advise
from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.vocabulary import Tier
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.plan import MomentActions
from dialoog.report.body.report import Cover, Report, build_report
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from tests.advice.test_golden_cases import CASES
from tests.builders import real_catalogue

BLOCKS = r"</?(?:p|li|dd|dt|div|section|summary|details|article|[uod]l|nav|header|main|br)\b[^>]*>"
NO_SENTENCES = "|".join(
    (
        r'<details class="why.*?</details>',
        r'<dl class="answers">.*?</dl>',
        r'<span class="mark.*?</span>',
        r"<(h\d|a|em|dt|strong)\b[^>]*>.*?</\1>",
    )
)
"""Accounts, answers, marks, headings and names."""
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
COVER = Cover("Titel", "", "", "ABCD-2345", NOW, NOW + timedelta(days=90), 1, NOW)


def report_of(case: str, catalogue: Catalogue | None = None) -> Report:
    """Of a golden case, on the real content or on another catalogue."""
    catalogue = catalogue or real_catalogue()
    answers = Answers.from_json(catalogue, next(c["answers"] for c in CASES if c["id"] == case))
    return build_report(catalogue, Conclusion.of(catalogue, answers), COVER)


def partners_of(report: Report) -> list[PartnerAdvice]:
    return [*report.ranked, *(card.partner for card in report.set_apart)]


def sentences_of(report: Report, edition: Edition) -> Iterator[str]:
    """Of six words or more, from the texts of a report."""
    html = re.sub(NO_SENTENCES, "", render_html(report, edition), flags=re.DOTALL)
    for block in re.split(BLOCKS, html):
        words = " ".join(unescape(re.sub("<[^>]+>", "", block)).split())
        said = re.split(r"(?<=[.?!:])\s+", words)
        yield from (sentence for sentence in said if len(sentence.split()) > 5 and not sentence.endswith("?"))


def actions_of(*groups: MomentActions) -> list[LineAdvice]:
    return [action for group in groups for action in group.actions]


@pytest.mark.slow
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_every_reason_for_a_partner_type_names_an_answer_a_basis_and_a_source(case: str) -> None:
    report = report_of(case)

    for partner in partners_of(report):
        assert partner.reasons
        assert partner.reasons[0].text
        for reason in partner.reasons:
            assert reason.basis.label
            assert bool(reason.facts) is bool(reason.text)
            assert all(condition.answers for condition in reason.because)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_every_line_has_a_place_in_the_source_and_says_why_in_words_or_by_answers(case: str) -> None:
    report = report_of(case)
    lines = [*report.lines["cautions"], *report.lines["examples"], *report.lines["actions"]]

    for line in lines:
        assert line.item.statement.facts
        assert line.reasons
        for reason in line.reasons:
            assert reason.text or reason.because
            assert bool(reason.facts) is bool(reason.text)
            assert all(condition.answers for condition in reason.because)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_the_report_shows_all_that_the_advice_holds(case: str) -> None:
    report = report_of(case)
    catalogue = real_catalogue()
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    advice = advise(catalogue, Answers.from_json(catalogue, answers))

    shown = [partner.partner_type for partner in partners_of(report)]
    plan = report.plan
    actions = [*plan.first, *actions_of(*plan.in_view, *plan.folded, *plan.later)]
    assert shown == [advised.partner_type for advised in advice.ranking]
    assert [action.number for action in actions] == list(range(1, len(advice.actions) + 1))
    assert {action.item for action in actions} == {line.item for line in advice.actions}
    cautions = [*filter(None, [report.main_caution]), *report.cautions, *report.more_cautions]
    assert sorted(c.item.slug for c in cautions) == sorted(line.item.slug for line in advice.cautions)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_those_to_begin_with_stand_in_full_and_at_least_three(case: str) -> None:
    report = report_of(case)
    in_full = [card.partner for card in report.cards]

    assert len(in_full) == min(3, len(report.ranked))
    assert in_full[: len(report.beginning.openings)] == [opening.partner for opening in report.beginning.openings]
    assert sorted(card.partner.name for card in (*report.cards, *report.more_cards)) == sorted(
        partner.name for partner in report.ranked
    )


@pytest.mark.slow
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_each_to_begin_with_has_a_sentence_of_its_own(case: str) -> None:
    said = [opening.why.text for opening in report_of(case).beginning.openings]

    assert len(said) == len(set(said))


@pytest.mark.slow
@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("case", [case["id"] for case in CASES])
def test_a_sentence_stands_once(case: str, edition: Edition) -> None:
    """But for headings, names and what a question asks, which one refers to; an account quotes answers and places."""
    sentences = Counter(sentences_of(report_of(case), edition))

    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_with_little_time_the_caution_about_that_opens_the_report() -> None:
    caution = report_of("B34").main_caution

    assert caution is not None
    assert caution.item.slug == "krappe_tijd"


def test_otherwise_the_first_caution_about_harm_opens_it() -> None:
    caution = report_of("P6").main_caution

    assert caution is not None
    assert caution.item.severity == 3
    assert caution.item.slug == report_of("P6").lines["cautions"][0].item.slug


def test_without_one_about_harm_the_gravest_opens_it() -> None:
    caution = report_of("P1").main_caution

    assert caution is not None
    assert caution.item.severity == max(line.item.severity for line in report_of("P1").lines["cautions"]) == 2


def test_without_cautions_none_opens_it() -> None:
    assert report_of("B17").lines["cautions"] == ()
    assert report_of("B17").main_caution is None


def test_a_partner_type_that_was_moved_says_why() -> None:
    moved = [partner for partner in report_of("B34").ranked if partner.tier is Tier.NEXT]

    assert moved
    assert all(partner.later for partner in moved)


def test_actions_of_the_main_goal_are_in_view_and_the_rest_behind_the_fold() -> None:
    report = report_of("P4")
    folded = actions_of(*report.plan.folded)

    assert len([*report.plan.first, *actions_of(*report.plan.in_view)]) == 10
    assert folded
    assert not [a for a in folded if any(reason.goal is report.main_goal for reason in a.reasons)]


def test_only_pairs_in_view_are_shown_as_completing_each_other() -> None:
    report = report_of("P1")
    in_view = {partner.partner_type for partner in report.ranked[:6]}

    assert report.combinations
    assert all(in_view.issuperset(combination.partner_types) for combination in report.combinations)


def test_what_if_shows_changes_that_change_with_whom_one_begins() -> None:
    report = report_of("P1")
    before = {opening.partner.partner_type for opening in report.beginning.openings}

    assert report.what_ifs
    for effect in report.what_ifs:
        assert effect.question.is_changeable
        assert set(effect.comes_in) == set(effect.first) - before


@pytest.mark.parametrize(
    ("case", "is_little", "changes_nothing"),
    [("P1", False, True), ("N07", True, False), ("N09", True, False)],
)
def test_what_more_time_would_change_is_always_said(case: str, is_little: bool, changes_nothing: bool) -> None:
    time = report_of(case).time

    assert time is not None
    assert (time.is_little, time.changes_nothing) == (is_little, changes_nothing)


@pytest.mark.parametrize("case", ["P1", "P6", "B10", "B34", "B36"])
def test_every_place_that_is_named_can_be_looked_up(case: str) -> None:
    html = render_html(report_of(case), Edition.DOSSIER)
    said, sources = html.split("Bronnen in het SER-document", 1)
    named = set(re.findall(r">([^<]+)</a>’", said))

    assert named
    assert all(f"<h4>{chapter}</h4>" in sources for chapter in named)


@pytest.mark.parametrize("case", ["P1", "N03", "B10"])
def test_chapters_have_the_same_numbers_in_every_edition(case: str) -> None:
    report = report_of(case)
    numbers = [
        dict(re.findall(r'id="([a-z-]+)">\s*<h2 class="chapter-title"><span class="number">(\d)</span>', html))
        for html in (render_html(report, edition) for edition in Edition)
    ]

    page, advice, dossier = numbers
    assert page == dossier == {chapter.slug: str(chapter.number) for chapter in report.chapters}
    assert advice == {chapter.slug: str(chapter.number) for chapter in report.chapters if not chapter.is_background}


@pytest.mark.slow
@pytest.mark.parametrize("case", ["P1", "B34", "N03", "N04"])
def test_the_short_form_names_the_steps_that_it_leaves_out(case: str) -> None:
    report = report_of(case)
    html, left_out = render_html(report, Edition.ADVICE), report.plan.folded_numbers
    shown = [int(number) for number in re.findall(r'<li class="action">\s*<span class="number">(\d+)', html)]

    assert sorted([*shown, *left_out]) == list(range(1, len(shown) + len(left_out) + 1))
    said = [
        int(n)
        for pair in re.findall(r"Stap (\d+)(?: tot en met (\d+))? sta\w+ in het dossier", html)
        for n in pair
        if n
    ]
    assert said == [*left_out[:1], *left_out[1:][-1:]]
    assert case != "N04" or left_out == [11, 12, 13, 14, 15]
