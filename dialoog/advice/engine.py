"""Making the advice, in the steps of `docs/advice.md`."""

from dataclasses import replace

from dialoog.advice.advice import Advice, Advised, Firing, Lines
from dialoog.advice.beginning import find_obstacle, find_signposts, find_start
from dialoog.advice.lines import collect_lines, country_tips_count, shown
from dialoog.advice.outcomes import with_outcome
from dialoog.advice.ranking import best_per_goal, rank
from dialoog.advice.scoring import score
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue


def advise(catalogue: Catalogue, answers: Answers) -> Advice:
    """The advice for clean answers. Pure: the same catalogue and answers give the same advice, line by line."""
    fired = fire(catalogue, answers)
    ranking = rank_by(catalogue, answers, fired)
    firings = with_outcome(answers, fired, ranking)
    advice = conclude(catalogue, answers, ranking, collect_lines(firings))
    return replace(advice, firings=firings, per_goal=best_per_goal(catalogue, answers, ranking))


def conclude(catalogue: Catalogue, answers: Answers, ranking: list[Advised], collected: Lines) -> Advice:
    """What an advice says, from the order of the partner types and all that rules bring in.

    What fired, and what is best for each goal, is left out.
    """
    shows_country_tips = country_tips_count(catalogue, answers, ranking)
    return Advice(
        answers=answers,
        firings=[],
        ranking=ranking,
        start=find_start(ranking),
        obstacle=find_obstacle(catalogue, answers, ranking),
        signposts=find_signposts(catalogue, answers, ranking),
        per_goal={},
        lines=shown(catalogue, answers, collected, ranking, shows_country_tips),
        shows_country_tips=shows_country_tips,
    )


def rank_by(catalogue: Catalogue, answers: Answers, fired: list[Firing]) -> list[Advised]:
    """The partner types in order, of the rules whose conditions on the answers hold."""
    return rank(catalogue, answers, score(catalogue, answers, fired))


def begin_with(catalogue: Catalogue, answers: Answers) -> list[Advised]:
    """With whom to begin, as the advice says it, without the lines that nobody asks for."""
    return find_start(rank_by(catalogue, answers, fire(catalogue, answers)))


def fire(catalogue: Catalogue, answers: Answers) -> list[Firing]:
    """The rules whose conditions on the answers hold, in order. Only those that a chosen option can bring in count."""
    candidates, left = catalogue.rules_always, answers.mask
    while left:
        lowest = left & -left
        left ^= lowest
        candidates |= catalogue.rules_by_option.get(lowest, 0)
    main_goal = catalogue.goals[answers.main_goal]
    firings = []
    while candidates:
        lowest = candidates & -candidates
        candidates ^= lowest
        rule = catalogue.rules[lowest.bit_length() - 1]
        if rule.conditions.hold(answers.mask):
            factor = catalogue.settings.main_goal_factor if rule.goal is main_goal else 1
            firings.append(Firing(rule, factor))
    return firings
