"""What the advice for one set would come to without one rule, for many rules on the same set.

The steps are those of `advise`, made by the same functions. A step is made again only where the rule has a part in it.
"""

from collections.abc import Iterable

from dialoog.advice.advice import Advised, Firing, Lines
from dialoog.advice.engine import conclude, fire, rank_by
from dialoog.advice.kinds import LineKind
from dialoog.advice.lines import collect, collect_lines
from dialoog.advice.outcomes import with_outcome
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Rule
from dialoog.editorial.trials.outcomes import Outcome


class Steps:
    """The advice for one set of answers, with all that a rule which is left out does not change."""

    def __init__(self, catalogue: Catalogue, answers: Answers) -> None:
        self.catalogue, self.answers = catalogue, answers
        self.fired = fire(catalogue, answers)
        self.ranking = rank_by(catalogue, answers, self.fired)
        self.firings = with_outcome(answers, self.fired, self.ranking)
        self.lines = collect_lines(self.firings, says_why=False)
        self.outcome = self._outcome(self.ranking, self.lines)
        self._forget_why()

    def without(self, rule: Rule) -> Outcome:
        """What it would come to if this rule were not there."""
        fired = [firing for firing in self.fired if firing.rule is not rule]
        ranking = rank_by(self.catalogue, self.answers, fired) if rule.gives_points else self.ranking
        firings = with_outcome(self.answers, fired, ranking)
        changed = set(self.firings) ^ set(firings)
        lines: Lines = {
            kind: collect(firings, kind, says_why=False) if _brings_in(changed, kind) else found
            for kind, found in self.lines.items()
        }
        return self._outcome(ranking, lines)

    def _outcome(self, ranking: list[Advised], lines: Lines) -> Outcome:
        return Outcome.of(conclude(self.catalogue, self.answers, ranking, lines))

    def _forget_why(self) -> None:
        """More than a thousand sets are kept at a time, and why is most of an advice."""
        for advised in self.ranking:
            advised.points, advised.moves = [], []


def _brings_in(firings: Iterable[Firing], kind: LineKind) -> bool:
    return any(getattr(firing.rule, kind.name) for firing in firings)
