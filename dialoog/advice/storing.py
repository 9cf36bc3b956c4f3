"""A conclusion as data that is kept: codes and slugs, whose words come from the release that it was made with.

What a finished report says is read from here and not worked out again, so that it stays what it was when the engine
changes. A change of the form below is a new VERSION, and `read` goes on reading the older ones.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dialoog.advice.advice import Advice, Advised, Because, Firing, Line, Move, Points
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.advice.trace import why
from dialoog.advice.what_if import WhatIf
from dialoog.catalogue.answers import Answers, mask_of
from dialoog.catalogue.catalogue import Catalogue, Option, Question
from dialoog.catalogue.vocabulary import Tier

VERSION = 1

Stored = Mapping[str, Any]
"""Ready for JSON. Rules that fired are referred to by their place in `firings`."""


def to_data(catalogue: Catalogue, conclusion: Conclusion) -> dict[str, Any]:
    """In the form of VERSION. Lists where order counts: a database may not keep that of a dict."""
    advice = conclusion.advice
    places = {id(firing): place for place, firing in enumerate(advice.firings)}
    return {
        "answers": {question: list(options) for question, options in advice.answers.chosen.items()},
        "main_goal": advice.answers.main_goal,
        "firings": [_firing(catalogue, advice.answers, firing) for firing in advice.firings],
        "ranking": [_advised(advised, places) for advised in advice.ranking],
        "per_goal": [[goal.slug, [a.partner_type.slug for a in best]] for goal, best in advice.per_goal.items()],
        "shows_country_tips": advice.shows_country_tips,
        "lines": {kind.name: [_line(line, places) for line in lines] for kind, lines in advice.lines.items()},
        "what_ifs": [_what_if(effect) for effect in conclusion.what_ifs],
    }


def read(catalogue: Catalogue, version: int, data: Stored) -> Conclusion:
    """What was concluded, on the catalogue of the release that it was concluded with."""
    return READERS[version](catalogue, data)


def _firing(catalogue: Catalogue, answers: Answers, firing: Firing) -> dict[str, Any]:
    because = [
        {"question": b.question, "chosen": [option.slug for option in b.chosen], "absent": list(b.absent)}
        for b in why(catalogue, answers, firing)
    ]
    return {"rule": firing.rule.code, "factor": firing.factor, "because": because}


def _advised(advised: Advised, places: dict[int, int]) -> dict[str, Any]:
    return {
        "partner_type": advised.partner_type.slug,
        "score": advised.score,
        "tier": advised.tier.value,
        "number": advised.number,
        "is_known": advised.is_known,
        "points": [[places[id(points.firing)], points.points] for points in advised.points],
        "moves": [[places[id(move.firing)], move.tier.value] for move in advised.moves],
    }


def _line(line: Line[Any], places: dict[int, int]) -> dict[str, Any]:
    return {"item": line.item.slug, "weight": line.weight, "firings": [places[id(firing)] for firing in line.firings]}


def _what_if(effect: WhatIf) -> dict[str, Any]:
    return {
        "question": effect.question.slug,
        "option": effect.option.slug,
        "first": [partner.slug for partner in effect.first],
        "comes_in": [partner.slug for partner in effect.comes_in],
    }


class _FirstVersion:
    """Reads data of version 1."""

    def __init__(self, catalogue: Catalogue, data: Stored) -> None:
        self.catalogue = catalogue
        self.data = data
        self.rules = {rule.code: rule for rule in catalogue.rules}
        self.firings = [self.firing(record) for record in data["firings"]]

    def conclusion(self) -> Conclusion:
        ranking = [self.advised(record) for record in self.data["ranking"]]
        by_slug = {advised.partner_type.slug: advised for advised in ranking}
        goals = self.catalogue.goals
        advice = Advice(
            answers=self.answers(),
            firings=self.firings,
            ranking=ranking,
            per_goal={goals[goal]: [by_slug[slug] for slug in best] for goal, best in self.data["per_goal"]},
            lines={kind: self.lines(kind) for kind in LINE_KINDS},
            shows_country_tips=self.data["shows_country_tips"],
        )
        return Conclusion(advice, tuple(map(self.what_if, self.data["what_ifs"])))

    def answers(self) -> Answers:
        given = self.data["answers"]
        chosen = {slug: tuple(given[slug]) for slug in self.catalogue.questions if slug in given}
        return Answers(chosen, mask_of(self.catalogue, chosen), self.data["main_goal"])

    def firing(self, record: Stored) -> Firing:
        return Firing(self.rules[record["rule"]], record["factor"], tuple(map(self.because, record["because"])))

    def because(self, record: Stored) -> Because:
        question = self.catalogue.questions[record["question"]]
        return Because(question.slug, tuple(_option(question, slug) for slug in record["chosen"]), (*record["absent"],))

    def advised(self, record: Stored) -> Advised:
        return Advised(
            partner_type=self.catalogue.partner_types[record["partner_type"]],
            score=record["score"],
            tier=Tier(record["tier"]),
            points=[Points(self.firings[place], points) for place, points in record["points"]],
            moves=[Move(self.firings[place], Tier(tier)) for place, tier in record["moves"]],
            is_known=record["is_known"],
            number=record["number"],
        )

    def lines(self, kind: LineKind) -> list[Line[Any]]:
        """None of a kind that came later."""
        items = getattr(self.catalogue, kind.collection)
        records = self.data["lines"].get(kind.name, [])
        return [Line(items[r["item"]], r["weight"], [self.firings[place] for place in r["firings"]]) for r in records]

    def what_if(self, record: Stored) -> WhatIf:
        question, partners = self.catalogue.questions[record["question"]], self.catalogue.partner_types
        first, comes_in = (tuple(partners[slug] for slug in record[name]) for name in ("first", "comes_in"))
        return WhatIf(question, _option(question, record["option"]), first, comes_in)


def _option(question: Question, slug: str) -> Option:
    return next(option for option in question.options if option.slug == slug)


READERS: dict[int, Callable[[Catalogue, Stored], Conclusion]] = {
    1: lambda catalogue, data: _FirstVersion(catalogue, data).conclusion(),
}
