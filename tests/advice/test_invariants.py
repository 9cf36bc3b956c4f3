"""What holds for every possible set of answers on the real content."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.advice import Advice, advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers, asked_questions, offered_options, possible_questions
from dialoog.catalogue.catalogue import Question
from dialoog.catalogue.vocabulary import Tier
from tests.builders import real_catalogue

pytestmark = pytest.mark.slow

EXAMPLES = 150
KNOWN = "bekende_partijen"


@st.composite
def answer_sets(draw: Any, **fixed: tuple[str, ...]) -> Answers:
    """Sound answers, drawn question by question the way a visitor meets them."""
    catalogue = real_catalogue()
    chosen: dict[str, tuple[str, ...]] = {}
    for question in catalogue.questions.values():
        if question in asked_questions(catalogue, chosen):
            chosen[question.slug] = fixed.get(question.slug) or _draw_answer(draw, question, chosen)
    return Answers.from_chosen(catalogue, chosen)


def _draw_answer(draw: Any, question: Question, chosen: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    options = offered_options(real_catalogue(), question, chosen)
    alone = [(o.slug,) for o in options if o.is_exclusive or not question.is_multi]
    together = [o.slug for o in options if not o.is_exclusive]
    several = st.lists(st.sampled_from(together), min_size=1, unique=True).map(tuple)
    single = st.sampled_from(alone) if alone else several
    return draw(single | several if question.is_multi else single)


def advice_for(answers: Answers) -> Advice:
    return advise(real_catalogue(), answers)


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_the_same_answers_give_the_same_advice(answers: Answers) -> None:
    catalogue = real_catalogue()
    again = Answers.from_json(catalogue, dict(reversed(answers.to_json(catalogue).items())))

    assert to_json(catalogue, advice_for(answers)) == to_json(catalogue, advice_for(again))


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_every_listed_partner_type_has_a_reason_with_a_source(answers: Answers) -> None:
    for advised in advice_for(answers).ranking:
        assert any(points.points > 0 and points.firing.rule.reason.facts for points in advised.points)
        assert advised.tier is Tier.FIRST or advised.deciding_moves or advised.held_back


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_no_question_is_asked_that_was_not_possible_before(answers: Answers) -> None:
    catalogue = real_catalogue()
    given = list(answers.chosen.items())
    asked = {question.slug for question in asked_questions(catalogue, answers.chosen)}

    possible = [{q.slug for q in possible_questions(catalogue, dict(given[:many]))} for many in range(len(given) + 1)]

    assert all(later <= before for before, later in pairwise(possible))
    assert possible[-1] == asked


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_every_chosen_goal_has_a_partner(answers: Answers) -> None:
    assert all(advice_for(answers).per_goal.values())


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_a_known_party_never_brings_in_a_type_without_a_score(answers: Answers) -> None:
    for advised in advice_for(answers).ranking:
        assert sum(p.points for p in advised.points if advised.partner_type in dict(p.firing.rule.partners)) > 0


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(tijdlijn=("krap",)))
def test_tight_time_leaves_no_unknown_party_first(answers: Answers) -> None:
    first = [a.partner_type for a in advice_for(answers).ranking if a.tier is Tier.FIRST]

    assert not [partner for partner in first if partner.is_unknown(answers.mask)]


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(doelen=("logistiek",)))
def test_the_travel_agency_never_stands_above_who_can_help_on_the_spot(answers: Answers) -> None:
    only_transport = answers.chosen["logistieke_taken"] == ("vervoer_verblijf",)
    ranked = [a.partner_type.slug for a in advice_for(answers).ranked]
    above = ranked[: ranked.index("reisbureau")] if "reisbureau" in ranked else ranked

    helpers = {"lokale_ngo", "lokale_expert", "ngo_nl_internationaal", "leverancier"}
    assert only_transport or helpers.intersection(ranked) <= set(above)


@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_numbers_run_from_one_in_the_order_of_the_list(answers: Answers) -> None:
    ranked = advice_for(answers).ranked

    assert [advised.number for advised in ranked] == list(range(1, len(ranked) + 1))
