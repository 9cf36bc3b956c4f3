"""Which fields of which models make up the content document, in the order of its text.

One schema serves four ways: fixtures, publishing, preview of a draft, and exchange between sites. A record
refers to others by their `reference`; its place in the list is its order.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from dialoog.catalogue.document import Record
from dialoog.content import models as content


@dataclass(frozen=True)
class Shape:
    """One kind of record: its model, its fields in order, and the kinds of record that belong to it."""

    model: type[models.Model]
    fields: tuple[str, ...]
    children: "dict[str, Shape]" = field(default_factory=dict)
    owner: str = ""
    """On a child: the foreign key to the record that it belongs to."""
    short_options: bool = False
    """Options of the row's own question are named without that question."""
    label: str = ""
    """The field by which people know a record."""
    key: tuple[str, ...] | None = None
    """The fields that tell one record from another: the first, unless said otherwise. Empty: there is one record."""
    has_short_rows: bool = False
    """A row with nothing but its first field stands in a document as that value, without a name."""

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that make up a record's identity."""
        return self.fields[:1] if self.key is None else self.key

    def identity(self, record: Record) -> str:
        """The record's name in differences and references: `K07`, or `bond + bureau`."""
        return " + ".join(str(record[name]) for name in self.names)

    def references(self, record: Record, name: str) -> list[str]:
        """What a list of a record refers to, in full."""
        if not self.short_options:
            return list(record[name])
        return [option if "." in option else f"{record['question']}.{option}" for option in record[name]]

    def record(self, row: Any) -> Record:
        """A row of a document with its names, also if it is short."""
        return row if not self.has_short_rows or isinstance(row, dict) else {self.fields[0]: row}

    def row(self, record: Record) -> Any:
        """A record as a row of a document: short where it can be."""
        is_short = self.has_short_rows and not any(record.get(name) for name in self.fields[1:])
        return record[self.fields[0]] if is_short else record


_ADDRESS = ("url", "url_is_overview", "url_found_at", "url_found_on", "url_is_confirmed")
_CONDITION_FIELDS = ("group", "question", "operator", "options", "count")


def _effects(model: type[models.Model], *fields: str) -> Shape:
    return Shape(model, fields, owner="rule")


def _links(model: type[models.Model], *fields: str) -> Shape:
    return Shape(model, (*fields, "reason"), owner="rule", has_short_rows=True)


