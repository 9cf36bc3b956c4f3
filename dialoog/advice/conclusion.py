"""All that we conclude from answers: the advice, and what other answers would do to it."""

from dataclasses import dataclass
from typing import Self

from dialoog.advice.advice import Advice
from dialoog.advice.engine import advise
from dialoog.advice.what_if import WhatIf, what_if, with_more_time
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, PartnerType


@dataclass(frozen=True)
class Conclusion:
    advice: Advice
    what_ifs: tuple[WhatIf, ...]
    more_time: tuple[PartnerType, ...] = ()
    """With whom one could begin with more time, where there is nobody to begin with now."""

    @classmethod
    def of(cls, catalogue: Catalogue, answers: Answers) -> Self:
        advice = advise(catalogue, answers)
        more_time = with_more_time(catalogue, answers) if advice.obstacle else ()
        return cls(advice, what_if(catalogue, answers, advice), more_time)
