"""What the engine did when advice began to be kept, for runs that were finished before.

Frozen, and never changed: what it gives is data of version 1, whatever the engine and the catalogue have become since.
So it knows neither, and reads the document of a release and the answers of a run as they were kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]
Chosen = dict[str, tuple[str, ...]]
"""Slugs of the chosen options by slug of the question."""
Picked = frozenset[tuple[str, str]]
"""The same as one set, of question and option."""

TIERS = ("eerst", "daarna", "laatste_keus", "afgeraden")
RANKED_TIERS = TIERS[:2]
VIEW = 3
"""The main goal's best partner type stands among the first so many of its tier."""
PER_GOAL = 3
TOP = 3
WHAT_IFS = 4
LINE_KINDS = ("cautions", "actions", "tips", "examples", "tools", "organisations")


def advice_of(content: "Content", saved: Mapping[str, Mapping[str, Any]]) -> Data | None:
    """What is kept of a run, from what was saved of it by step; None where a question lacks a sound answer."""
    answers = _read(content, _known(content, saved))
    if answers is None:
        return None
    advice = Advice(content, answers)
    return {
        "answers": {question: list(options) for question, options in answers.chosen.items()},
        "main_goal": answers.main_goal,
        "firings": [_firing(content, answers, firing) for firing in advice.firings],
        "ranking": advice.ranking,
        "per_goal": [[goal, advice.best(goal)] for goal in dict.fromkeys(answers.chosen[content.goals_question])],
        "shows_country_tips": advice.shows_country_tips,
        "lines": advice.lines(),
        "what_ifs": _what_ifs(content, answers, advice.leaders),
    }


@dataclass(frozen=True, slots=True)
class Condition:
    """One row: a question, an operator, and the options (or the number of options) that it is about."""

    question: str
    operator: str
    options: tuple[str, ...]
    count: int
    about: Picked

    @property
    def is_negative(self) -> bool:
        return self.operator == "is_geen_van"

    def holds(self, picked: Picked) -> bool:
        if self.operator == "is_een_van":
            return not self.about.isdisjoint(picked)
        if self.is_negative:
            return self.about.isdisjoint(picked)
        return len(self.about & picked) >= self.count


Groups = tuple[tuple[Condition, ...], ...]
"""OR inside a group, AND between groups; without rows they always hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    slug: str
    is_multi: bool
    is_changeable: bool
    options: tuple[str, ...]
    exclusive: frozenset[str]
    options_from: str | None
    groups: Groups


@dataclass(frozen=True, slots=True)
class Answers:
    """Of the asked questions alone, in question order, with the main goal filled in."""

    chosen: Chosen
    picked: Picked
    main_goal: str


@dataclass(frozen=True, slots=True, eq=False)
class Firing:
    """A rule that fired; others refer to it by its place among all that did."""

    rule: Data
    groups: Groups
    factor: int


class Content:
    """The document of a release, laid out once for all runs on it."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.settings = document["advice_settings"][0]
        self.goals_question = self.settings["goals_question"]
        self.main_goal_question = self.settings["main_goal_question"]
        self.no_country_tips = _picked_at(self.settings["no_country_tips_option"])
        self.partner_types = _by_slug(document["partner_types"])
        self.known_via = {slug: _picked_at(r["known_via"]) for slug, r in self.partner_types.items()}
        self.order_rules = [(r["first"], r["then"]) for r in document["order_rules"]]
        self.cautions = _by_slug(document["cautions"])
        self.tips = _by_slug(document["tips"])
        self.examples = _by_slug(document["practice_examples"])
        steps = {step["slug"]: place for place, step in enumerate(document["steps"])}
        records = sorted(document["questions"], key=lambda question: steps[question["step"]])
        self.options = {r["slug"]: tuple(o["slug"] for o in r["options"]) for r in records}
        self.questions = {r["slug"]: self._question(r) for r in records}
        self.rules = [(rule, self._groups(rule["conditions"])) for rule in document["rules"]]

    def _question(self, r: Data) -> Question:
        return Question(
            slug=r["slug"],
            is_multi=r["kind"] == "multi",
            is_changeable=r["is_changeable"],
            options=self.options[r["slug"]],
            exclusive=frozenset(o["slug"] for o in r["options"] if o["is_exclusive"]),
            options_from=r["options_from"],
            groups=self._groups(r["conditions"]),
        )

    def _groups(self, rows: list[Data]) -> Groups:
        groups: dict[int, list[Condition]] = {}
        for row in rows:
            groups.setdefault(row["group"], []).append(self._condition(row))
        return tuple(tuple(groups[group]) for group in sorted(groups))

    def _condition(self, row: Data) -> Condition:
        """A number of answers is about all options of its question."""
        question, operator, options = row["question"], row["operator"], tuple(row["options"])
        about = self.options[question] if operator == "minstens" else options
        return Condition(question, operator, options, row["count"], frozenset((question, o) for o in about))


