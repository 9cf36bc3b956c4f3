"""What one answer of a colleague would do to an advice: with whom one would begin, all else being equal."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from django.utils.translation import gettext as _

from dialoog.advice.many.starts import find_starts
from dialoog.catalogue.answers import Chosen, asked_questions
from dialoog.catalogue.catalogue import PartnerType
from dialoog.compare.columns import Column


class Weight(IntEnum):
    """How much it does; what does most comes first."""

    LEADER = 0
    """Another one to begin with."""
    START = 1
    OTHER_QUESTION = 2
    """It goes with other questions or options than one's own, so nobody can say with whom one begins."""
    NOTHING = 3


@dataclass(frozen=True)
class Exchange:
    """The answer to one question taken over from who chose it."""

    slug: str
    own: Column
    of: tuple[Column, ...]
    weight: Weight
    first: tuple[PartnerType, ...]
    """With whom one would begin; nobody if it is empty."""
    comes_in: tuple[PartnerType, ...]
    """Those of them with whom one does not begin now."""
    drops_out: tuple[PartnerType, ...]

    @property
    def question(self) -> str:
        return self.own.catalogue.questions[self.slug].text

    @property
    def who(self) -> str:
        *most, last = (column.letter for column in self.of)
        return _("{most} en {last}").format(most=", ".join(most), last=last) if most else last


def exchanges(own: Column, others: Sequence[Column], slugs: Collection[str]) -> list[Exchange]:
    """For each of these questions and each other answer to it, those that do most first.

    None of another release, where an answer may mean something else, nor beside an advice that the engine of today
    would not give: it was kept from before, and what differs would not come from the answer.
    """
    mine = own.advice.answers.chosen
    asked = list(_asked(own, others, slugs))
    now, *starts = find_starts(own.catalogue, [mine, *({**mine, slug: chosen} for slug, chosen, _of in asked)])
    before = tuple(advised.partner_type for advised in own.advice.start)
    if now != before:
        return []
    found = [_exchange(slug, own, of, before, after) for (slug, _chosen, of), after in zip(asked, starts, strict=True)]
    return sorted(found, key=lambda exchange: exchange.weight)


def asked_of(column: Column) -> frozenset[str]:
    """Slugs of the questions that were asked: with one goal, that it is the main one is an answer that nobody gave."""
    return frozenset(q.slug for q in asked_questions(column.catalogue, column.advice.answers.chosen))


def _asked(
    own: Column, others: Sequence[Column], slugs: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...], tuple[Column, ...]]]:
    mine: Chosen = own.advice.answers.chosen
    for slug in (slug for slug in slugs if slug in asked_of(own)):
        choosing: dict[tuple[str, ...], tuple[Column, ...]] = {}
        for other in others:
            chosen = other.advice.answers.chosen.get(slug, ())
            is_choice = other.release == own.release and slug in asked_of(other)
            if is_choice and set(chosen) != set(mine[slug]):
                choosing[chosen] = (*choosing.get(chosen, ()), other)
        for chosen, of in choosing.items():
            yield slug, chosen, of


def _exchange(
    slug: str,
    own: Column,
    of: tuple[Column, ...],
    before: tuple[PartnerType, ...],
    after: tuple[PartnerType, ...] | None,
) -> Exchange:
    if after is None:
        return Exchange(slug, own, of, Weight.OTHER_QUESTION, (), (), ())
    weight = Weight.NOTHING if set(after) == set(before) else Weight.START
    if after[:1] != before[:1]:
        weight = Weight.LEADER
    comes_in = tuple(partner for partner in after if partner not in before)
    drops_out = tuple(partner for partner in before if partner not in after)
    return Exchange(slug, own, of, weight, after, comes_in, drops_out)
