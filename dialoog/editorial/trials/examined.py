"""An advice with what follows from the definitions of `docs/advice.md`, worked out a second time.

Nothing here asks the engine for what it concluded but scores, tiers and order, so that a mistake there shows.
"""

from dataclasses import dataclass
from typing import Self

from dialoog.advice import Advice
from dialoog.advice.advice import Advised
from dialoog.catalogue.catalogue import Catalogue, Goal, OrderRule
from dialoog.catalogue.vocabulary import RANKED_TIERS, Tier


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    catalogue: Catalogue
    advice: Advice
    goal: Goal
    """The main goal."""
    is_short: bool
    """There is little time."""
    runs_badly: bool
    """The cooperation with who is known does."""
    fitting: frozenset[Advised]
    """Who is ranked and does at least half of what the best one does for the main goal."""
    able: frozenset[Advised]
    """With whom one can begin."""
    order_rules: tuple[OrderRule, ...]
    """Those whose conditions hold."""

    @classmethod
    def of(cls, catalogue: Catalogue, advice: Advice) -> Self:
        settings, mask = catalogue.settings, advice.answers.mask
        goal, runs_badly = catalogue.goals[advice.answers.main_goal], bool(mask & settings.bad_cooperation)
        scores = {a: _main_goal_score(a, goal) for a in advice.ranking if a.tier in RANKED_TIERS}
        best = max(scores.values(), default=0)
        fitting = [a for a, points in scores.items() if points > 0 and points >= best / 2]
        able = [a for a in fitting if a.tier is Tier.FIRST and not (runs_badly and mask & a.partner_type.known_via)]
        order_rules = tuple(rule for rule in catalogue.order_rules if rule.conditions.hold(mask))
        is_short = bool(mask & settings.little_time)
        return cls(catalogue, advice, goal, is_short, runs_badly, frozenset(fitting), frozenset(able), order_rules)

    def knows(self, advised: Advised) -> bool:
        """The visitor chose the option that names this partner type."""
        return bool(self.advice.answers.mask & advised.partner_type.known_via)

    def are_alike(self, one: Advised, other: Advised) -> bool:
        """In one tier, and both or neither somebody to begin with: order rules and places look no further."""
        return one.tier is other.tier and (one in self.able) == (other in self.able)


def _main_goal_score(advised: Advised, goal: Goal) -> int:
    return sum(given.points for given in advised.points if given.firing.rule.goal is goal and not given.for_knowing)
