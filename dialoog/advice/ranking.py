"""The order of partner types, and the best of them for each goal."""

from dialoog.advice.advice import Advised
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Goal, OrderRule
from dialoog.catalogue.vocabulary import RANKED_TIERS, Tier

PER_GOAL = 3
VIEW = 3
"""The main goal's best partner type stands among the first so many of its tier."""


def rank(catalogue: Catalogue, answers: Answers, advised: list[Advised]) -> list[Advised]:
    """All tiers in order, each by score, with the main goal in view and the order rules kept; then numbered."""
    main_goal = catalogue.goals[answers.main_goal]
    ranking: list[Advised] = []
    for tier in Tier:
        block = [a for a in advised if a.tier is tier]
        block.sort(key=lambda a: (-a.score, a.partner_type.order))
        if tier in RANKED_TIERS:
            _bring_into_view(block, main_goal)
        for order_rule in catalogue.order_rules:
            _keep_order(block, order_rule)
        ranking += block
    for number, ranked in enumerate((a for a in ranking if a.is_ranked), start=1):
        ranked.number = number
    return ranking


def best_per_goal(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> dict[Goal, list[Advised]]:
    """For each chosen goal the ranked partner types that do most for it."""
    goals = [catalogue.goals[slug] for slug in answers.chosen[catalogue.settings.goals_question]]
    return {goal: _best(goal, ranking) for goal in goals}


def _best(goal: Goal, ranking: list[Advised]) -> list[Advised]:
    able = [(a, points) for a in ranking if a.is_ranked and (points := a.points_for(goal)) > 0]
    able.sort(key=lambda pair: (RANKED_TIERS.index(pair[0].tier), -pair[1], pair[0].partner_type.order))
    return [a for a, _ in able[:PER_GOAL]]


def _bring_into_view(block: list[Advised], main_goal: Goal) -> None:
    if not block:
        return
    strongest = min(block, key=lambda a: (-a.points_for(main_goal), a.partner_type.order))
    if strongest.points_for(main_goal) > 0 and strongest not in block[:VIEW]:
        block.remove(strongest)
        block.insert(VIEW - 1, strongest)


def _keep_order(block: list[Advised], order_rule: OrderRule) -> None:
    places = {a.partner_type: place for place, a in enumerate(block)}
    first, then = places.get(order_rule.first), places.get(order_rule.then)
    if first is not None and then is not None and then < first:
        block.insert(first, block.pop(then))
