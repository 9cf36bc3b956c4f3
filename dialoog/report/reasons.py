"""Why a line of advice is there: a rule, the answers that made it fire, and its place in the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dialoog.advice.advice import Because, Firing
from dialoog.advice.trace import why
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Fact, Goal
from dialoog.catalogue.vocabulary import Basis

SHORT = 15
"""Characters of an answer that means little without its question: "Ja", "Goed"."""


@dataclass(frozen=True)
class Premise:
    """Answers, or options left unchosen, that made a rule fire."""

    question: str
    answers: tuple[str, ...]
    is_absence: bool
    """True: none of `answers` was chosen."""

    @property
    def needs_question(self) -> bool:
        return not self.answers or len(self.answers[0]) <= SHORT


@dataclass(frozen=True)
class Reason:
    text: str
    basis: Basis
    facts: tuple[Fact, ...]
    because: tuple[Premise, ...]
    goal: Goal | None
    points: int
    """Points for a partner type; 0 for other lines."""
    counts_double: bool


def reason_of(catalogue: Catalogue, answers: Answers, firing: Firing, points: int = 0) -> Reason:
    rule = firing.rule
    return Reason(
        text=rule.reason.text,
        basis=rule.reason.basis,
        facts=rule.reason.facts,
        because=tuple(_premises(catalogue, answers, firing)),
        goal=rule.goal,
        points=points,
        counts_double=firing.factor > 1,
    )


def _premises(catalogue: Catalogue, answers: Answers, firing: Firing) -> Iterator[Premise]:
    """The same answer to two questions in a row is said once."""
    held = (_premise(catalogue, because) for because in why(catalogue, answers, firing))
    for _answers, same in groupby(held, key=lambda premise: premise.answers):
        yield next(same)


def _premise(catalogue: Catalogue, because: Because) -> Premise:
    question = catalogue.questions[because.question]
    absent = tuple(option.label for option in question.options if option.slug in because.absent)
    chosen = tuple(option.label for option in because.chosen)
    return Premise(question.text, absent or chosen, is_absence=bool(absent))
