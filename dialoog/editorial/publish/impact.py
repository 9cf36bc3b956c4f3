"""What a change of the content does to the advice: the same answers, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialoog.catalogue.answers import Chosen
from dialoog.editorial.trials.many.differing import may_differ
from dialoog.editorial.trials.many.tried import Tried
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import Samples

TOP = 3
EXAMPLES = 10
STRIDE = 100
"""Answer sets between two reports of progress."""


@dataclass(frozen=True)
class Contrast:
    """One set of answers of which the advice changed, and how."""

    chosen: Chosen
    number: int
    """Place among the sets, from 1; the reference cases come first."""
    before: tuple[str, ...]
    """The first three partner types."""
    after: tuple[str, ...]
    first_changed: bool
    top_changed: bool
    beginning_changed: bool
    """With whom to begin, or why with nobody."""
    cautions_changed: bool
    lines_changed: bool
    """Something else: partner types further down, who shares a place, or lines of any kind but cautions."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """How telling it is: another leader first, then newcomers among the first three, then the rest."""
        newcomers = len(set(self.after) - set(self.before))
        rest = self.beginning_changed + self.cautions_changed + self.lines_changed
        return (self.first_changed, newcomers + self.top_changed, rest)


@dataclass
class Impact:
    samples: Samples
    compared: int = 0
    asked_otherwise: int = 0
    """Sets that cannot be answered before or after, because an answer or a question came or went."""
    contrasts: list[Contrast] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return len(self.contrasts)

    @property
    def same(self) -> int:
        return self.compared - self.changed

    @property
    def first_changed(self) -> int:
        return sum(contrast.first_changed for contrast in self.contrasts)

    @property
    def top_changed(self) -> int:
        return sum(contrast.top_changed for contrast in self.contrasts)

    @property
    def beginning_changed(self) -> int:
        return sum(contrast.beginning_changed for contrast in self.contrasts)

    @property
    def cautions_changed(self) -> int:
        return sum(contrast.cautions_changed for contrast in self.contrasts)

    @property
    def lines_changed(self) -> int:
        return sum(contrast.lines_changed for contrast in self.contrasts)

    @property
    def examples(self) -> list[Contrast]:
        """The most telling ones, no two of them with the same first three before and after."""
        unlike: dict[tuple[tuple[str, ...], tuple[str, ...]], Contrast] = {}
        for contrast in sorted(self.contrasts, key=lambda c: c.weight, reverse=True):
            unlike.setdefault((contrast.before, contrast.after), contrast)
        return list(unlike.values())[:EXAMPLES]


def compare(before: Tried, after: Tried, impact: Impact) -> Iterator[float]:
    """Fill in what a change does to the sets, which are those of both; yields how much of it is done, from 0 to 1.

    Only sets whose advice may differ are looked at one by one: the others are the same.
    """
    both = before.sound & after.sound
    impact.compared = both.bit_count()
    impact.asked_otherwise = len(impact.samples.sets) - impact.compared
    column = may_differ(before, after)
    size = column.bit_count()
    pairs = zip(before.outcomes(column), after.outcomes(column), strict=True)
    for seen, ((place, old), (_same, new)) in enumerate(pairs):
        if seen % STRIDE == 0:
            yield seen / size
        if old != new:
            impact.contrasts.append(_contrast(place + 1, impact.samples.sets[place], old, new))


def _contrast(number: int, chosen: Chosen, old: Outcome, new: Outcome) -> Contrast:
    return Contrast(
        chosen=chosen,
        number=number,
        before=old.ranked[:TOP],
        after=new.ranked[:TOP],
        first_changed=old.ranked[:1] != new.ranked[:1],
        top_changed=old.ranked[:TOP] != new.ranked[:TOP],
        beginning_changed=old.beginning != new.beginning,
        cautions_changed=old.cautions != new.cautions,
        lines_changed=_rest(old) != _rest(new),
    )


def _rest(outcome: Outcome) -> tuple[object, ...]:
    return outcome.ranked[TOP:], outcome.places, outcome.apart, outcome.lines, outcome.later
