"""What content comes to for thousands of sets of answers: which rules fire, who is listed, what is brought in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from dialoog.advice import Advice, advise
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.advice.many.answered import Answered
from dialoog.advice.many.columns import Column, any_of, numbers
from dialoog.advice.many.scored import Scored
from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, OutcomeCondition, Rule
from dialoog.catalogue.vocabulary import Outcome as CameOut
from dialoog.editorial.trials.many.left_out import Steps
from dialoog.editorial.trials.many.outcomes import Outcomes
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import answers_in


class Tried:
    """Columns over the sets; a set that cannot be answered so has no bit in any of them."""

    def __init__(self, catalogue: Catalogue, sets: Sequence[Chosen]) -> None:
        self.catalogue, self.sets = catalogue, sets
        self.answered = Answered.of(catalogue, sets)
        self.scored = Scored(catalogue, self.answered)
        self.standings = self.scored.standings
        self.able = any_of(standing.able for standing in self.standings.values())
        """Where there is somebody to begin with."""
        self._answers: dict[int, Answers] = {}
        self._steps: dict[int, Steps] = {}

    @property
    def sound(self) -> Column:
        return self.answered.sound

    @cached_property
    def fires(self) -> dict[Rule, Column]:
        """Where each rule fires, its conditions on the outcome as well."""
        return {rule: column for rule, column in self._with_outcomes() if column}

    @cached_property
    def brought(self) -> dict[LineKind, dict[Any, Column]]:
        """Where rules bring a line in, before it is said how many of a kind are shown."""
        found: dict[LineKind, dict[Any, Column]] = {kind: defaultdict(int) for kind in LINE_KINDS}
        for rule, column in self.fires.items():
            for kind, lines in found.items():
                for item in kind.brought_in_by(rule):
                    lines[item] |= column
        return found

    @cached_property
    def brought_once(self) -> dict[Any, Column]:
        """Where one rule alone brings a line in."""
        once: dict[Any, Column] = defaultdict(int)
        more: dict[Any, Column] = defaultdict(int)
        for rule, column in self.fires.items():
            for item in {item for kind in LINE_KINDS for item in kind.brought_in_by(rule)}:
                more[item] |= once[item] & column
                once[item] |= column
        return {item: column & ~more[item] for item, column in once.items()}

    def answers(self, number: int) -> Answers:
        """Of a set that is sound."""
        if number not in self._answers:
            found = answers_in(self.catalogue, self.sets[number])
            if found is None:
                raise ValueError(f"set {number} has no sound answers")
            self._answers[number] = found
        return self._answers[number]

    def advice(self, number: int) -> Advice:
        """With why, of one set: what is true where the columns leave a question."""
        return advise(self.catalogue, self.answers(number))

    def steps(self, number: int) -> Steps:
        """Of one set, by the functions of the explained advice; kept, because many rules are tried on the same sets."""
        if number not in self._steps:
            self._steps[number] = Steps(self.catalogue, self.answers(number))
        return self._steps[number]

    def outcomes(self, wanted: Column) -> Iterator[tuple[int, Outcome]]:
        """What the advice comes to for each of these sets, from points and rules that were worked out for all."""
        found = Outcomes(self.scored, self.fires, wanted & self.sound)
        return ((number, found.of(number)) for number in numbers(wanted & self.sound))

    def some(self, column: Column, most: int) -> Iterator[Answers]:
        """The answers of the first sets of which something is so."""
        for seen, number in enumerate(numbers(column)):
            if seen == most:
                return
            yield self.answers(number)

    def _with_outcomes(self) -> Iterator[tuple[Rule, Column]]:
        for rule, column in self.scored.fired.items():
            for group in rule.outcomes:
                column &= any_of(self._came_out(row) for row in group)
            yield rule, column

    def _came_out(self, row: OutcomeCondition) -> Column:
        standings = [self.standings[partner] for partner in row.partner_types]
        match row.outcome:
            case CameOut.NOBODY_TO_BEGIN_WITH:
                found = self.sound & ~self.able
            case CameOut.CAN_BEGIN_WITH:
                found = any_of(standing.able for standing in standings)
            case CameOut.LISTED:
                found = any_of(standing.ranked for standing in standings)
            case _:
                found = any_of(standing.known for standing in standings)
        return self.sound & ~found if row.is_absent else found
