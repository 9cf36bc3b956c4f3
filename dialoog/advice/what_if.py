"""What one changed answer would do: only changes that the visitor could really make, only those that matter."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialoog.advice.advice import Advice
from dialoog.advice.engine import begin_with
from dialoog.advice.many.starts import find_starts
from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, PartnerType, Question

SHOWN = 4


@dataclass(frozen=True)
class WhatIf:
    """One other answer and with whom one would begin then."""

    question: Question
    option: Option
    """Chosen as well, or instead at a question with one answer."""
    first: tuple[PartnerType, ...]
    """With whom one would begin; nobody if it is empty. Kept from before that was said: the first three."""
    comes_in: tuple[PartnerType, ...]
    """Those of them with whom one would not begin now."""

    @property
    def leader_changes_to(self) -> PartnerType:
        return self.first[0]


def what_if(catalogue: Catalogue, answers: Answers, advice: Advice) -> tuple[WhatIf, ...]:
    """The changes that do most: another one to begin with first, then more newcomers."""
    before = tuple(a.partner_type for a in advice.start)
    changes = list(_changes(catalogue, answers))
    found = []
    starts = find_starts(catalogue, [chosen for _question, _option, chosen in changes])
    for (question, option, _chosen), after in zip(changes, starts, strict=True):
        if after is None:  # the change would make another question necessary
            continue
        comes_in = tuple(partner for partner in after if partner not in before)
        if set(after) != set(before):
            found.append((after[:1] != before[:1], WhatIf(question, option, after, comes_in)))
    found.sort(key=lambda pair: (not pair[0], -len(pair[1].comes_in)))
    return _one_per_question(effect for _, effect in found)


def with_more_time(catalogue: Catalogue, answers: Answers) -> tuple[PartnerType, ...]:
    """With whom one would begin with more time; nobody where time is not short."""
    little = catalogue.settings.little_time & answers.mask
    for question in catalogue.questions.values():
        if any(option.bit & little for option in question.options):
            other = next(option for option in question.options if not option.bit & little)
            changed = Answers.from_chosen(catalogue, {**answers.chosen, question.slug: (other.slug,)})
            return tuple(a.partner_type for a in begin_with(catalogue, changed))
    return ()


def _one_per_question(effects: Iterator[WhatIf]) -> tuple[WhatIf, ...]:
    strongest: dict[str, WhatIf] = {}
    for effect in effects:
        strongest.setdefault(effect.question.slug, effect)
    return tuple(list(strongest.values())[:SHOWN])


def _changes(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Question, Option, Chosen]]:
    """Every single option that can be chosen as well (or instead), at the questions a visitor can act upon."""
    changeable = (q for q in catalogue.questions.values() if q.is_changeable and q.slug in answers.chosen)
    for question in changeable:
        chosen = answers.chosen[question.slug]
        kept = _kept(question, chosen)
        for option in question.options:
            if option.slug not in chosen:
                alone = not question.is_multi or option.is_exclusive
                now = (option.slug,) if alone else (*kept, option.slug)
                yield question, option, {**answers.chosen, question.slug: now}


def _kept(question: Question, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """What stays chosen beside another answer."""
    return tuple(o.slug for o in question.options if o.slug in chosen and not o.is_exclusive)
