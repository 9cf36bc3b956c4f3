"""The content as one document: what a release holds, a file carries, and a catalogue is read from.

Plain lists and dicts, ready for JSON. Records refer to others by slug or code, to an option as `question.option`; the
place of a record in its list is its order. `content/document/schema.py` says which fields of which models these are.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypedDict, cast

Record = Mapping[str, Any]
"""Any record, for code that treats all kinds alike. Where the kind is known, so is its shape: see below."""


class Key(NamedTuple):
    """Which record of a document: `Key("rules", "K07")`."""

    collection: str
    identity: str
    """Its slug or code; `bond + bureau` for a pair; empty where there is but one record."""


class FactRecord(TypedDict):
    code: str
    chapter: str
    section: str
    text: str
    line: int
    is_background: bool
    left_out: str
    is_withdrawn: bool


class GoalRecord(TypedDict):
    slug: str
    number: int
    name: str
    summary: str
    theory: str
    theory_basis: str
    theory_facts: list[str]
    what_to_do: str
    what_to_do_basis: str
    what_to_do_facts: list[str]
    facts: list[str]


class StepRecord(TypedDict):
    slug: str
    part: str
    title: str
    intro: str


class ConditionRow(TypedDict):
    """Of a question or of a rule of any kind. `options` are of its question, and named without it."""

    group: int
    question: str
    operator: str
    options: list[str]
    count: int


class OptionRow(TypedDict):
    slug: str
    label: str
    help: str
    heading: str
    needs: list[str]
    is_exclusive: bool
    is_neutral: bool


class QuestionRecord(TypedDict):
    slug: str
    name: str
    step: str
    kind: str
    text: str
    help: str
    why: str
    error_text: str
    changes: str
    is_changeable: bool
    options_from: str | None
    facts: list[str]
    conditions: list[ConditionRow]
    options: list[OptionRow]


class PartnerOfferRow(TypedDict):
    goal: str
    text: str
    basis: str
    facts: list[str]


class PartnerWatchOutRow(TypedDict):
    text: str
    basis: str
    facts: list[str]


class PartnerTypeRecord(TypedDict):
    slug: str
    name: str
    kind: str
    in_production_country: bool
    familiarity: str
    known_via: str | None
    description: str
    description_basis: str
    description_facts: list[str]
    asks_in_return: str
    asks_in_return_basis: str
    asks_in_return_facts: list[str]
    how_to_find: str
    how_to_find_basis: str
    how_to_find_facts: list[str]
    offers: list[PartnerOfferRow]
    watch_outs: list[PartnerWatchOutRow]


class CombinationRecord(TypedDict):
    first: str
    second: str
    text: str
    basis: str
    facts: list[str]


class SignpostRecord(TypedDict):
    partner_type: str
    leads_to: str
    text: str
    basis: str
    facts: list[str]


class OrderRuleRecord(TypedDict):
    first: str
    then: str
    across_tiers: bool
    reason: str
    basis: str
    facts: list[str]
    conditions: list[ConditionRow]


class OrganisationRecord(TypedDict):
    slug: str
    name: str
    kind: str
    sector: str | None
    text: str
    basis: str
    url: str
    url_is_overview: bool
    url_found_at: str
    url_found_on: str | None
    url_is_confirmed: bool
    partner_types: list[str]
    facts: list[str]


class ToolRecord(TypedDict):
    slug: str
    name: str
    kind: str
    text: str
    basis: str
    url: str
    url_is_overview: bool
    url_found_at: str
    url_found_on: str | None
    url_is_confirmed: bool
    facts: list[str]


class PracticeExampleRecord(TypedDict):
    slug: str
    goal: str
    title: str
    text: str
    who: str
    where: str
    sector: str
    worked: str
    did_not_work: str
    lesson: str
    lesson_basis: str
    partner_types: list[str]
    facts: list[str]


class TipRecord(TypedDict):
    slug: str
    tip_set: str
    number: int
    title: str
    text: str
    basis: str
    facts: list[str]


class CautionRecord(TypedDict):
    slug: str
    severity: int
    is_leading: bool
    text: str
    basis: str
    facts: list[str]


class ActionRecord(TypedDict):
    slug: str
    moment: str
    text: str
    basis: str
    needs_time: bool
    partner_types: list[str]
    facts: list[str]


class DocumentTemplateLineRow(TypedDict):
    text: str
    basis: str
    facts: list[str]


class DocumentTemplateRecord(TypedDict):
    slug: str
    title: str
    form: str
    needs: list[str]
    lines: list[DocumentTemplateLineRow]


class OutcomeRow(TypedDict):
    group: int
    outcome: str
    is_absent: bool
    partner_types: list[str]


class PartnerEffectRow(TypedDict):
    partner_type: str
    weight: int
    only_if_scored: bool


class TierEffectRow(TypedDict):
    partner_type: str
    tier: str


class TipEffectRow(TypedDict):
    tip: str
    weight: int
    reason: str


class ExampleEffectRow(TypedDict):
    example: str
    weight: int
    reason: str


class CautionLinkRow(TypedDict):
    """A link without anything but what it links to may stand in a document as a plain text."""

    caution: str
    reason: str


class ActionLinkRow(TypedDict):
    action: str
    reason: str


class OrganisationLinkRow(TypedDict):
    organisation: str
    reason: str


class ToolLinkRow(TypedDict):
    tool: str
    reason: str


class RuleRecord(TypedDict):
    code: str
    goal: str | None
    reason: str
    basis: str
    facts: list[str]
    known_bonus: int
    unknown_tier: str
    is_confirmed: bool
    confirmed_by: str
    confirmed_on: str | None
    conditions: list[ConditionRow]
    outcomes: list[OutcomeRow]
    partners: list[PartnerEffectRow]
    tiers: list[TierEffectRow]
    tips: list[TipEffectRow]
    examples: list[ExampleEffectRow]
    cautions: list[str | CautionLinkRow]
    actions: list[str | ActionLinkRow]
    organisations: list[str | OrganisationLinkRow]
    tools: list[str | ToolLinkRow]


class CaseTierRow(TypedDict):
    partner_type: str
    tier: str


class CaseOrderRow(TypedDict):
    before: str
    after: str


class ReferenceCaseRecord(TypedDict):
    code: str
    title: str
    why: str
    facts: list[str]
    answers: list[str]
    start: list[str]
    not_start: list[str]
    has_no_start: bool
    first: str | None
    top3: list[str]
    top5: list[str]
    listed: list[str]
    not_top3: list[str]
    not_top5: list[str]
    not_listed: list[str]
    first_example: str | None
    cautions: list[str]
    not_cautions: list[str]
    actions: list[str]
    not_actions: list[str]
    later_actions: list[str]
    tips: list[str]
    not_tips: list[str]
    tools: list[str]
    not_tools: list[str]
    organisations: list[str]
    not_organisations: list[str]
    tiers: list[CaseTierRow]
    orders: list[CaseOrderRow]


class PageTextRecord(TypedDict):
    slug: str
    place: str
    title: str
    text: str


class AdviceSettingsRecord(TypedDict):
    main_goal_factor: int
    min_score: int
    tie_width: int
    top_block: int
    also_block: int
    cautions_shown: int
    actions_shown: int
    tips_emphasised: int
    examples_shown: int
    example_min: int
    goals_question: str
    main_goal_question: str
    no_country_tips_option: str | None
    little_time_option: str | None
    bad_cooperation_option: str | None
    buying_option: str | None
    source_url: str


class VerdictRecord(TypedDict):
    collection: str
    identity: str
    field: str
    digest: str
    support: str
    why: str
    judged_by: str
    judged_on: str


class TranslatedTextRow(TypedDict):
    path: str
    source: str
    text: str


class TranslationRecord(TypedDict):
    language: str
    collection: str
    identity: str
    texts: list[TranslatedTextRow]


class Document(TypedDict):
    """All content, in the order of the schema. An older one can lack what came later."""

    facts: list[FactRecord]
    goals: list[GoalRecord]
    steps: list[StepRecord]
    questions: list[QuestionRecord]
    partner_types: list[PartnerTypeRecord]
    combinations: list[CombinationRecord]
    signposts: list[SignpostRecord]
    order_rules: list[OrderRuleRecord]
    organisations: list[OrganisationRecord]
    tools: list[ToolRecord]
    practice_examples: list[PracticeExampleRecord]
    tips: list[TipRecord]
    cautions: list[CautionRecord]
    actions: list[ActionRecord]
    document_templates: list[DocumentTemplateRecord]
    rules: list[RuleRecord]
    reference_cases: list[ReferenceCaseRecord]
    page_texts: list[PageTextRecord]
    advice_settings: list[AdviceSettingsRecord]
    verdicts: list[VerdictRecord]
    translations: list[TranslationRecord]


def records_of(document: Document, collection: str) -> list[Record]:
    """The records of a collection that is known by name only; none where an older document lacks it."""
    return cast(list[Record], document.get(collection, []))


def chosen_in(case: ReferenceCaseRecord) -> dict[str, tuple[str, ...]]:
    """The answers of a case by question."""
    chosen: dict[str, tuple[str, ...]] = {}
    for reference in case["answers"]:
        question, _dot, option = reference.partition(".")
        chosen[question] = (*chosen.get(question, ()), option)
    return chosen