def _by_slug(records: list[Data]) -> dict[str, Data]:
    return {record["slug"]: {**record, "order": order} for order, record in enumerate(records)}


def _picked_at(reference: str | None) -> Picked:
    """The option that a reference names, as `question.option`; none where it names nothing."""
    question, _, option = (reference or "").partition(".")
    return frozenset([(question, option)] if reference else [])


def _hold(groups: Groups, picked: Picked) -> bool:
    return all(any(condition.holds(picked) for condition in group) for group in groups)


def _pick(chosen: Mapping[str, Iterable[str]]) -> Picked:
    return frozenset((question, option) for question, options in chosen.items() for option in options)


def _known(content: Content, saved: Mapping[str, Mapping[str, Any]]) -> Chosen:
    """Of what was saved by step, the options that the release knows, by question."""
    chosen = {}
    for slug, options in (pair for answers in saved.values() for pair in answers.items()):
        if known := tuple(o for o in options if o in content.options[slug]) if slug in content.options else ():
            chosen[slug] = known
    return chosen


def _read(content: Content, chosen: Chosen) -> Answers | None:
    """An answer counts only if its question is asked, and with one goal the main goal is not: it is that goal."""
    asked, picked = [], _pick({})
    for question in content.questions.values():
        if _hold(question.groups, picked):
            asked.append(question)
            picked |= _pick({question.slug: chosen.get(question.slug, ())})
    if not all(_is_sound(question, chosen) for question in asked):
        return None
    clean = {question.slug: chosen[question.slug] for question in asked}
    clean = {content.main_goal_question: clean[content.goals_question][:1], **clean}
    clean = {slug: clean[slug] for slug in content.questions if slug in clean}
    return Answers(clean, _pick(clean), clean[content.main_goal_question][0])


def _is_sound(question: Question, chosen: Chosen) -> bool:
    given = chosen.get(question.slug, ())
    limit = chosen.get(question.options_from, ()) if question.options_from else question.options
    if not given or any(option not in question.options or option not in limit for option in given):
        return False
    return len(given) == 1 or (question.is_multi and question.exclusive.isdisjoint(given))


