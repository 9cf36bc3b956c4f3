"""The Advice and its trace. Every line knows the rules that brought it in, and they know the answers."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dialoog.advice.kinds import ACTIONS, CAUTIONS, EXAMPLES, ORGANISATIONS, PARTNER_TYPES, TIPS, TOOLS, LineKind
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import (
    Action,
    Caution,
    Goal,
    Option,
    OrderRule,
    Organisation,
    PartnerType,
    PracticeExample,
    Rule,
    Signpost,
    Statement,
    Tip,
    Tool,
)
from dialoog.catalogue.vocabulary import RANKED_TIERS, Tier, Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Because:
    """One group of a rule's conditions and the answers that satisfied it."""

    question: str
    chosen: tuple[Option, ...]
    """The options of the condition that were chosen; empty if it held because none of `absent` was."""
    absent: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Firing:
    """A rule that fired for these answers. `trace.why` tells which of them made it fire."""

    rule: Rule
    factor: int
    """How often its weights for partner types and examples count: more than once for a rule of the main goal."""
    because: tuple[Because, ...] | None = None
    """As it was kept; None where it can be worked out."""


@dataclass(slots=True, eq=False)
class Points:
    """Points that one rule gave to one partner type."""

    firing: Firing
    points: int
    for_knowing: bool = False
    """The bonus for being known, which says nothing about a goal."""


@dataclass(slots=True, eq=False)
class Move:
    """A rule that moved a partner type to a later tier."""

    firing: Firing
    tier: Tier


@dataclass(slots=True, eq=False)
class Advised:
    """A partner type in the advice, with everything that put it there."""

    partner_type: PartnerType
    score: int
    tier: Tier
    points: list[Points]
    moves: list[Move]
    is_known: bool
    """The visitor said to know a party of this type."""
    main_goal_score: int = 0
    """Points for the main goal, its factor included."""
    can_begin: bool = False
    """One can begin with it: it fits the main goal, and neither time nor a bad cooperation stands in the way."""
    held_back: list[OrderRule] = field(default_factory=list)
    """Order rules that put it behind another partner type, in a later tier than its own."""
    number: int = 0
    """Row of the ranking from 1; 0 for a partner type that is shown apart."""
    place: int = 0
    """Shared by partner types that fit equally well; from 1, and 0 for one that is shown apart."""

    @property
    def is_ranked(self) -> bool:
        return self.tier in RANKED_TIERS

    @property
    def deciding_moves(self) -> list[Move]:
        """Of all moves those that put it in its tier."""
        return [move for move in self.moves if move.tier is self.tier]

    def points_for(self, goal: Goal) -> int:
        """Points from the rules of one goal, without the bonus for being known."""
        return sum(p.points for p in self.points if p.firing.rule.goal is goal and not p.for_knowing)


@dataclass(slots=True, eq=False)
class Link:
    """What brought a line in: a rule, with what it says about this line."""

    firing: Firing
    reason: Statement | None


@dataclass(slots=True, eq=False)
class Line(Generic[T]):
    """One item of one of the kinds beside the partner types, with what brought it in."""

    item: T
    weight: int
    links: list[Link]
    needs_more_time: bool = False
    """Not for now: the visitor has little time, and this is about a party that one does not know yet."""


Lines = dict[LineKind, list[Line[Any]]]
"""Of every kind beside the partner types, see `LINE_KINDS`."""


class Obstacle(Vocabulary):
    """Why there is nobody to begin with."""

    COOPERATION = "samenwerking", "De partij die past, is bekend, maar de samenwerking loopt stroef"
    TIME = "tijd", "Er is weinig tijd, en wie past, is nog niet bekend"
    OTHER = "anders", "Wie past, staat om een andere reden later"


@dataclass(frozen=True, slots=True, eq=False)
class Advice:
    answers: Answers
    firings: list[Firing]
    ranking: list[Advised]
    """All listed partner types of all tiers, in order."""
    start: list[Advised]
    """With whom to begin, in order: a few at most. Those who can begin and are not here fit equally well or less."""
    obstacle: Obstacle | None
    """Why `start` is empty; None if it is not, or if nobody is ranked."""
    signposts: list[Signpost]
    """Known parties that cannot do the job but know the way to one that could."""
    per_goal: dict[Goal, list[Advised]]
    lines: Lines
    shows_country_tips: bool
    names_start: bool = True
    """False for an advice from before advices said with whom to begin."""

    @property
    def ranked(self) -> list[Advised]:
        return [advised for advised in self.ranking if advised.is_ranked]

    @property
    def set_apart(self) -> list[Advised]:
        """Last resorts and what is advised against."""
        return [advised for advised in self.ranking if not advised.is_ranked]

    @property
    def cautions(self) -> list[Line[Caution]]:
        """The gravest first."""
        return self.lines[CAUTIONS]

    @property
    def actions(self) -> list[Line[Action]]:
        return self.lines[ACTIONS]

    @property
    def later_actions(self) -> list[Line[Action]]:
        """Those of the actions that need more time."""
        return [line for line in self.actions if line.needs_more_time]

    @property
    def tips(self) -> list[Line[Tip]]:
        """The stressed tips, most weight first."""
        return self.lines[TIPS]

    @property
    def examples(self) -> list[Line[PracticeExample]]:
        """Most weight first."""
        return self.lines[EXAMPLES]

    @property
    def tools(self) -> list[Line[Tool]]:
        return self.lines[TOOLS]

    @property
    def organisations(self) -> list[Line[Organisation]]:
        return self.lines[ORGANISATIONS]

    def slugs(self, kind: LineKind) -> list[str]:
        """What the advice holds of a kind, in order."""
        if kind is PARTNER_TYPES:
            return [advised.partner_type.slug for advised in self.ranking]
        return [line.item.slug for line in self.lines[kind]]
