"""A Catalogue is a release, read into frozen dataclasses by `reader.py`. Plain Python: no query, setting or clock."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dialoog.catalogue.conditions import Conditions
from dialoog.catalogue.vocabulary import (
    Basis,
    Familiarity,
    Moment,
    Outcome,
    PartnerKind,
    QuestionKind,
    Severity,
    SheetForm,
    Tier,
    TipSet,
)
from dialoog.catalogue.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A place in the source and what it says there, in our own words."""

    code: str
    chapter: str
    section: str
    text: str
    address: str = ""
    """Of the source that it stands in."""
    source_chapter: str = ""
    """What the chapter is called in the source itself; empty where it is called so here."""
    source_section: str = ""
    """Likewise of the heading."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A text with the facts that it rests on."""

    text: str
    facts: tuple[Fact, ...]
    basis: Basis = Basis.ADVICE


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    slug: str
    number: int
    name: str
    summary: str
    theory: Statement
    what_to_do: Statement
    facts: tuple[Fact, ...]

    @property
    def statements(self) -> tuple[Statement, Statement]:
        return self.theory, self.what_to_do


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What a partner type does for one goal."""

    goal: Goal
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class PartnerType:
    slug: str
    order: int
    name: str
    kind: PartnerKind
    in_production_country: bool
    familiarity: Familiarity
    known_via: int
    """Bit of the option by which the visitor already knows it; 0 if there is none."""
    description: Statement
    offers: tuple[Offer, ...]
    watch_outs: tuple[Statement, ...]
    asks_in_return: Statement | None
    how_to_find: Statement | None

    def is_known(self, chosen: int) -> bool:
        return bool(chosen & self.known_via)

    def is_unknown(self, chosen: int) -> bool:
        """Whether it matters that the visitor does not know such a party: one for hire need not be known."""
        return self.familiarity in _STRANGE_IF_UNKNOWN and not chosen & self.known_via


_STRANGE_IF_UNKNOWN = (Familiarity.BY_ANSWER, Familiarity.NEVER)


@dataclass(frozen=True, slots=True, eq=False)
class Organisation:
    slug: str
    name: str
    kind: str
    statement: Statement
    url: str
    url_is_overview: bool
    """It leads to a page about all tools, because none of its own was found."""
    partner_types: tuple[PartnerType, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tool:
    slug: str
    name: str
    kind: str
    statement: Statement
    url: str
    url_is_overview: bool
    """It leads to a page about all tools, because none of its own was found."""


@dataclass(frozen=True, slots=True, eq=False)
class PracticeExample:
    slug: str
    order: int
    goal: Goal
    title: str
    statement: Statement
    who: str
    where: str
    worked: str
    did_not_work: str
    lesson: Statement
    partner_types: tuple[PartnerType, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tip:
    slug: str
    order: int
    tip_set: TipSet
    number: int
    title: str
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Caution:
    slug: str
    severity: Severity
    is_leading: bool
    """Opens the report, before other cautions."""
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    slug: str
    moment: Moment
    needs_time: bool
    """Done with a partner: without one to begin with it needs more time."""
    partner_types: frozenset[PartnerType]
    """Of which one must be somebody to begin with; empty: anybody will do."""
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Combination:
    """Two partner types that complete each other."""

    partner_types: tuple[PartnerType, PartnerType]
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Signpost:
    """`partner_type` knows the way to `leads_to`; the statement says what to ask."""

    partner_type: PartnerType
    leads_to: PartnerType
    statement: Statement


@dataclass(frozen=True, slots=True, eq=False)
class OrderRule:
    """If the conditions hold and both types stand together, `first` never stands behind `then`."""

    first: PartnerType
    then: PartnerType
    is_across_tiers: bool
    """As long as `first` is ranked, `then` comes only afterwards, whatever tier it would be in."""
    conditions: Conditions
    reason: Statement | None


@dataclass(frozen=True, slots=True, eq=False)
class DocumentTemplate:
    slug: str
    title: str
    needs: int
    """Bits of options, of which one must be chosen for this outline to be of use; 0: it always is."""
    lines: tuple[Statement, ...]
    form: SheetForm = SheetForm.LIST


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    slug: str
    question: str
    label: str
    help: str
    heading: str
    """Stands above this option and those that follow, up to the next heading."""
    needs: int
    """Bits of options, of which one must be chosen for this one to be on offer; 0: it always is."""
    is_exclusive: bool
    bit: int


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    slug: str
    step: str
    kind: QuestionKind
    text: str
    help: str
    why: str
    error_text: str
    options: tuple[Option, ...]
    is_changeable: bool
    """The visitor could make this answer another one; what-if looks at these questions alone."""
    options_from: str
    """Slug of the question whose chosen options are the only ones on offer; empty: all options are."""
    conditions: Conditions
    facts: tuple[Fact, ...]

    @property
    def is_multi(self) -> bool:
        return self.kind is QuestionKind.MULTI

    def option(self, slug: str) -> Option | None:
        return next((option for option in self.options if option.slug == slug), None)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    slug: str
    part: str
    title: str
    intro: str
    questions: tuple[Question, ...]


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Effect(Generic[T]):
    """A line that a rule brings into the advice."""

    item: T
    weight: int
    """0 where lines are not weighed."""
    reason: Statement | None
    """Why this line; the reason of the rule is about its partner types."""


@dataclass(frozen=True, slots=True)
class OutcomeCondition:
    """One row about what came out of the ranking."""

    outcome: Outcome
    is_absent: bool
    """It holds where the outcome is not so."""
    partner_types: frozenset[PartnerType]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """If the conditions hold, then the effects, because of the reason."""

    code: str
    index: int
    goal: Goal | None
    conditions: Conditions
    outcomes: tuple[tuple[OutcomeCondition, ...], ...]
    """Groups of rows, which are looked at after ranking: OR inside a group, AND between groups."""
    reason: Statement
    partners: tuple[tuple[PartnerType, int], ...]
    partners_if_scored: tuple[tuple[PartnerType, int], ...]
    tiers: tuple[tuple[PartnerType, Tier], ...]
    tips: tuple[Effect[Tip], ...]
    examples: tuple[Effect[PracticeExample], ...]
    cautions: tuple[Effect[Caution], ...]
    actions: tuple[Effect[Action], ...]
    organisations: tuple[Effect[Organisation], ...]
    tools: tuple[Effect[Tool], ...]
    known_bonus: int
    unknown_tier: Tier | None

    @property
    def gives_points(self) -> bool:
        """Or moves somebody: whether partner types stand otherwise because of it."""
        return bool(self.partners or self.partners_if_scored or self.tiers or self.known_bonus or self.unknown_tier)


@dataclass(frozen=True, slots=True)
class AdviceSettings:
    """The numbers of the advice, and the questions and options that play a part of their own in it."""

    main_goal_factor: int
    min_score: int
    tie_width: int
    """Partner types that differ by no more points than this share a place."""
    top_block: int
    also_block: int
    cautions_shown: int
    actions_shown: int
    tips_emphasised: int
    examples_shown: int
    example_min: int
    goals_question: str
    main_goal_question: str
    no_country_tips: int
    """Bit of the option that says the dialogue is in the Netherlands; likewise below, 0 where there is no option."""
    little_time: int
    bad_cooperation: int
    buying: int

    @property
    def blocks(self) -> int:
        """How many partner types the report shows with a number."""
        return self.top_block + self.also_block


@dataclass(frozen=True, slots=True)
class PageText:
    title: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    settings: AdviceSettings
    facts: dict[str, Fact]
    goals: dict[str, Goal]
    partner_types: dict[str, PartnerType]
    organisations: dict[str, Organisation]
    tools: dict[str, Tool]
    practice_examples: dict[str, PracticeExample]
    tips: dict[str, Tip]
    cautions: dict[str, Caution]
    actions: dict[str, Action]
    combinations: tuple[Combination, ...]
    document_templates: tuple[DocumentTemplate, ...]
    signposts: tuple[Signpost, ...]
    order_rules: tuple[OrderRule, ...]
    questions: dict[str, Question]
    steps: dict[str, Step]
    rules: tuple[Rule, ...]
    page_texts: dict[str, PageText]
    options_by_bit: dict[int, Option] = field(repr=False)
    rules_by_option: dict[int, int] = field(repr=False)
    """Bit of an option -> set of the rules (bit = index of the rule) that can fire because it is chosen."""
    rules_always: int = field(repr=False)
    """Set of the rules that can fire whatever is chosen."""

    @property
    def words(self) -> Words:
        """What marks, headings and the like are called in this release."""
        return Words(self.page_texts)

    def page_text(self, slug: str) -> PageText:
        return self.page_texts.get(slug, PageText("", ""))