class Advice:
    """Fires the rules, adds up points, ranks, and collects the lines, for one set of answers."""

    def __init__(self, content: Content, answers: Answers) -> None:
        self.content = content
        self.answers = answers
        self.firings = list(self._fire())
        self.ranking = self._rank(list(self._score()))

    @property
    def ranked(self) -> list[Data]:
        return [advised for advised in self.ranking if advised["tier"] in RANKED_TIERS]

    @property
    def leaders(self) -> list[str]:
        return [advised["partner_type"] for advised in self.ranked[:TOP]]

    @property
    def shows_country_tips(self) -> bool:
        """Unless the dialogue is in the Netherlands and no partner type in view is in a production country."""
        in_view = self.ranked[: self.content.settings["top_block"] + self.content.settings["also_block"]]
        abroad = any(self.content.partner_types[a["partner_type"]]["in_production_country"] for a in in_view)
        return abroad or self.content.no_country_tips.isdisjoint(self.answers.picked)

    def best(self, goal: str) -> list[str]:
        """The ranked partner types that do most for a goal."""
        able = [(a, points) for a in self.ranked if (points := self._points_for(a, goal)) > 0]
        able.sort(key=lambda pair: (RANKED_TIERS.index(pair[0]["tier"]), -pair[1], self._order(pair[0])))
        return [a["partner_type"] for a, _ in able[:PER_GOAL]]

    def lines(self) -> dict[str, list[Data]]:
        """What the rules bring in, in order of appearance; of some kinds only what matters most, and in that order."""
        lines = {kind: self._collect(kind) for kind in LINE_KINDS}
        lines["cautions"].sort(key=lambda line: -self.content.cautions[line["item"]]["severity"])
        lines["tips"] = self._stressed(lines["tips"])
        lines["examples"] = self._strongest(lines["examples"])
        return lines

    def _fire(self) -> Iterator[Firing]:
        for rule, groups in self.content.rules:
            if _hold(groups, self.answers.picked):
                is_of_main_goal = rule["goal"] == self.answers.main_goal
                yield Firing(rule, groups, self.content.settings["main_goal_factor"] if is_of_main_goal else 1)

    def _score(self) -> Iterator[Data]:
        """Every partner type with enough points, not ranked yet; the furthest move wins."""
        points = self._points()
        moves = self._moves(points)
        for partner, given in points.items():
            total = sum(number for _, number in given)
            if total >= self.content.settings["min_score"]:
                moved = moves.get(partner, [])
                yield {
                    "partner_type": partner,
                    "score": total,
                    "tier": max((tier for _, tier in moved), key=TIERS.index, default=TIERS[0]),
                    "number": 0,
                    "is_known": self._is_known(partner),
                    "points": given,
                    "moves": moved,
                }

    def _points(self) -> dict[str, list[list[Any]]]:
        """Knowing somebody is no reason by itself: its points go to partner types that others brought in."""
        points: dict[str, list[list[Any]]] = {}
        for place, firing in enumerate(self.firings):
            for effect in firing.rule["partners"]:
                if not effect["only_if_scored"]:
                    points.setdefault(effect["partner_type"], []).append([place, effect["weight"] * firing.factor])
        scored = [partner for partner, given in points.items() if sum(number for _, number in given) > 0]
        for place, firing in enumerate(self.firings):
            for effect in firing.rule["partners"]:
                if effect["only_if_scored"] and effect["partner_type"] in scored:
                    points[effect["partner_type"]].append([place, effect["weight"] * firing.factor])
            if firing.rule["known_bonus"]:
                for partner in filter(self._is_known, scored):
                    points[partner].append([place, firing.rule["known_bonus"]])
        return points

    def _moves(self, points: Iterable[str]) -> dict[str, list[list[Any]]]:
        moves: dict[str, list[list[Any]]] = {}
        for place, firing in enumerate(self.firings):
            for effect in firing.rule["tiers"]:
                moves.setdefault(effect["partner_type"], []).append([place, effect["tier"]])
            if firing.rule["unknown_tier"]:
                for partner in filter(self._is_unknown, points):
                    moves.setdefault(partner, []).append([place, firing.rule["unknown_tier"]])
        return moves

    def _is_known(self, partner: str) -> bool:
        return not self.content.known_via[partner].isdisjoint(self.answers.picked)

    def _is_unknown(self, partner: str) -> bool:
        return self.content.partner_types[partner]["familiarity"] != "telt_niet" and not self._is_known(partner)

    def _rank(self, advised: list[Data]) -> list[Data]:
        """All tiers in order, each by score, with the main goal in view and the order rules kept; then numbered."""
        ranking: list[Data] = []
        for tier in TIERS:
            block = [a for a in advised if a["tier"] == tier]
            block.sort(key=lambda a: (-a["score"], self._order(a)))
            if block and tier in RANKED_TIERS:
                self._bring_into_view(block)
            for first, then in self.content.order_rules:
                _keep_order(block, first, then)
            ranking += block
        for number, ranked in enumerate((a for a in ranking if a["tier"] in RANKED_TIERS), start=1):
            ranked["number"] = number
        return ranking

    def _bring_into_view(self, block: list[Data]) -> None:
        strengths = [self._points_for(advised, self.answers.main_goal) for advised in block]
        place = min(range(len(block)), key=lambda n: (-strengths[n], self._order(block[n])))
        if strengths[place] > 0 and place >= VIEW:
            block.insert(VIEW - 1, block.pop(place))

    def _points_for(self, advised: Data, goal: str) -> int:
        return sum(number for place, number in advised["points"] if self.firings[place].rule["goal"] == goal)

    def _order(self, advised: Data) -> int:
        return self.content.partner_types[advised["partner_type"]]["order"]

    def _stressed(self, lines: list[Data]) -> list[Data]:
        tips, shows_all = self.content.tips, self.shows_country_tips
        counting = [line for line in lines if shows_all or tips[line["item"]]["tip_set"] != "productieland"]
        counting.sort(key=lambda line: (-line["weight"], tips[line["item"]]["order"]))
        return counting[: self.content.settings["tips_emphasised"]]

    def _strongest(self, lines: list[Data]) -> list[Data]:
        examples, settings = self.content.examples, self.content.settings
        strong = [line for line in lines if line["weight"] >= settings["example_min"]]
        strong.sort(key=lambda line: (-line["weight"], examples[line["item"]]["order"]))
        return strong[: settings["examples_shown"]]

    def _collect(self, kind: str) -> list[Data]:
        """Each item once, with the weight that all rules together give it."""
        lines: dict[str, Data] = {}
        for place, firing in enumerate(self.firings):
            for item, weight in _brought_in(firing, kind):
                line = lines.setdefault(item, {"item": item, "weight": 0, "firings": []})
                line["weight"] += weight
                line["firings"].append(place)
        return list(lines.values())


