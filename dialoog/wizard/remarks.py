"""Which remarks are kept of what a form holds and what there is: nobody's words go because of another tab."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialoog.catalogue.catalogue import Catalogue
from dialoog.wizard.seen import Seen, merged

Remarks = dict[str, str]
"""By slug of the question; there are no empty ones."""

MOST = 1000
"""Characters of one remark that is sound."""
MOST_LINES = 40
LONGEST_DRAFT = 3000
"""Characters of one that is kept to be made shorter: room for two that came together, and not for a book."""


@dataclass(frozen=True)
class Typed:
    """The remarks of one form."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """By slug of the question; one without a field, as on a page of before, stays what it was."""
    seen: Seen = field(default_factory=dict)
    """What the form showed; of a question that is not named, nothing."""


NOTHING = Typed()


def kept_remarks(stored: Mapping[str, str], typed: Typed) -> Remarks:
    """What was changed here and elsewhere stands there both, since a step has no page to choose on."""
    there = {slug: stored.get(slug, "") for slug in typed.texts}
    outcome = merged(typed.seen, there, typed.texts)
    both = {slug: _both(there[slug], typed.texts[slug]) for slug in outcome.clashes}
    return without_empty({**stored, **outcome.values, **both})


def remarks_at_their_steps(catalogue: Catalogue, remarks: Mapping[str, str]) -> dict[str, Remarks]:
    """At the steps that this catalogue has their questions at; without those of questions that it does not know."""
    placed: dict[str, Remarks] = {}
    for slug, text in remarks.items():
        if question := catalogue.questions.get(slug):
            placed.setdefault(question.step, {})[slug] = text
    return placed


def without_empty(remarks: Mapping[str, str]) -> Remarks:
    return {slug: text for slug, text in remarks.items() if text}


def _both(stored: str, mine: str) -> str:
    if stored in mine:
        return mine
    return stored if mine in stored else f"{mine}\n\n{stored}"[:LONGEST_DRAFT]
