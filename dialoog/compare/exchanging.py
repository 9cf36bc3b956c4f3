"""What one answer of another report would do to an advice, all else being equal: the advice with that answer alone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from django.utils.translation import gettext as _

from dialoog.advice.advice import Advice, Obstacle
from dialoog.advice.engine import advise
from dialoog.catalogue.answers import Answers, AnswersError, Chosen, asked_questions
from dialoog.catalogue.catalogue import Catalogue, PartnerType
from dialoog.compare.columns import Column
from dialoog.compare.difference import Difference, Side
from dialoog.languages.enumeration import enumerated


class Weight(IntEnum):
    """How much it does to with whom one begins; what does most comes first."""

    LEADER = 0
    """Another one to begin with."""
    START = 1
    OTHER_QUESTION = 2
    """It goes with other questions or options than one's own, so nobody can say what it does alone."""
    NOTHING = 3


@dataclass(frozen=True)
class Exchange:
    """The answer to one question taken over from who chose it."""

    slug: str
    own: Column
    of: tuple[Column, ...]
    after: Advice | None
    """The advice with it; None if the other answers do not go with it."""
    brings_questions: bool = False
    """Other questions come with it, and were answered as in the other report."""

    @property
    def question(self) -> str:
        return self.own.catalogue.questions[self.slug].text

    @property
    def who(self) -> str:
        return enumerated([column.letter for column in self.of])

    @property
    def before(self) -> tuple[PartnerType, ...]:
        return _start(self.own.advice)

    @property
    def first(self) -> tuple[PartnerType, ...]:
        """With whom one would begin; nobody if it is empty."""
        return _start(self.after) if self.after else ()

    @property
    def comes_in(self) -> tuple[PartnerType, ...]:
        """Those of them with whom one does not begin now."""
        return tuple(partner for partner in self.first if partner not in self.before)

    @property
    def drops_out(self) -> tuple[PartnerType, ...]:
        if self.after is None:
            return ()
        return tuple(partner for partner in self.before if partner not in self.first)

    @property
    def weight(self) -> Weight:
        if self.after is None:
            return Weight.OTHER_QUESTION
        if self.first[:1] != self.before[:1]:
            return Weight.LEADER
        return Weight.START if self.comes_in or self.drops_out else Weight.NOTHING

    @property
    def why_nobody(self) -> str:
        """Why there would be nobody to begin with; empty if there is somebody. Calls nobody `you`."""
        match self.after.obstacle if self.after else None:
            case Obstacle.TIME:
                return _("er is weinig tijd, en wie past, is nog niet bekend")
            case Obstacle.COOPERATION:
                return _("de samenwerking met wie past, loopt stroef")
            case Obstacle.OTHER:
                return _("wie past, komt pas later aan de beurt")
        return ""

    @cached_property
    def difference(self) -> Difference:
        """All that it does to the advice. Raises ValueError if nobody can say it."""
        if self.after is None:
            raise ValueError(self.slug)
        return Difference.of(self.own.side, Side(self.own.catalogue, self.after))


def exchanges(own: Column, others: Sequence[Column], slugs: Collection[str]) -> list[Exchange]:
    """For each of these questions and each other answer to it, those that do most first.

    None of another release, where an answer may mean something else, nor beside an advice that the engine of today
    would not give: it was kept from before, and what differs would not come from the answer.
    """
    catalogue, mine = own.catalogue, own.advice.answers.chosen
    if _start(advise(catalogue, own.advice.answers)) != _start(own.advice):
        return []
    found = [
        Exchange(slug, own, of, advice_of(catalogue, {**mine, slug: chosen}))
        for slug, chosen, of in _asked(own, others, slugs)
    ]
    return sorted(found, key=lambda exchange: exchange.weight)


def advice_of(catalogue: Catalogue, chosen: Chosen) -> Advice | None:
    """None where the answers do not go together."""
    try:
        return advise(catalogue, Answers.from_chosen(catalogue, chosen))
    except AnswersError:
        return None


def asked_of(column: Column) -> frozenset[str]:
    """Slugs of the questions that were asked: with one goal, that it is the main one is an answer that nobody gave."""
    return frozenset(q.slug for q in asked_questions(column.catalogue, column.advice.answers.chosen))


def _start(advice: Advice) -> tuple[PartnerType, ...]:
    return tuple(advised.partner_type for advised in advice.start)


def _asked(
    own: Column, others: Sequence[Column], slugs: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...], tuple[Column, ...]]]:
    mine, of_mine = own.advice.answers.chosen, asked_of(own)
    of_others = [(other, asked_of(other)) for other in others if other.release == own.release]
    for slug in (slug for slug in slugs if slug in of_mine):
        choosing: dict[tuple[str, ...], tuple[Column, ...]] = {}
        for other, asked in of_others:
            chosen = other.advice.answers.chosen.get(slug, ())
            if slug in asked and set(chosen) != set(mine[slug]):
                choosing[chosen] = (*choosing.get(chosen, ()), other)
        for chosen, of in choosing.items():
            yield slug, chosen, of
