"""The questionnaire as a formula, so that what no visitor can answer is proved and not guessed.

A variable for each option (it is chosen, at a question that is asked) and each condition (it holds). The clauses say
what the wizard allows: one answer or several, an answer that goes alone, options taken from another question, questions
that are asked on a condition. A solver then finds answers with some property, or proves that there are none.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Self

from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Option, Question
from dialoog.catalogue.conditions import Condition, Conditions
from dialoog.catalogue.vocabulary import Operator

Clause = list[int]


class Possibilities:
    """What answers are possible in a catalogue. Holds a solver: use it in a `with` block."""

    def __init__(self, catalogue: Catalogue) -> None:
        # At first use, because the web process of a visitor has every address loaded and never solves anything.
        from pysat.solvers import Solver

        self.catalogue = catalogue
        self.solver = Solver(name="glucose4")
        self.last_variable = 0
        self.chosen: dict[int, int] = {}
        """Bit of an option -> the variable that says it was chosen."""
        self.counts: dict[int, int] = {}
        """The same, with the main goal that follows from a single goal: rules look at that, the wizard does not."""
        for question in catalogue.questions.values():
            self._add_options(question)
        for question in catalogue.questions.values():
            self._add_question(question)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.solver.delete()

    def answers(self, conditions: Conditions | None = None, options: Iterable[Option] = ()) -> Answers | None:
        """Complete answers that meet the conditions and choose the options; None if that is impossible."""
        wanted = [self.chosen[option.bit] for option in options]
        if conditions is not None:
            wanted.append(self._holds(conditions, self.counts))
        if not self.solver.solve(assumptions=wanted):
            return None
        true = set(self.solver.get_model())
        chosen = {
            question.slug: tuple(o.slug for o in question.options if self.chosen[o.bit] in true)
            for question in self.catalogue.questions.values()
        }
        return Answers.from_chosen(self.catalogue, chosen)

    def _new(self) -> int:
        self.last_variable += 1
        return self.last_variable

    def _add_options(self, question: Question) -> None:
        for option in question.options:
            self.chosen[option.bit] = self.counts[option.bit] = self._new()

    def _add_question(self, question: Question) -> None:
        """Questions come in the order in which they are asked, so that what a condition is about is there already."""
        asked = self._holds(question.conditions, self.chosen)
        variables = [self.chosen[option.bit] for option in question.options]
        self._add([-asked, *variables], *([-variable, asked] for variable in variables))
        alone = question.options if not question.is_multi else [o for o in question.options if o.is_exclusive]
        for option in alone:
            this = self.chosen[option.bit]
            self._add(*([-this, -other] for other in variables if other != this))
        if question.options_from:
            self._add_source(question, self.catalogue.questions[question.options_from])
        for option in question.options:
            if option.needs:
                self._add([-self.chosen[option.bit], self._any(_of(option.needs, self.chosen))])
        if question.slug == self.catalogue.settings.main_goal_question:
            self._add_main_goal(question, asked)

    def _add_source(self, question: Question, source: Question) -> None:
        """Only what was chosen there is on offer here."""
        for option in question.options:
            same = source.option(option.slug)
            self._add([-self.chosen[option.bit], self.chosen[same.bit]] if same else [-self.chosen[option.bit]])

    def _add_main_goal(self, question: Question, asked: int) -> None:
        """Where it is not asked, the first chosen goal is the main goal."""
        goals = self.catalogue.questions[self.catalogue.settings.goals_question].options
        for option in question.options:
            earlier = [self.chosen[goal.bit] for goal in goals]
            place = [goal.slug for goal in goals].index(option.slug)
            derived = self._all([-asked, earlier[place], *(-goal for goal in earlier[:place])])
            self.counts[option.bit] = self._any([self.chosen[option.bit], derived])

    def _holds(self, conditions: Conditions, variables: Mapping[int, int]) -> int:
        """The variables say by the bit of each option whether it counts."""
        return self._all([self._any([self._row(row, variables) for row in group]) for group in conditions.groups])

    def _row(self, row: Condition, variables: Mapping[int, int]) -> int:
        counted = _of(row.mask, variables)
        match row.operator:
            case Operator.ANY_OF:
                return self._any(counted)
            case Operator.NONE_OF:
                return -self._any(counted)
            case _:
                return self._any([self._all(list(few)) for few in combinations(counted, row.count)])

    def _all(self, literals: list[int]) -> int:
        return -self._any([-literal for literal in literals])

    def _any(self, literals: list[int]) -> int:
        """A variable that is true exactly when one of the literals is."""
        variable = self._new()
        self._add([-variable, *literals], *([variable, -literal] for literal in literals))
        return variable

    def _add(self, *clauses: Clause) -> None:
        for clause in clauses:
            self.solver.add_clause(clause)


def _of(mask: int, variables: Mapping[int, int]) -> list[int]:
    return [variable for bit, variable in variables.items() if bit & mask]


def pairs(catalogue: Catalogue) -> Iterator[tuple[Option, Option]]:
    """Every two options of a questionnaire."""
    options = [option for question in catalogue.questions.values() for option in question.options]
    return combinations(options, 2)
