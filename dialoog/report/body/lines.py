"""A line of the advice, of any kind, with the reasons for showing it."""

from dataclasses import dataclass
from typing import Any

from dialoog.report.body.reasons import Reason


@dataclass(frozen=True)
class LineAdvice:
    item: Any
    reasons: tuple[Reason, ...]
    number: int = 0
    """Of an action, in the order of doing."""
