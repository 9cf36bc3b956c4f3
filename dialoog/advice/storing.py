"""A conclusion as data that is kept: codes and slugs, whose words come from the release that it was made with.

What a finished report says is read from here and not worked out again, so that it stays what it was when the engine
changes. A change of the form below is a new VERSION, and `read` goes on reading the older ones.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dialoog.advice.advice import Advice, Advised, Because, Firing, Line, Link, Move, Obstacle, Points
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.advice.trace import why
from dialoog.advice.what_if import WhatIf
from dialoog.catalogue.answers import Answers, mask_of
from dialoog.catalogue.catalogue import Catalogue, Effect, Option, PartnerType, Question
from dialoog.catalogue.vocabulary import Tier

VERSION = 2

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
        "start": [a.partner_type.slug for a in advice.start],
        "obstacle": advice.obstacle,
        "signposts": [[s.partner_type.slug, s.leads_to.slug] for s in advice.signposts],
        "more_time": [partner.slug for partner in conclusion.more_time],
        "per_goal": [[goal.slug, [a.partner_type.slug for a in best]] for goal, best in advice.per_goal.items()],
        "shows_country_tips": advice.shows_country_tips,
        "lines": {kind.name: [_line(line, places) for line in lines] for kind, lines in advice.lines.items()},
        "what_ifs": [_what_if(effect) for effect in conclusion.what_ifs],
    }


def read(catalogue: Catalogue, version: int, data: Stored) -> Conclusion:
    """What was concluded, on the catalogue of the release that it was concluded with."""
    return READERS[version](catalogue, data).conclusion()


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
        "place": advised.place,
        "main_goal_score": advised.main_goal_score,
        "is_known": advised.is_known,
        "can_begin": advised.can_begin,
        "held_back": [[rule.first.slug, rule.then.slug] for rule in advised.held_back],
        "points": [[places[id(points.firing)], points.points, points.for_knowing] for points in advised.points],
        "moves": [[places[id(move.firing)], move.tier.value] for move in advised.moves],
    }


def _line(line: Line[Any], places: dict[int, int]) -> dict[str, Any]:
    return {
        "item": line.item.slug,
        "weight": line.weight,
        "needs_more_time": line.needs_more_time,
        "firings": [places[id(link.firing)] for link in line.links],
    }


def _what_if(effect: WhatIf) -> dict[str, Any]:
    return {
        "question": effect.question.slug,
        "option": effect.option.slug,
        "first": [partner.slug for partner in effect.first],
        "comes_in": [partner.slug for partner in effect.comes_in],
    }


class _Reader:
    """Reads data of VERSION."""

    def __init__(self, catalogue: Catalogue, data: Stored) -> None:
        self.catalogue = catalogue
        self.data = data
        self.rules = {rule.code: rule for rule in catalogue.rules}
        self.partner_types = catalogue.partner_types
        self.firings = [self.firing(record) for record in data["firings"]]
        self.ranking = [self.advised(record) for record in data["ranking"]]
        self.by_slug = {advised.partner_type.slug: advised for advised in self.ranking}

    def conclusion(self) -> Conclusion:
        what_ifs = tuple(map(self.what_if, self.data["what_ifs"]))
        return Conclusion(self.advice(), what_ifs, self.partners(self.data["more_time"]))

    def advice(self) -> Advice:
        pairs = {(s.partner_type.slug, s.leads_to.slug): s for s in self.catalogue.signposts}
        obstacle = self.data["obstacle"]
        return self.advice_that(
            start=[self.by_slug[slug] for slug in self.data["start"]],
            obstacle=Obstacle(obstacle) if obstacle else None,
            signposts=[pairs[partner, leads_to] for partner, leads_to in self.data["signposts"]],
        )

    def advice_that(self, **begins: Any) -> Advice:
        goals = self.catalogue.goals
        return Advice(
            answers=self.answers(),
            firings=self.firings,
            ranking=self.ranking,
            per_goal={goals[goal]: [self.by_slug[slug] for slug in best] for goal, best in self.data["per_goal"]},
            lines={kind: self.lines(kind) for kind in LINE_KINDS},
            shows_country_tips=self.data["shows_country_tips"],
            **begins,
        )

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
        order_rules = {(rule.first.slug, rule.then.slug): rule for rule in self.catalogue.order_rules}
        return self.advised_with(
            record,
            place=record["place"],
            main_goal_score=record["main_goal_score"],
            can_begin=record["can_begin"],
            held_back=[order_rules[first, then] for first, then in record["held_back"]],
        )

    def advised_with(self, record: Stored, **more: Any) -> Advised:
        return Advised(
            partner_type=self.partner_types[record["partner_type"]],
            score=record["score"],
            tier=Tier(record["tier"]),
            points=[Points(self.firings[place], *points) for place, *points in record["points"]],
            moves=[Move(self.firings[place], Tier(tier)) for place, tier in record["moves"]],
            is_known=record["is_known"],
            number=record["number"],
            **more,
        )

    def lines(self, kind: LineKind) -> list[Line[Any]]:
        """None of a kind that came later."""
        return [self.line(kind, record) for record in self.data["lines"].get(kind.name, [])]

    def line(self, kind: LineKind, record: Stored) -> Line[Any]:
        item = getattr(self.catalogue, kind.collection)[record["item"]]
        links = [self.link(kind, item, self.firings[place]) for place in record["firings"]]
        return Line(item, record["weight"], links, record["needs_more_time"])

    def link(self, kind: LineKind, item: Any, firing: Firing) -> Link:
        effects: tuple[Effect[Any], ...] = getattr(firing.rule, kind.name)
        return Link(firing, next(effect.reason for effect in effects if effect.item is item))

    def what_if(self, record: Stored) -> WhatIf:
        question = self.catalogue.questions[record["question"]]
        first, comes_in = self.partners(record["first"]), self.partners(record["comes_in"])
        return WhatIf(question, _option(question, record["option"]), first, comes_in)

    def partners(self, slugs: Iterable[str]) -> tuple[PartnerType, ...]:
        return tuple(self.partner_types[slug] for slug in slugs)


class _FirstReader(_Reader):
    """Reads data of version 1, in which every line had the reason of its rule, and no advice said whom to begin with.

    Its report called everybody in the first tier somebody to begin with.
    """

    def conclusion(self) -> Conclusion:
        return Conclusion(self.advice(), tuple(map(self.what_if, self.data["what_ifs"])))

    def advice(self) -> Advice:
        start = [advised for advised in self.ranking if advised.tier is Tier.FIRST]
        return self.advice_that(start=start, obstacle=None, signposts=[], names_start=False)

    def advised(self, record: Stored) -> Advised:
        return self.advised_with(record, place=record["number"])

    def line(self, kind: LineKind, record: Stored) -> Line[Any]:
        item = getattr(self.catalogue, kind.collection)[record["item"]]
        firings = (self.firings[place] for place in record["firings"])
        return Line(item, record["weight"], [Link(firing, firing.rule.reason) for firing in firings])


def _option(question: Question, slug: str) -> Option:
    return next(option for option in question.options if option.slug == slug)


READERS: dict[int, type[_Reader]] = {1: _FirstReader, 2: _Reader}
