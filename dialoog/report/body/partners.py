"""What a report says about partner types: when to turn to them, and in whose words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialoog.advice.advice import Advised
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.ranking import best_main_goal_score, fits
from dialoog.catalogue.catalogue import Catalogue, Goal, PartnerType
from dialoog.catalogue.vocabulary import Hurdle, Mark, Tier, Vocabulary
from dialoog.report.body.reasons import Premise, Reason, Reasoning, said_once


@dataclass(frozen=True)
class PartnerAdvice:
    partner_type: PartnerType
    place: int
    """Shared by those that fit equally well; 0 for one that is shown apart."""
    tier: Tier
    is_start: bool
    is_also_possible: bool
    """One can begin with it, but others fit better, and three are enough."""
    shares_place: bool
    hurdle: Hurdle | None
    is_known: bool
    known_by: Premise | None
    """The answer by which the visitor says to know one."""
    reasons: tuple[Reason, ...]
    later: tuple[Reason, ...]
    """Why it comes later, or last, or is advised against."""
    goals: tuple[Goal, ...]
    """The chosen goals that it gets points for."""

    @property
    def name(self) -> str:
        return self.partner_type.name

    @property
    def anchor(self) -> str:
        return f"partner-{self.partner_type.slug}"

    @property
    def marks(self) -> tuple[Vocabulary, ...]:
        """When to turn to it. The first tier alone says nothing: not everybody in it is one to begin with."""
        when: tuple[Vocabulary, ...] = (Mark.BEGIN,) if self.is_start else (Mark.ALSO,) if self.is_also_possible else ()
        if self.tier is not Tier.FIRST:
            when += (self.tier,)
        return (*when, Mark.EQUAL) if self.shares_place else when


@dataclass(frozen=True)
class Waiting:
    """Partner types that one does not begin with, and one thing that says why: a reason or a hurdle."""

    why: Reason | Hurdle
    partners: tuple[PartnerAdvice, ...]

    @property
    def hurdle(self) -> Hurdle | None:
        return self.why if isinstance(self.why, Hurdle) else None


class Partners:
    """The partner types of one advice."""

    def __init__(self, catalogue: Catalogue, conclusion: Conclusion, reasoning: Reasoning) -> None:
        self.catalogue = catalogue
        self.advice = conclusion.advice
        self.reasoning = reasoning
        self.start = {a.partner_type for a in self.advice.start}
        self.best = best_main_goal_score(self.advice.ranking)
        self.at_place = Counter(a.place for a in self.advice.ranked)
        self.by_type = {a.partner_type: self.partner(a) for a in self.advice.ranking}
        self.ranked = self.of(self.advice.ranked)
        self.set_apart = self.of(self.advice.set_apart)

    def of(self, advised: list[Advised]) -> tuple[PartnerAdvice, ...]:
        return tuple(self.by_type[a.partner_type] for a in advised)

    def partner(self, advised: Advised) -> PartnerAdvice:
        moves = [self.reasoning.of_rule(move.firing) for move in advised.deciding_moves]
        return PartnerAdvice(
            partner_type=advised.partner_type,
            place=advised.place,
            tier=advised.tier,
            is_start=advised.partner_type in self.start,
            is_also_possible=self.is_also_possible(advised),
            shares_place=self.at_place[advised.place] > 1,
            hurdle=self.hurdle(advised),
            is_known=advised.is_known,
            known_by=next(self.known_by(advised), None),
            reasons=said_once(map(self.reasoning.of_points, advised.points)),
            later=(*moves, *map(self.reasoning.of_order_rule, advised.held_back)),
            goals=tuple(goal for goal in self.advice.per_goal if advised.points_for(goal) > 0),
        )

    def is_also_possible(self, advised: Advised) -> bool:
        return advised.can_begin and not any(a.place >= advised.place for a in self.advice.start)

    def hurdle(self, advised: Advised) -> Hurdle | None:
        """An advice of before knew none."""
        if self.is_also_possible(advised):
            return Hurdle.LESS
        if advised.can_begin or advised.tier is not Tier.FIRST or not self.advice.names_start:
            return None
        if fits(advised, self.best):
            return Hurdle.COOPERATION
        return Hurdle.WEAK if advised.main_goal_score > 0 else Hurdle.OTHER_GOAL

    def known_by(self, advised: Advised) -> Iterator[Premise]:
        """An advice of before did not say it."""
        if advised.is_known and self.advice.names_start:
            for question in self.catalogue.questions.values():
                for option in question.options:
                    if option.bit & advised.partner_type.known_via:
                        yield Premise(question.text, (option.label,), is_absence=False)

    def waiting(self, partners: Iterable[PartnerAdvice]) -> tuple[Waiting, ...]:
        """Of some partner types those that come later, or that something stands in the way of, together by why."""
        first: dict[str, Reason | Hurdle] = {}
        groups: dict[str, list[PartnerAdvice]] = {}
        for partner in partners:
            found: list[Reason | Hurdle] = [partner.hurdle] if partner.hurdle else []
            for why in (*found, *partner.later):
                said = why.label if isinstance(why, Hurdle) else why.text
                first.setdefault(said, why)
                groups.setdefault(said, []).append(partner)
        return tuple(Waiting(first[said], tuple(group)) for said, group in groups.items())
