"""Points and tiers of partner types."""

from dialoog.advice.advice import Advised, Firing, Move, Points
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, PartnerType
from dialoog.catalogue.vocabulary import Tier

_TIERS = list(Tier)


def score(catalogue: Catalogue, answers: Answers, firings: list[Firing]) -> list[Advised]:
    """Every partner type with enough points, in the order of the catalogue, not ranked yet."""
    points = points_by_type(answers, firings)
    moves = _moves(firings, points, answers)
    main_goal = catalogue.goals[answers.main_goal]
    scored = ((partner, given, sum(p.points for p in given)) for partner, given in points.items())
    advised = [
        Advised(partner, total, _tier(moved), given, moved, partner.is_known(answers.mask))
        for partner, given, total in scored
        if total >= catalogue.settings.min_score
        for moved in [moves.get(partner, [])]
    ]
    for a in advised:
        a.main_goal_score = a.points_for(main_goal)
    return advised


def points_by_type(answers: Answers, firings: list[Firing]) -> dict[PartnerType, list[Points]]:
    """Of every partner type that rules give points to, also of one that gets too few to be in the advice."""
    points = _points(firings)
    _add_points_that_need_a_score(points, firings, answers)
    return points


def _points(firings: list[Firing]) -> dict[PartnerType, list[Points]]:
    points: dict[PartnerType, list[Points]] = {}
    for firing in firings:
        for partner, weight in firing.rule.partners:
            points.setdefault(partner, []).append(Points(firing, weight * firing.factor))
    return points


def _add_points_that_need_a_score(
    points: dict[PartnerType, list[Points]], firings: list[Firing], answers: Answers
) -> None:
    """Knowing somebody is no reason by itself: these points go to partner types that others brought in."""
    scored = {partner for partner, given in points.items() if sum(p.points for p in given) > 0}
    for firing in firings:
        for partner, weight in firing.rule.partners_if_scored:
            if partner in scored:
                points[partner].append(Points(firing, weight * firing.factor))
        if firing.rule.known_bonus:
            for partner in scored:
                if partner.is_known(answers.mask):
                    points[partner].append(Points(firing, firing.rule.known_bonus, for_knowing=True))


def _moves(
    firings: list[Firing], points: dict[PartnerType, list[Points]], answers: Answers
) -> dict[PartnerType, list[Move]]:
    moves: dict[PartnerType, list[Move]] = {}
    for firing in firings:
        for partner, tier in firing.rule.tiers:
            moves.setdefault(partner, []).append(Move(firing, tier))
        if firing.rule.unknown_tier:
            for partner in points:
                if partner.is_unknown(answers.mask):
                    moves.setdefault(partner, []).append(Move(firing, firing.rule.unknown_tier))
    return moves


def _tier(moves: list[Move]) -> Tier:
    """The furthest move wins."""
    return max((move.tier for move in moves), key=_TIERS.index, default=Tier.FIRST)
