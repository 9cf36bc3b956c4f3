"""Why something stands in an advice: in whose words, on which place in the source, and what made it so.

The reason of a rule is about its partner types. A line that a rule brings in has a reason of its own, or none: then the
answers alone say why it is there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dialoog.advice.advice import Advice, Because, Firing, Line, Link, Points
from dialoog.advice.outcomes import CameOut, why_it_held
from dialoog.advice.trace import why
from dialoog.catalogue.catalogue import Catalogue, Fact, Goal, OrderRule, Statement
from dialoog.catalogue.labels import NOT, key_of
from dialoog.catalogue.vocabulary import Basis, Outcome

SHORT = 15
"""Characters of an answer that means little without its question: "Ja", "Goed"."""


@dataclass(frozen=True)
class Premise:
    """Answers, or options left unchosen, that made a rule fire."""

    question: str
    answers: tuple[str, ...]
    is_absence: bool
    """True: none of `answers` was chosen."""
    follows_absence: bool = False
    """Stands behind one that is, so that its own beginning must be said again."""

    @property
    def needs_question(self) -> bool:
        return not self.answers or len(self.answers[0]) <= SHORT


@dataclass(frozen=True)
class Reason:
    text: str
    """Empty where nothing but the answers says why."""
    basis: Basis
    """Of the text, and of nothing else."""
    facts: tuple[Fact, ...]
    """Likewise."""
    because: tuple[Premise, ...]
    came_out: tuple[str, ...] = ()
    """What else made the rule fire, as what follows on "omdat": "er nu niemand is om mee te beginnen"."""
    goal: Goal | None = None
    points: int = 0
    """Points for a partner type; 0 for other lines."""
    for_knowing: bool = False
    """The points are for being known, and say nothing about a goal."""
    counts_double: bool = False
    """Something to tell a reader: the points are for the main goal, and there are other goals that count once."""


def as_reason(statement: Statement) -> Reason:
    """For a text that stands on its own, whatever the answers."""
    return Reason(statement.text, statement.basis, statement.facts, because=())


class Reasoning:
    """Puts into words why things stand in one advice."""

    def __init__(self, catalogue: Catalogue, advice: Advice) -> None:
        self.catalogue = catalogue
        self.advice = advice
        self.words = catalogue.words
        self.tells_double = len(advice.per_goal) > 1 or not advice.names_start
        """An advice of before told it always."""

    def of_rule(self, firing: Firing) -> Reason:
        return self.reason(firing, firing.rule.reason)

    def of_points(self, points: Points) -> Reason:
        reason = self.of_rule(points.firing)
        if points.for_knowing:
            return replace(reason, points=points.points, for_knowing=True, counts_double=False)
        return replace(reason, points=points.points)

    def of_order_rule(self, rule: OrderRule) -> Reason:
        """Editors may leave out why; then at least what."""
        said = rule.reason or Statement(f"{self.words['first_with']} {rule.first.name}.", (), Basis.OWN)
        return as_reason(said)

    def of_line(self, line: Line[Any]) -> tuple[Reason, ...]:
        return said_once(map(self.of_link, line.links))

    def of_link(self, link: Link) -> Reason:
        return self.reason(link.firing, link.reason or Statement("", ()))

    def reason(self, firing: Firing, said: Statement) -> Reason:
        return Reason(
            text=said.text,
            basis=said.basis,
            facts=said.facts,
            because=tuple(_premises(self.catalogue, self.advice, firing)),
            came_out=tuple(filter(None, map(self.clause, why_it_held(self.advice, firing.rule)))),
            goal=firing.rule.goal,
            counts_double=self.tells_double and firing.factor > 1,
        )

    def clause(self, came_out: CameOut) -> str:
        """As what follows on "omdat"; empty where it needs no second word."""
        if (came_out.outcome, came_out.is_absent) == _SAID_BEFORE:
            return ""
        said = self.words[key_of(came_out.outcome) + (NOT if came_out.is_absent else "")]
        names = "; ".join(partner.name for partner in came_out.partner_types)
        return f"{said} {names}" if names else said


def said_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Rules that say the same about a line, or say nothing and rest on answers that were named, need no second word."""
    return tuple(_said_once(reasons))


def _said_once(reasons: Iterable[Reason]) -> Iterator[Reason]:
    found = list(reasons)
    first_with = {reason.text: reason for reason in reversed(found) if reason.text}
    named = {_grounds(reason) for reason in first_with.values()}
    for reason in found:
        if first_with.get(reason.text) is reason:
            yield reason
        elif any(_grounds(reason)) and _grounds(reason) not in named:
            named.add(_grounds(reason))
            yield replace(reason, text="", facts=())


def _grounds(reason: Reason) -> tuple[Any, ...]:
    return reason.because, reason.came_out


_SAID_BEFORE = (Outcome.NOBODY_TO_BEGIN_WITH, True)
"""That there is somebody to begin with stands in the summary."""


def _premises(catalogue: Catalogue, advice: Advice, firing: Firing) -> Iterator[Premise]:
    """The same answer to two questions is said once."""
    follows_absence = False
    said: set[tuple[bool, str]] = set()
    for because in why(catalogue, advice.answers, firing):
        premise = _premise(catalogue, because)
        new = tuple(answer for answer in premise.answers if (premise.is_absence, answer) not in said)
        if new or not premise.answers:
            said.update((premise.is_absence, answer) for answer in new)
            yield replace(premise, answers=new, follows_absence=follows_absence)
            follows_absence = premise.is_absence


def _premise(catalogue: Catalogue, because: Because) -> Premise:
    question = catalogue.questions[because.question]
    absent = tuple(option.label for option in question.options if option.slug in because.absent)
    chosen = tuple(option.label for option in because.chosen)
    return Premise(question.text, absent or chosen, is_absence=bool(absent))
