"""What many advices break, and how many of them have nobody to begin with."""

from collections import Counter
from dataclasses import dataclass, field

from dialoog.advice import Advice
from dialoog.advice.advice import Obstacle
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.editorial.trials.invariants import violations
from dialoog.editorial.trials.violations import Invariant, Violation

MOST = 10
"""Causes of one kind that are told: who mends those, sees the next."""


@dataclass
class Broken:
    """One cause, with how many advices it broke something in."""

    violation: Violation
    example: Answers
    """The first answers that showed it."""
    sets: int = 0


@dataclass
class Tally:
    broken: dict[Violation, Broken] = field(default_factory=dict)
    sets: Counter[bool] = field(default_factory=Counter)
    """How many advices, with little time and without."""
    empty: Counter[tuple[bool, Obstacle | None]] = field(default_factory=Counter)
    """How many of them have nobody to begin with, by why."""

    def add(self, catalogue: Catalogue, advice: Advice) -> None:
        is_short = bool(advice.answers.mask & catalogue.settings.little_time)
        self.sets[is_short] += 1
        if not advice.start:
            self.empty[is_short, advice.obstacle] += 1
        for violation in violations(catalogue, advice):
            self.broken.setdefault(violation, Broken(violation, advice.answers)).sets += 1

    def most(self, invariant: Invariant) -> list[Broken]:
        """The causes that break it most often, at most so many."""
        found = [broken for broken in self.broken.values() if broken.violation.invariant is invariant]
        return sorted(found, key=lambda broken: -broken.sets)[:MOST]
