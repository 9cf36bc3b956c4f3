"""Of tips and practice examples the ones that some advice shows: the best few of what rules bring in."""

from typing import Any

from dialoog.advice.kinds import EXAMPLES, TIPS, LineKind
from dialoog.advice.many.columns import Column, Lanes, numbers
from dialoog.editorial.trials.many.tried import Tried


def best_of(tried: Tried, kind: LineKind) -> set[Any]:
    """What stood in some advice.

    Whether tips for production countries count, follows from the order of partner types where the dialogue is in the
    Netherlands: those sets are looked at one by one, and only for what no other set showed.
    """
    settings = tried.catalogue.settings
    unsure = tried.answered.option(settings.no_country_tips) if kind is TIPS else 0
    weights = _weights(tried, kind)
    found = set()
    for item, column in tried.brought[kind].items():
        column = _enough(tried, column, weights[item]) if kind is EXAMPLES else column
        shown = _among_best(tried, kind, item, column & ~unsure, weights)
        if shown or any(item.slug in tried.advice(place).slugs(kind) for place in numbers(column & unsure)):
            found.add(item)
    return found


def _weights(tried: Tried, kind: LineKind) -> dict[Any, Lanes]:
    lanes, factor = tried.scored.arithmetic, tried.catalogue.settings.main_goal_factor
    weights = dict.fromkeys(tried.brought[kind], lanes.nothing)
    for rule, column in tried.fires.items():
        doubled = column & tried.scored.main_goal.get(rule.goal.slug, 0) if rule.goal and kind.counts_double else 0
        for effect in getattr(rule, kind.name):
            points = lanes.lanes(column) + (factor - 1) * lanes.lanes(doubled)
            weights[effect.item] += effect.weight * points
    return weights


def _enough(tried: Tried, column: Column, weight: Lanes) -> Column:
    lanes = tried.scored.arithmetic
    return column & lanes.at_least(weight, lanes.nothing + tried.catalogue.settings.example_min * lanes.ones)


def _among_best(tried: Tried, kind: LineKind, item: Any, column: Column, weights: dict[Any, Lanes]) -> Column:
    """Where fewer stand before it than are shown; of equals the first of the content does."""
    settings, lanes = tried.catalogue.settings, tried.scored.arithmetic
    shown = settings.examples_shown if kind is EXAMPLES else settings.tips_emphasised
    more = [column, *([0] * shown)]
    for other, weight in weights.items():
        if other is not item:
            least = weights[item] + (0 if other.order < item.order else lanes.ones)
            before = tried.brought[kind][other] & lanes.at_least(weight, least)
            for number in range(shown, 0, -1):
                more[number] |= more[number - 1] & before
    return column & ~more[shown]
