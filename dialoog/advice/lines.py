"""The lines of the advice beside the partner types, of every kind."""

from typing import Any

from dialoog.advice.advice import Advised, Firing, Line, Lines
from dialoog.advice.kinds import CAUTIONS, EXAMPLES, LINE_KINDS, TIPS, LineKind
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, PracticeExample, Tip
from dialoog.catalogue.vocabulary import TipSet


def collect_lines(catalogue: Catalogue, firings: list[Firing], shows_country_tips: bool) -> Lines:
    """What the rules bring in, in order of appearance; of some kinds only what matters most, and in that order."""
    lines: Lines = {kind: _weigh(firings, kind) if kind.is_weighed else _link(firings, kind) for kind in LINE_KINDS}
    lines[CAUTIONS].sort(key=lambda line: -line.item.severity)
    lines[TIPS] = _stressed(catalogue, lines[TIPS], shows_country_tips)
    lines[EXAMPLES] = _strongest(catalogue, lines[EXAMPLES])
    return lines


def country_tips_count(catalogue: Catalogue, answers: Answers, ranking: list[Advised]) -> bool:
    """Unless the dialogue is in the Netherlands and no partner type in view is in a production country."""
    in_view = [a for a in ranking if a.is_ranked][: catalogue.settings.blocks]
    abroad = any(a.partner_type.in_production_country for a in in_view)
    return abroad or not answers.mask & catalogue.settings.no_country_tips


def _link(firings: list[Firing], kind: LineKind) -> list[Line[Any]]:
    """Each item once, with the rules that link to it."""
    lines: dict[Any, Line[Any]] = {}
    for firing in firings:
        for item in getattr(firing.rule, kind.name):
            lines.setdefault(item, Line(item, 0, [])).firings.append(firing)
    return list(lines.values())


def _weigh(firings: list[Firing], kind: LineKind) -> list[Line[Any]]:
    """Each item once, with the weight that all rules together give it."""
    lines: dict[Any, Line[Any]] = {}
    for firing in firings:
        for item, weight in getattr(firing.rule, kind.name):
            line = lines.setdefault(item, Line(item, 0, []))
            line.weight += weight * firing.factor if kind.counts_double else weight
            line.firings.append(firing)
    return list(lines.values())


def _stressed(catalogue: Catalogue, lines: list[Line[Tip]], shows_country_tips: bool) -> list[Line[Tip]]:
    counting = [line for line in lines if shows_country_tips or line.item.tip_set is not TipSet.COUNTRY]
    counting.sort(key=lambda line: (-line.weight, line.item.order))
    return counting[: catalogue.settings.tips_emphasised]


def _strongest(catalogue: Catalogue, lines: list[Line[PracticeExample]]) -> list[Line[PracticeExample]]:
    strong = [line for line in lines if line.weight >= catalogue.settings.example_min]
    strong.sort(key=lambda line: (-line.weight, line.item.order))
    return strong[: catalogue.settings.examples_shown]
