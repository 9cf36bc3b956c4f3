"""What is kept of a conclusion gives the same conclusion, through a database that keeps no order in a dict."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from dialoog.advice import storing
from dialoog.advice.advice import Advice, Line
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import LINE_KINDS, TOOLS
from dialoog.advice.result import to_json
from dialoog.advice.trace import why
from dialoog.catalogue.answers import Answers
from tests.advice.test_golden_cases import CASES
from tests.advice.test_invariants import EXAMPLES, answer_sets
from tests.builders import build_conclusion, real_catalogue


def through_a_database(data: dict[str, Any]) -> Any:
    return json.loads(json.dumps(data, sort_keys=True))


def kept(conclusion: Conclusion) -> Conclusion:
    data = through_a_database(storing.to_data(real_catalogue(), conclusion))
    return storing.read(real_catalogue(), storing.VERSION, data)


def places_of(advice: Advice) -> list[int]:
    """Who one can begin with are the same objects as in the ranking."""
    return [[id(a) for a in advice.ranking].index(id(started)) for started in advice.start]


def everything(advice: Advice) -> dict[str, Any]:
    """All that an advice holds; catalogue and rules are the same objects on both sides."""
    places = {id(firing): place for place, firing in enumerate(advice.firings)}

    def of_line(line: Line[Any]) -> list[Any]:
        links = [(places[id(link.firing)], link.reason and link.reason.text) for link in line.links]
        return [line.item, line.weight, line.needs_more_time, links]

    return {
        "result": list(to_json(real_catalogue(), advice).items()),
        "answers": (list(advice.answers.chosen.items()), advice.answers.mask, advice.answers.main_goal),
        "why": [why(real_catalogue(), advice.answers, firing) for firing in advice.firings],
        "factors": [firing.factor for firing in advice.firings],
        "ranking": [
            (
                *(a.partner_type, a.score, a.tier, a.number, a.is_known),
                *(a.place, a.main_goal_score, a.can_begin, a.held_back),
                [(places[id(p.firing)], p.points, p.for_knowing) for p in a.points],
                [(places[id(m.firing)], m.tier) for m in a.moves],
            )
            for a in advice.ranking
        ],
        "begins": (places_of(advice), advice.obstacle, advice.signposts, advice.names_start),
        "lines": {kind.name: [of_line(line) for line in advice.lines[kind]] for kind in LINE_KINDS},
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_conclusion_comes_back_as_it_was(case: dict[str, Any]) -> None:
    conclusion = build_conclusion(case["answers"])

    again = kept(conclusion)

    assert everything(again.advice) == everything(conclusion.advice)
    assert again.what_ifs == conclusion.what_ifs
    assert again.more_time == conclusion.more_time


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_so_does_one_for_any_answers(answers: Answers) -> None:
    conclusion = Conclusion.of(real_catalogue(), answers)

    again = kept(conclusion)

    assert everything(again.advice) == everything(conclusion.advice)
    assert again.what_ifs == conclusion.what_ifs
    assert again.more_time == conclusion.more_time


def test_a_kind_of_line_that_came_later_has_no_lines() -> None:
    data = storing.to_data(real_catalogue(), build_conclusion(CASES[0]["answers"]))
    del data["lines"][TOOLS.name]

    assert storing.read(real_catalogue(), storing.VERSION, data).advice.tools == []
