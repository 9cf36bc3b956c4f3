"""All that we conclude from answers: the advice, and what another answer would do to it."""

from dataclasses import dataclass
from typing import Self

from dialoog.advice.advice import Advice
from dialoog.advice.engine import advise
from dialoog.advice.what_if import WhatIf, what_if
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue


@dataclass(frozen=True)
class Conclusion:
    advice: Advice
    what_ifs: tuple[WhatIf, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, answers: Answers) -> Self:
        advice = advise(catalogue, answers)
        return cls(advice, what_if(catalogue, answers, advice))
