"""Two advices come to the same only if every line of them does."""

from dataclasses import replace

import pytest

from dialoog.advice import advise
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
