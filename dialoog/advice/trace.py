"""Why a rule fired: for each group of its conditions the answers that satisfied it."""

from collections.abc import Iterator

from dialoog.advice.advice import Because, Firing
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Option, Rule
from dialoog.catalogue.conditions import Condition
from dialoog.catalogue.vocabulary import Operator


def why(catalogue: Catalogue, answers: Answers, firing: Firing) -> tuple[Because, ...]:
    """As it was kept with the advice, or worked out now, which only those pay for who ask."""
    return tuple(_worked_out(catalogue, answers, firing.rule)) if firing.because is None else firing.because


def _worked_out(catalogue: Catalogue, answers: Answers, rule: Rule) -> list[Because]:
    """One Because for each row that held; a group counts what was chosen before what was not."""
    reasons: list[Because] = []
    for group in rule.conditions.groups:
        held = [condition for condition in group if condition.holds(answers.mask)]
        chosen = [condition for condition in held if condition.operator is not Operator.NONE_OF]
        reasons += [_because(catalogue, answers, condition) for condition in chosen or held]
    return reasons


def _because(catalogue: Catalogue, answers: Answers, condition: Condition) -> Because:
    absent = condition.options if condition.operator is Operator.NONE_OF else ()
    chosen = answers.mask & condition.mask if not absent else 0
    return Because(condition.question, tuple(_options(catalogue, chosen)), absent)


def _options(catalogue: Catalogue, bits: int) -> Iterator[Option]:
    """In the order of the question, which is that of their bits."""
    while bits:
        lowest = bits & -bits
        bits ^= lowest
        yield catalogue.options_by_bit[lowest]
