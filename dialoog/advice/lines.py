"""The lines of the advice beside the partner types: cautions, actions, tools, organisations, tips and examples."""

from typing import Any

from dialoog.advice.advice import Advised, Firing, Line
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, PracticeExample, Tip
from dialoog.catalogue.vocabulary import TipSet


def collect_lines(firings: list[Firing], links: str) -> list[Line[Any]]:
    """What the rules link to under the name `links`, once each, in order of appearance."""
    lines: dict[Any, Line[Any]] = {}
    for firing in firings:
        for item in getattr(firing.rule, links):
            lines.setdefault(item, Line(item, 0, [])).firings.append(firing)
    return list(lines.values())


def country_tips_count(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> bool:
    """Unless the dialogue is in the Netherlands and no partner type in view is in a production country."""
    in_view = [a for a in ranking if a.is_ranked][: catalogue.settings.blocks]
    abroad = any(a.partner_type.in_production_country for a in in_view)
    return abroad or not answers.mask & catalogue.settings.no_country_tips


def stressed_tips(catalogue: Catalogue, firings: list[Firing], shows_country_tips: bool) -> list[Line[Tip]]:
    weighed = _weigh((firing, tip, weight) for firing in firings for tip, weight in firing.rule.tips)
    counting = [line for line in weighed if shows_country_tips or line.item.tip_set is not TipSet.COUNTRY]
    counting.sort(key=lambda line: (-line.weight, line.item.order))
    return counting[: catalogue.settings.tips_emphasised]


def strongest_examples(catalogue: Catalogue, firings: list[Firing]) -> list[Line[PracticeExample]]:
    weighed = _weigh(
        (firing, example, weight * firing.factor) for firing in firings for example, weight in firing.rule.examples
    )
    strong = [line for line in weighed if line.weight >= catalogue.settings.example_min]
    strong.sort(key=lambda line: (-line.weight, line.item.order))
    return strong[: catalogue.settings.examples_shown]


def _weigh(effects: Any) -> list[Line[Any]]:
    lines: dict[Any, Line[Any]] = {}
    for firing, item, weight in effects:
        line = lines.setdefault(item, Line(item, 0, []))
        line.weight += weight
        line.firings.append(firing)
    return list(lines.values())