def _keep_order(block: list[Data], first: str, then: str) -> None:
    places = {advised["partner_type"]: place for place, advised in enumerate(block)}
    if first in places and then in places and places[then] < places[first]:
        block.insert(places[first], block.pop(places[then]))


def _brought_in(firing: Firing, kind: str) -> list[tuple[str, int]]:
    """Tips and examples have a weight, and that of examples is doubled for the main goal."""
    if kind == "tips":
        return [(effect["tip"], effect["weight"]) for effect in firing.rule["tips"]]
    if kind == "examples":
        return [(effect["example"], effect["weight"] * firing.factor) for effect in firing.rule["examples"]]
    return [(item, 0) for item in firing.rule[kind]]


def _firing(content: Content, answers: Answers, firing: Firing) -> Data:
    """With one reason for each row that held; a group counts what was chosen before what was not."""
    because: list[Data] = []
    for group in firing.groups:
        held = [condition for condition in group if condition.holds(answers.picked)]
        positive = [condition for condition in held if not condition.is_negative]
        because += [_because(content, answers, condition) for condition in positive or held]
    return {"rule": firing.rule["code"], "factor": firing.factor, "because": because}


def _because(content: Content, answers: Answers, condition: Condition) -> Data:
    satisfied = condition.about & answers.picked
    return {
        "question": condition.question,
        "chosen": [o for o in content.options[condition.question] if (condition.question, o) in satisfied],
        "absent": list(condition.options) if condition.is_negative else [],
    }


def _what_ifs(content: Content, answers: Answers, before: list[str]) -> list[Data]:
    """The changes that do most: another leader first, then more newcomers among the first three; one per question."""
    found = []
    for question, option, changed in _changes(content, answers):
        after = Advice(content, changed).leaders
        comes_in = [partner for partner in after if partner not in before]
        if after and (comes_in or after[:1] != before[:1]):
            effect = {"question": question, "option": option, "first": after, "comes_in": comes_in}
            found.append((after[:1] == before[:1], -len(comes_in), effect))
    found.sort(key=lambda effect: effect[:2])
    strongest: dict[str, Data] = {}
    for _, _, effect in found:
        strongest.setdefault(effect["question"], effect)
    return list(strongest.values())[:WHAT_IFS]


def _changes(content: Content, answers: Answers) -> Iterator[tuple[str, str, Answers]]:
    """Every single option that can be chosen as well (or instead), unless that makes another question necessary."""
    for question in content.questions.values():
        if question.is_changeable and question.slug in answers.chosen:
            chosen = answers.chosen[question.slug]
            for option in (o for o in question.options if o not in chosen):
                changed = {**answers.chosen, question.slug: _with(question, chosen, option)}
                if read := _read(content, changed):
                    yield question.slug, option, read


def _with(question: Question, chosen: tuple[str, ...], option: str) -> tuple[str, ...]:
    if not question.is_multi or option in question.exclusive:
        return (option,)
    return (*(o for o in question.options if o in chosen and o not in question.exclusive), option)
