"""With whom to begin, why with nobody, and who shows the way."""

from itertools import groupby

from dialoog.advice.advice import Advised, Obstacle
from dialoog.advice.ranking import best_main_goal_score, fits
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Signpost
from dialoog.catalogue.vocabulary import Tier

MOST = 3
"""More to begin with is no beginning."""


def find_start(ranking: list[Advised]) -> list[Advised]:
    """Whole places as long as they fit; of a first place that is too large by itself the first few."""
    start: list[Advised] = []
    able = [a for a in ranking if a.can_begin]
    for _place, group in groupby(able, key=lambda a: a.place):
        equals = list(group)
        if start and len(start) + len(equals) > MOST:
            break
        start += equals
    return start[:MOST]


def find_obstacle(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> Obstacle | None:
    """Why one can begin with nobody; None if one can, or if there is nobody at all."""
    ranked = [a for a in ranking if a.is_ranked]
    if not ranked or any(a.can_begin for a in ranked):
        return None
    best = best_main_goal_score(ranking)
    fitting = [a for a in ranked if fits(a, best)]
    runs_badly = bool(answers.mask & catalogue.settings.bad_cooperation)
    if runs_badly and any(a.is_known and a.tier is Tier.FIRST for a in fitting):
        return Obstacle.COOPERATION
    return Obstacle.TIME if fitting and answers.mask & catalogue.settings.little_time else Obstacle.OTHER


def find_signposts(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> list[Signpost]:
    """Who is known, cannot do the job, and knows the way to an unknown one that fits; best destination first.

    Nobody is asked the way with whom the cooperation runs badly.
    """
    if answers.mask & catalogue.settings.bad_cooperation:
        return []
    best = best_main_goal_score(ranking)
    able = {a.partner_type for a in ranking if a.can_begin}
    goals = {a.partner_type: a.number for a in ranking if a.is_ranked and fits(a, best) and not a.is_known}
    found = [
        signpost
        for signpost in catalogue.signposts
        if signpost.partner_type.is_known(answers.mask)
        and signpost.partner_type not in able
        and signpost.leads_to in goals
    ]
    return sorted(found, key=lambda signpost: goals[signpost.leads_to])
