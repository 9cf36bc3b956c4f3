"""Conditions on what came out of the ranking: they decide on lines, never on points."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialoog.advice.advice import Advice, Advised, Firing
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import OutcomeCondition, PartnerType, Rule
from dialoog.catalogue.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class CameOut:
    """What came out of the ranking and made a rule hold."""

    outcome: Outcome
    is_absent: bool
    partner_types: tuple[PartnerType, ...]
    """Those that it is true of; where it is absent those of which none has it."""


def with_outcome(answers: Answers, firings: list[Firing], ranking: list[Advised]) -> list[Firing]:
    """Of the rules that fired those whose conditions on the outcome hold as well, in order."""
    if not any(firing.rule.outcomes for firing in firings):
        return firings
    result = _Result(answers, ranking)
    return [
        f for f in firings if not f.rule.outcomes or all(any(map(result.holds, group)) for group in f.rule.outcomes)
    ]


def why_it_held(advice: Advice, rule: Rule) -> Iterator[CameOut]:
    """The rows that held, of a rule that did."""
    result = _Result(advice.answers, advice.ranking)
    for condition in (condition for group in rule.outcomes for condition in group if result.holds(condition)):
        true_of = condition.partner_types if condition.is_absent else result.partner_types(condition)
        found = sorted(true_of, key=lambda partner: partner.order)
        yield CameOut(condition.outcome, condition.is_absent, tuple(found))


class _Result:
    def __init__(self, answers: Answers, ranking: list[Advised]) -> None:
        self.known = answers.mask
        self.able = {a.partner_type for a in ranking if a.can_begin}
        self.listed = {a.partner_type for a in ranking if a.is_ranked}

    def holds(self, condition: OutcomeCondition) -> bool:
        return self._is_so(condition) != condition.is_absent

    def _is_so(self, condition: OutcomeCondition) -> bool:
        if condition.outcome is Outcome.NOBODY_TO_BEGIN_WITH:
            return not self.able
        return bool(self.partner_types(condition))

    def partner_types(self, condition: OutcomeCondition) -> frozenset[PartnerType]:
        """Those of a condition that it is true of."""
        match condition.outcome:
            case Outcome.CAN_BEGIN_WITH:
                return condition.partner_types & self.able
            case Outcome.LISTED:
                return condition.partner_types & self.listed
            case _:
                return frozenset(p for p in condition.partner_types if p.is_known(self.known))
