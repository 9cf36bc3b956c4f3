"""What a report says about partner types: with whom to begin, who comes later, and in whose words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dialoog.advice.advice import Advised, Obstacle
from dialoog.advice.conclusion import Conclusion
from dialoog.advice.ranking import best_main_goal_score, fits
from dialoog.catalogue.catalogue import Catalogue, Goal, PageText, PartnerType, Signpost, Statement
from dialoog.catalogue.vocabulary import Tier, Vocabulary
from dialoog.report.reasons import Premise, Reason, Reasoning


class Mark(Vocabulary):
    """What stands with a partner type beside the mark of its tier."""

    BEGIN = "begin", "Begin hier"
    ALSO = "ook", "Kan ook"
    EQUAL = "even", "Even passend"


class Hurdle(Vocabulary):
    """Why one does not begin with a partner type though its tier comes first."""

    COOPERATION = "stroef", "Praat eerst uit waarom de samenwerking stroef loopt."
    WEAK = "zwak", "Doet te weinig voor je hoofddoel om mee te beginnen."
    OTHER_GOAL = "ander_doel", "Past bij een ander doel dan je hoofddoel."


NO_START = {
    Obstacle.TIME: PageText(
        "Nu nog niemand om mee te beginnen",
        "Wie bij je doel past, ken je nog niet. Een goede band opbouwen kost tijd, en die heb je nu weinig.",
    ),
    Obstacle.COOPERATION: PageText(
        "Werk eerst aan de samenwerking",
        "Wie bij je doel past, ken je al, maar de samenwerking loopt stroef. Bespreek eerst samen hoe het beter kan.",
    ),
    Obstacle.OTHER: PageText(
        "Nu nog niemand om mee te beginnen",
        "Met deze partners werk je beter pas later samen. Bij elke partner lees je waarom.",
    ),
}
"""What is said where the content has no page text `report_no_start_…`, like content from before that."""


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

    @property
    def main_reason(self) -> Reason:
        """The reason that weighs most; of equals the first. Being known is a reason only for want of another."""
        return max(self.reasons, key=lambda reason: (not reason.for_knowing, reason.points))


@dataclass(frozen=True)
class MovedPartners:
    """Neighbours in the ranking that come later for the same reasons."""

    reasons: tuple[Reason, ...]
    partners: tuple[PartnerAdvice, ...]


@dataclass(frozen=True)
class Way:
    """What to ask somebody who is known, and to whom that leads."""

    statement: Statement
    leads_to: PartnerAdvice


@dataclass(frozen=True)
class Beginning:
    """With whom to begin, or how to come that far."""

    partners: tuple[PartnerAdvice, ...]
    no_start: PageText
    """Why there are none, for where there are none."""
    ways: tuple[Way, ...]
    more_time: tuple[tuple[PartnerType, PartnerAdvice | None], ...]
    """With whom one would begin with more time; without a place in this report for one that is not in it."""


class Partners:
    """The partner types of one advice."""

    def __init__(self, catalogue: Catalogue, conclusion: Conclusion, reasoning: Reasoning) -> None:
        self.catalogue = catalogue
        self.advice, self.more_time = conclusion.advice, conclusion.more_time
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
            is_also_possible=advised.can_begin and not any(a.place >= advised.place for a in self.advice.start),
            shares_place=self.at_place[advised.place] > 1,
            hurdle=self.hurdle(advised),
            is_known=advised.is_known,
            known_by=next(self.known_by(advised), None),
            reasons=tuple(map(self.reasoning.of_points, advised.points)),
            later=(*moves, *map(self.reasoning.of_order_rule, advised.held_back)),
            goals=tuple(goal for goal in self.advice.per_goal if advised.points_for(goal) > 0),
        )

    def hurdle(self, advised: Advised) -> Hurdle | None:
        """An advice of before knew none."""
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

    def beginning(self) -> Beginning:
        start = self.of(self.advice.start)
        if not self.advice.names_start:
            start = self.ranked[: self.catalogue.settings.top_block]
        return Beginning(
            partners=start,
            no_start=self.no_start(self.advice.obstacle or Obstacle.OTHER),
            ways=tuple(map(self.way, self.advice.signposts)),
            more_time=tuple((partner, self.by_type.get(partner)) for partner in self.more_time),
        )

    def no_start(self, obstacle: Obstacle) -> PageText:
        said, otherwise = self.catalogue.page_text(f"report_no_start_{obstacle}"), NO_START[obstacle]
        return PageText(said.title or otherwise.title, said.text or otherwise.text)

    def way(self, signpost: Signpost) -> Way:
        return Way(signpost.statement, self.by_type[signpost.leads_to])

    def moved(self) -> tuple[MovedPartners, ...]:
        """Those of the ranked ones that come later."""
        groups = groupby(self.ranked, key=lambda partner: partner.later)
        return tuple(MovedPartners(reasons, tuple(partners)) for reasons, partners in groups if reasons)
