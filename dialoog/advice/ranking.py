"""The order of partner types: who can begin, who shares a place, and the best for each goal."""

from collections.abc import Iterator

from dialoog.advice.advice import Advised
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Goal, OrderRule
from dialoog.catalogue.vocabulary import RANKED_TIERS, Tier

PER_GOAL = 3

Block = list[Advised]
"""Neighbours in the ranking that score and order rules put in order: no order rule within a tier reaches beyond it."""


def rank(catalogue: Catalogue, answers: Answers, advised: list[Advised]) -> list[Advised]:
    """All tiers in order; in the first those whom one can begin with before the others. Then numbered and placed."""
    order_rules = [rule for rule in catalogue.order_rules if rule.conditions.hold(answers.mask)]
    _hold_back(advised, [rule for rule in order_rules if rule.is_across_tiers])
    _find_who_can_begin(catalogue, answers, advised)
    return arrange(advised, order_rules, catalogue.settings.tie_width)


def arrange(advised: list[Advised], order_rules: list[OrderRule], tie_width: int) -> list[Advised]:
    """Once tiers and who can begin are known. Those who can begin come first, and do not depend on the others."""
    blocks = list(_blocks(advised))
    for block in blocks:
        _keep_order(block, order_rules)
    _number(blocks, tie_width)
    return [a for block in blocks for a in block]


def best_per_goal(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> dict[Goal, list[Advised]]:
    """For each chosen goal the ranked partner types that do most for it."""
    goals = [catalogue.goals[slug] for slug in answers.chosen[catalogue.settings.goals_question]]
    return {goal: _best(goal, ranking) for goal in goals}


def best_main_goal_score(advised: list[Advised]) -> int:
    """Of all that are ranked."""
    return max((a.main_goal_score for a in advised if a.is_ranked), default=0)


def fits(advised: Advised, best: int) -> bool:
    """Whether it does enough for the main goal: at least half of what the best one does."""
    return advised.main_goal_score > 0 and 2 * advised.main_goal_score >= best


def _hold_back(advised: list[Advised], order_rules: list[OrderRule]) -> None:
    """Who comes only after another one that is ranked, leaves the first tier."""
    listed = {a.partner_type: a for a in advised}
    for rule in order_rules:
        first, then = listed.get(rule.first), listed.get(rule.then)
        if first and then and first.is_ranked and (then.tier is Tier.FIRST or then.held_back):
            then.tier = Tier.NEXT
            then.held_back.append(rule)


def _find_who_can_begin(catalogue: Catalogue, answers: Answers, advised: list[Advised]) -> None:
    best = best_main_goal_score(advised)
    runs_badly = bool(answers.mask & catalogue.settings.bad_cooperation)
    for a in advised:
        a.can_begin = a.tier is Tier.FIRST and fits(a, best) and not (a.is_known and runs_badly)


def _blocks(advised: list[Advised]) -> Iterator[Block]:
    ordered = sorted(advised, key=lambda a: (-a.score, a.partner_type.order))
    yield [a for a in ordered if a.can_begin]
    for tier in Tier:
        yield [a for a in ordered if a.tier is tier and not a.can_begin]


def _keep_order(block: Block, order_rules: list[OrderRule]) -> None:
    """What one rule moves can bring another into play; rules that contradict each other stop somewhere."""
    for _pass in order_rules:
        moves = [_move_behind(block, rule) for rule in order_rules]
        if not any(moves):
            return


def _move_behind(block: Block, rule: OrderRule) -> bool:
    places = {a.partner_type: place for place, a in enumerate(block)}
    first, then = places.get(rule.first), places.get(rule.then)
    if first is None or then is None or first < then:
        return False
    block.insert(first, block.pop(then))
    return True


def _number(blocks: list[Block], tie_width: int) -> None:
    """Each row its number. A place goes on within a block as long as its first has no more than the width on top."""
    number = place = 0
    for block in blocks:
        leader = None
        for a in block:
            if not a.is_ranked:
                return
            number += 1
            if leader is None or leader.score - a.score > tie_width:
                place, leader = place + 1, a
            a.number, a.place = number, place


def _best(goal: Goal, ranking: list[Advised]) -> list[Advised]:
    able = [(a, points) for a in ranking if a.is_ranked and (points := a.points_for(goal)) > 0]
    able.sort(key=lambda pair: (RANKED_TIERS.index(pair[0].tier), -pair[1], pair[0].partner_type.order))
    return [a for a, _ in able[:PER_GOAL]]