SCHEMA: dict[str, Shape] = {
    "facts": Shape(
        content.Fact,
        ("code", "chapter", "section", "text", "line", "is_background", "left_out", "is_withdrawn"),
        label="text",
    ),
    "goals": Shape(
        content.Goal,
        (
            "slug",
            "number",
            "name",
            "summary",
            "theory",
            "theory_basis",
            "theory_facts",
            "what_to_do",
            "what_to_do_basis",
            "what_to_do_facts",
            "facts",
        ),
        label="name",
    ),
    "steps": Shape(content.Step, ("slug", "part", "title", "intro"), label="part"),
    "questions": Shape(
        content.Question,
        (
            *("slug", "name", "step", "kind", "text", "help", "why", "error_text", "changes"),
            *("is_changeable", "options_from", "facts"),
        ),
        label="name",
        children={
            "conditions": Shape(content.QuestionCondition, _CONDITION_FIELDS, owner="owner", short_options=True),
            "options": Shape(
                content.Option,
                ("slug", "label", "help", "heading", "needs", "is_exclusive", "is_neutral"),
                label="label",
                owner="question",
            ),
        },
    ),
    "partner_types": Shape(
        content.PartnerType,
        (
            *("slug", "name", "kind", "in_production_country", "familiarity", "known_via"),
            *("description", "description_basis", "description_facts"),
            *("asks_in_return", "asks_in_return_basis", "asks_in_return_facts"),
            *("how_to_find", "how_to_find_basis", "how_to_find_facts"),
        ),
        label="name",
        children={
            "offers": Shape(content.PartnerOffer, ("goal", "text", "basis", "facts"), owner="partner_type"),
            "watch_outs": Shape(content.PartnerWatchOut, ("text", "basis", "facts"), owner="partner_type"),
        },
    ),
    "combinations": Shape(content.Combination, ("first", "second", "text", "basis", "facts"), key=("first", "second")),
    "signposts": Shape(
        content.Signpost, ("partner_type", "leads_to", "text", "basis", "facts"), key=("partner_type", "leads_to")
    ),
    "order_rules": Shape(
        content.OrderRule,
        ("first", "then", "across_tiers", "reason", "basis", "facts"),
        key=("first", "then"),
        children={
            "conditions": Shape(content.OrderRuleCondition, _CONDITION_FIELDS, owner="owner", short_options=True)
        },
    ),
    "organisations": Shape(
        content.Organisation,
        ("slug", "name", "kind", "sector", "text", "basis", *_ADDRESS, "partner_types", "facts"),
        label="name",
    ),
    "tools": Shape(content.Tool, ("slug", "name", "kind", "text", "basis", *_ADDRESS, "facts"), label="name"),
    "practice_examples": Shape(
        content.PracticeExample,
        (
            *("slug", "goal", "title", "text", "who", "where", "sector", "worked", "did_not_work", "lesson"),
            "lesson_basis",
            *("partner_types", "facts"),
        ),
        label="title",
    ),
    "tips": Shape(content.Tip, ("slug", "tip_set", "number", "title", "text", "basis", "facts"), label="title"),
    "cautions": Shape(content.Caution, ("slug", "severity", "is_leading", "text", "basis", "facts"), label="text"),
    "actions": Shape(
        content.Action, ("slug", "moment", "text", "basis", "needs_time", "partner_types", "facts"), label="text"
    ),
    "document_templates": Shape(
        content.DocumentTemplate,
        ("slug", "title", "form", "needs"),
        label="title",
        children={"lines": Shape(content.DocumentTemplateLine, ("text", "basis", "facts"), owner="template")},
    ),
    "rules": Shape(
        content.Rule,
        (
            *("code", "goal", "reason", "basis", "facts", "known_bonus", "unknown_tier"),
            *("is_confirmed", "confirmed_by", "confirmed_on"),
        ),
        label="reason",
        children={
            "conditions": Shape(content.RuleCondition, _CONDITION_FIELDS, owner="rule", short_options=True),
            "outcomes": Shape(
                content.RuleOutcome, ("group", "outcome", "is_absent", "partner_types"), owner="rule", key=("outcome",)
            ),
            "partners": _effects(content.PartnerEffect, "partner_type", "weight", "only_if_scored"),
            "tiers": _effects(content.TierEffect, "partner_type", "tier"),
            "tips": _effects(content.TipEffect, "tip", "weight", "reason"),
            "examples": _effects(content.ExampleEffect, "example", "weight", "reason"),
            "cautions": _links(content.RuleCaution, "caution"),
            "actions": _links(content.RuleAction, "action"),
            "organisations": _links(content.RuleOrganisation, "organisation"),
            "tools": _links(content.RuleTool, "tool"),
        },
    ),
    "reference_cases": Shape(
        content.ReferenceCase,
        (
            *("code", "title", "why", "facts", "answers"),
            *("start", "not_start", "has_no_start"),
            *("first", "top3", "top5", "listed", "not_top3", "not_top5", "not_listed", "first_example"),
            *("cautions", "not_cautions", "actions", "not_actions", "later_actions", "tips", "not_tips"),
            *("tools", "not_tools", "organisations", "not_organisations"),
        ),
        label="title",
        children={
            "tiers": Shape(content.CaseTier, ("partner_type", "tier"), owner="case"),
            "orders": Shape(content.CaseOrder, ("before", "after"), owner="case"),
        },
    ),
    "page_texts": Shape(content.PageText, ("slug", "place", "title", "text"), label="place"),
    "advice_settings": Shape(
        content.AdviceSettings,
        (
            *("main_goal_factor", "min_score", "tie_width", "top_block", "also_block", "cautions_shown"),
            "actions_shown",
            *("tips_emphasised", "examples_shown", "example_min"),
            *("goals_question", "main_goal_question", "no_country_tips_option"),
            *("little_time_option", "bad_cooperation_option", "buying_option"),
            "source_url",
        ),
        key=(),
    ),
    "verdicts": Shape(
        content.Verdict,
        ("collection", "identity", "field", "digest", "support", "why", "judged_by", "judged_on"),
        key=("collection", "identity", "field", "digest"),
    ),
    "translations": Shape(
        content.Translation,
        ("language", "collection", "identity"),
        key=("language", "collection", "identity"),
        children={
            "texts": Shape(content.TranslatedText, ("path", "source", "text"), owner="translation", label="text"),
        },
    ),
}
"""Every collection; one that others refer to comes before them, except through a foreign key that may be empty."""

COLLECTION_OF: dict[type[models.Model], str] = {shape.model: name for name, shape in SCHEMA.items()}
"""The name of the collection that holds the records of a model."""
