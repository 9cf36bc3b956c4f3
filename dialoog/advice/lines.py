"""The lines of the advice beside the partner types, of every kind."""

from typing import Any

from dialoog.advice.advice import Advised, Firing, Line, Lines, Link
from dialoog.advice.kinds import ACTIONS, CAUTIONS, EXAMPLES, LINE_KINDS, TIPS, LineKind
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Action, Catalogue, Effect, PracticeExample, Tip
from dialoog.catalogue.vocabulary import TipSet


def collect_lines(firings: list[Firing], *, says_why: bool = True) -> Lines:
    """All that the rules bring in, in order of appearance."""
    return {kind: collect(firings, kind, says_why=says_why) for kind in LINE_KINDS}


def shown(
    catalogue: Catalogue, answers: Answers, collected: Lines, ranking: list[Advised], shows_country_tips: bool
) -> Lines:
    """Of all that was collected what an advice shows; of some kinds only what matters most, and in that order."""
    lines: Lines = {**collected, CAUTIONS: sorted(collected[CAUTIONS], key=lambda line: -line.item.severity)}
    lines[TIPS] = _stressed(catalogue, lines[TIPS], shows_country_tips)
    lines[EXAMPLES] = _strongest(catalogue, lines[EXAMPLES])
    if answers.mask & catalogue.settings.little_time:
        _mark_what_needs_time(ranking, lines[ACTIONS])
    return lines


def country_tips_count(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> bool:
    """Unless the dialogue is in the Netherlands and no partner type in view is in a production country."""
    in_view = [a for a in ranking if a.is_ranked][: catalogue.settings.blocks]
    abroad = any(a.partner_type.in_production_country for a in in_view)
    return abroad or not answers.mask & catalogue.settings.no_country_tips


def collect(firings: list[Firing], kind: LineKind, *, says_why: bool = True) -> list[Line[Any]]:
    """Each item once, with the weight that all rules together give it, and what each says about it.

    That is most of the work, and where thousands of advices are compared nobody reads it.
    """
    lines: dict[Any, Line[Any]] = {}
    name, counts_double = kind.name, kind.counts_double
    for firing in firings:
        effects: tuple[Effect[Any], ...] = getattr(firing.rule, name)
        for effect in effects:
            line = lines.get(effect.item)
            if line is None:
                line = lines[effect.item] = Line(effect.item, 0, [])
            line.weight += effect.weight * firing.factor if counts_double else effect.weight
            if says_why:
                line.links.append(Link(firing, effect.reason))
    return list(lines.values())


def _mark_what_needs_time(ranking: list[Advised], actions: list[Line[Action]]) -> None:
    """What is done with a partner is for later, unless one can begin with one of those that it is done with."""
    able = {a.partner_type for a in ranking if a.can_begin}
    for line in actions:
        partners = line.item.partner_types
        can_be_done = not able.isdisjoint(partners) if partners else bool(able)
        line.needs_more_time = line.item.needs_time and not can_be_done


def _stressed(catalogue: Catalogue, lines: list[Line[Tip]], shows_country_tips: bool) -> list[Line[Tip]]:
    counting = [line for line in lines if shows_country_tips or line.item.tip_set is not TipSet.COUNTRY]
    counting.sort(key=lambda line: (-line.weight, line.item.order))
    return counting[: catalogue.settings.tips_emphasised]


def _strongest(catalogue: Catalogue, lines: list[Line[PracticeExample]]) -> list[Line[PracticeExample]]:
    strong = [line for line in lines if line.weight >= catalogue.settings.example_min]
    strong.sort(key=lambda line: (-line.weight, line.item.order))
    return strong[: catalogue.settings.examples_shown]
