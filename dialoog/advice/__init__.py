"""What we conclude: `advise(catalogue, answers) -> Advice`, a pure function with a trace of every line."""

from dialoog.advice.advice import Advice
from dialoog.advice.engine import advise

__all__ = ["Advice", "advise"]
