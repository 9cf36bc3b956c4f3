"""What a change of the content does to the advice: the same answers, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialoog.advice import Advice, advise
from dialoog.content.answers import Chosen
from dialoog.content.catalogue import Catalogue
from dialoog.editorial.samples import Samples, answers_in

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
    """Names of the first three partner types."""
    after: tuple[str, ...]
    first_changed: bool
    top_changed: bool
    cautions_changed: bool
    lines_changed: bool
    """Something else: the other partner types, actions, tips, examples, tools or organisations."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """How telling it is: another leader first, then newcomers among the first three, then the rest."""
        newcomers = len(set(self.after) - set(self.before))
        return (self.first_changed, newcomers + self.top_changed, self.cautions_changed + self.lines_changed)


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


def compare(before: Catalogue, after: Catalogue, impact: Impact) -> Iterator[float]:
    """Fill in the impact, set by set; yields how much of it is done, from 0 to 1."""
    sets = impact.samples.sets
    for number, chosen in enumerate(sets, start=1):
        if number % STRIDE == 1:
            yield number / len(sets)
        _compare_one(before, after, number, chosen, impact)


def _compare_one(before: Catalogue, after: Catalogue, number: int, chosen: Chosen, impact: Impact) -> None:
    old, new = answers_in(before, chosen), answers_in(after, chosen)
    if old is None or new is None:
        impact.asked_otherwise += 1
        return
    impact.compared += 1
    contrast = contrast_of(number, chosen, advise(before, old), advise(after, new))
    if contrast:
        impact.contrasts.append(contrast)


def contrast_of(number: int, chosen: Chosen, before: Advice, after: Advice) -> Contrast | None:
    """None when the advice is the same, line by line."""
    old, new = _ranked(before), _ranked(after)
    cautions, lines = _cautions(before) != _cautions(after), _lines(before) != _lines(after)
    if old == new and not cautions and not lines:
        return None
    return Contrast(
        chosen=chosen,
        number=number,
        before=_names(before),
        after=_names(after),
        first_changed=old[:1] != new[:1],
        top_changed=old[:TOP] != new[:TOP],
        cautions_changed=cautions,
        lines_changed=lines or old[TOP:] != new[TOP:],
    )


def _ranked(advice: Advice) -> list[str]:
    return [advised.partner_type.slug for advised in advice.ranked]


def _names(advice: Advice) -> tuple[str, ...]:
    return tuple(advised.partner_type.name for advised in advice.ranked[:TOP])


def _cautions(advice: Advice) -> list[str]:
    return [line.item.slug for line in advice.cautions]


def _lines(advice: Advice) -> list[list[str]]:
    apart = [f"{advised.partner_type.slug} {advised.tier}" for advised in advice.set_apart]
    collected = (advice.actions, advice.tips, advice.examples, advice.tools, advice.organisations)
    return [apart, *([line.item.slug for line in lines] for lines in collected)]
