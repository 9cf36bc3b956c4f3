"""Two advices come to the same only if every line of them does."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialoog.advice import Advice, advise
from dialoog.advice.advice import Obstacle
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.catalogue.answers import Answers
from dialoog.editorial.trials.outcomes import Outcome
from tests.advice.test_golden_cases import CASES
from tests.builders import real_catalogue


@pytest.mark.parametrize("kind", LINE_KINDS, ids=lambda kind: kind.name)
def test_a_line_less_is_another_outcome(kind: LineKind) -> None:
    catalogue = real_catalogue()
    advices = [advise(catalogue, Answers.from_json(catalogue, case["answers"])) for case in CASES]
    advice = next(advice for advice in advices if advice.lines[kind])

    fewer = replace(advice, lines={**advice.lines, kind: advice.lines[kind][1:]})

    assert Outcome.of(fewer) != Outcome.of(advice)


def without_a_start(advice: Advice) -> Advice:
    return replace(advice, start=advice.start[1:])


def with_another_obstacle(advice: Advice) -> Advice:
    return replace(advice, obstacle=Obstacle.OTHER)


def with_a_signpost(advice: Advice) -> Advice:
    return replace(advice, signposts=[*advice.signposts, next(iter(real_catalogue().signposts))])


def with_somebody_who_cannot_begin(advice: Advice) -> Advice:
    advice.start[0].can_begin = False
    return advice


def with_another_place(advice: Advice) -> Advice:
    advice.ranking[0].place += 1
    return advice


def with_an_action_for_later(advice: Advice) -> Advice:
    advice.actions[0].needs_more_time = True
    return advice


@pytest.mark.parametrize(
    "change",
    [
        without_a_start,
        with_another_obstacle,
        with_a_signpost,
        with_somebody_who_cannot_begin,
        with_another_place,
        with_an_action_for_later,
    ],
)
def test_another_beginning_is_another_outcome(change: Callable[[Advice], Advice]) -> None:
    answers = Answers.from_json(real_catalogue(), next(case["answers"] for case in CASES if case["result"]["start"]))
    before = Outcome.of(advise(real_catalogue(), answers))

    assert Outcome.of(advise(real_catalogue(), answers)) == before
    assert Outcome.of(change(advise(real_catalogue(), answers))) != before
