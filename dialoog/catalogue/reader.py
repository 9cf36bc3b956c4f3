"""From the document of a release to its Catalogue. Plain Python: no query, setting or clock.

A document holds lists of records by collection name, in which slugs refer to other records. It must be sound
(see `content/document/soundness.py`). Texts come out as they went in.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from dialoog.catalogue.catalogue import (
    Action,
    AdviceSettings,
    Catalogue,
    Caution,
    Combination,
    DocumentTemplate,
    Effect,
    Fact,
    Goal,
    Offer,
    Option,
    OrderRule,
    Organisation,
    OutcomeCondition,
    PageText,
    PartnerType,
    PracticeExample,
    Question,
    Rule,
    Signpost,
    Statement,
    Step,
    Tip,
    Tool,
)
from dialoog.catalogue.conditions import Condition, Conditions
from dialoog.catalogue.document import (
    ActionRecord,
    AdviceSettingsRecord,
    CautionRecord,
    CombinationRecord,
    ConditionRow,
    Document,
    DocumentTemplateRecord,
    GoalRecord,
    OptionRow,
    OrderRuleRecord,
    OrganisationRecord,
    OutcomeRow,
    PartnerTypeRecord,
    PracticeExampleRecord,
    QuestionRecord,
    Record,
    RuleRecord,
    SignpostRecord,
    StepRecord,
    TipRecord,
    ToolRecord,
    records_of,
)
from dialoog.catalogue.vocabulary import (
    Basis,
    Familiarity,
    Moment,
    Operator,
    Outcome,
    PartnerKind,
    QuestionKind,
    Severity,
    SheetForm,
    Tier,
    TipSet,
)

T = TypeVar("T")


def read_catalogue(document: Document) -> Catalogue:
    return _Reader(document).catalogue()


class _Reader:
    """Reads one document; each method reads one kind of record, referred-to kinds first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        address = document["advice_settings"][0].get("source_url", "")
        self.facts = {r["code"]: _fact(r, address) for r in records_of(document, "facts")}
        names = [(q["slug"], o["slug"]) for q in _ordered_questions(document) for o in q["options"]]
        self.bits = {name: 1 << position for position, name in enumerate(names)}
        self.goals = {r["slug"]: self.goal(r) for r in document["goals"]}
        self.partner_types = {r["slug"]: self.partner_type(n, r) for n, r in enumerate(document["partner_types"])}
        self.organisations = {r["slug"]: self.organisation(r) for r in document["organisations"]}
        self.tools = {r["slug"]: self.tool(r) for r in document["tools"]}
        self.practice_examples = {r["slug"]: self.example(n, r) for n, r in enumerate(document["practice_examples"])}
        self.tips = {r["slug"]: self.tip(n, r) for n, r in enumerate(document["tips"])}
        self.cautions = {r["slug"]: self.caution(r) for r in document["cautions"]}
        self.actions = {r["slug"]: self.action(r) for r in document["actions"]}
        self.questions = {r["slug"]: self.question(r) for r in _ordered_questions(document)}

    def catalogue(self) -> Catalogue:
        rules = tuple(self.rule(index, record) for index, record in enumerate(self.document["rules"]))
        rules_by_option, rules_always = _rules_by_option(rules)
        return Catalogue(
            settings=self.settings(self.document["advice_settings"][0]),
            facts=self.facts,
            goals=self.goals,
            partner_types=self.partner_types,
            organisations=self.organisations,
            tools=self.tools,
            practice_examples=self.practice_examples,
            tips=self.tips,
            cautions=self.cautions,
            actions=self.actions,
            combinations=tuple(map(self.combination, self.document["combinations"])),
            document_templates=tuple(map(self.document_template, self.document["document_templates"])),
            signposts=tuple(map(self.signpost, self.document.get("signposts", []))),
            order_rules=tuple(map(self.order_rule, self.document["order_rules"])),
            questions=self.questions,
            steps={r["slug"]: self.step(r) for r in self.document["steps"]},
            rules=rules,
            page_texts={r["slug"]: PageText(r["title"], r["text"]) for r in self.document["page_texts"]},
            options_by_bit={o.bit: o for question in self.questions.values() for o in question.options},
            rules_by_option=rules_by_option,
            rules_always=rules_always,
        )

    def statement(self, record: Record, text: str = "text", facts: str = "facts") -> Statement:
        own = f"{text}_basis"
        basis = Basis(record.get(own if own in record else "basis", Basis.ADVICE))
        return Statement(record[text], tuple(self.facts[code] for code in record[facts]), basis)

    def optional(self, record: Record, text: str, facts: str) -> Statement | None:
        return self.statement(record, text, facts) if record[text] else None

    def goal(self, r: GoalRecord) -> Goal:
        theory = self.statement(r, "theory", "theory_facts")
        what_to_do = self.statement(r, "what_to_do", "what_to_do_facts")
        facts = tuple(self.facts[code] for code in r["facts"])
        return Goal(r["slug"], r["number"], r["name"], r["summary"], theory, what_to_do, facts)

    def partner_type(self, order: int, r: PartnerTypeRecord) -> PartnerType:
        return PartnerType(
            slug=r["slug"],
            order=order,
            name=r["name"],
            kind=PartnerKind(r["kind"]),
            in_production_country=r["in_production_country"],
            familiarity=Familiarity(r["familiarity"]),
            known_via=self.option_bit(r["known_via"]),
            description=self.statement(r, "description", "description_facts"),
            offers=tuple(Offer(self.goals[o["goal"]], self.statement(o)) for o in r["offers"]),
            watch_outs=tuple(map(self.statement, r["watch_outs"])),
            asks_in_return=self.optional(r, "asks_in_return", "asks_in_return_facts"),
            how_to_find=self.optional(r, "how_to_find", "how_to_find_facts"),
        )

    def organisation(self, r: OrganisationRecord) -> Organisation:
        partner_types = tuple(self.partner_types[slug] for slug in r["partner_types"])
        address = (r["url"], r.get("url_is_overview", False))
        return Organisation(r["slug"], r["name"], r["kind"], self.statement(r), *address, partner_types)

    def tool(self, r: ToolRecord) -> Tool:
        return Tool(r["slug"], r["name"], r["kind"], self.statement(r), r["url"], r.get("url_is_overview", False))

    def example(self, order: int, r: PracticeExampleRecord) -> PracticeExample:
        """What happened is an example by nature. A release from before did not say so, and goes on as it was."""
        told = self.statement(r)
        partner_types = tuple(self.partner_types[slug] for slug in r["partner_types"])
        if "lesson_basis" in r:
            told = replace(told, basis=Basis.EXAMPLE)
        texts = (r["who"], r["where"], r["worked"], r["did_not_work"], self.statement(r, "lesson"))
        return PracticeExample(r["slug"], order, self.goals[r["goal"]], r["title"], told, *texts, partner_types)

    def tip(self, order: int, r: TipRecord) -> Tip:
        return Tip(r["slug"], order, TipSet(r["tip_set"]), r["number"], r["title"], self.statement(r))

    def caution(self, r: CautionRecord) -> Caution:
        return Caution(r["slug"], Severity(r["severity"]), r["is_leading"], self.statement(r))

    def action(self, r: ActionRecord) -> Action:
        partner_types = frozenset(self.partner_types[slug] for slug in r.get("partner_types", []))
        return Action(r["slug"], Moment(r["moment"]), r.get("needs_time", False), partner_types, self.statement(r))

    def combination(self, r: CombinationRecord) -> Combination:
        pair = (self.partner_types[r["first"]], self.partner_types[r["second"]])
        return Combination(pair, self.statement(r))

    def signpost(self, r: SignpostRecord) -> Signpost:
        return Signpost(self.partner_types[r["partner_type"]], self.partner_types[r["leads_to"]], self.statement(r))

    def order_rule(self, r: OrderRuleRecord) -> OrderRule:
        return OrderRule(
            first=self.partner_types[r["first"]],
            then=self.partner_types[r["then"]],
            is_across_tiers=r.get("across_tiers", False),
            conditions=self.conditions(r.get("conditions", [])),
            reason=self.statement(r, "reason") if r.get("reason") else None,
        )

    def document_template(self, r: DocumentTemplateRecord) -> DocumentTemplate:
        needs = sum(map(self.option_bit, r.get("needs", [])))
        form = SheetForm(r.get("form", SheetForm.LIST))
        return DocumentTemplate(r["slug"], r["title"], needs, tuple(map(self.statement, r["lines"])), form)

    def question(self, r: QuestionRecord) -> Question:
        slug = r["slug"]
        return Question(
            slug=slug,
            step=r["step"],
            kind=QuestionKind(r["kind"]),
            text=r["text"],
            help=r["help"],
            why=r["why"],
            error_text=r["error_text"],
            is_changeable=r["is_changeable"],
            options=tuple(self.option(slug, option) for option in r["options"]),
            options_from=r["options_from"] or "",
            conditions=self.conditions(r["conditions"]),
            facts=tuple(self.facts[code] for code in r["facts"]),
        )

    def option(self, question: str, r: OptionRow) -> Option:
        needs = sum(map(self.option_bit, r.get("needs", [])))
        texts = (r["label"], r["help"], r.get("heading", ""))
        return Option(r["slug"], question, *texts, needs, r["is_exclusive"], self.bits[question, r["slug"]])

    def step(self, r: StepRecord) -> Step:
        questions = tuple(q for q in self.questions.values() if q.step == r["slug"])
        return Step(r["slug"], r["part"], r["title"], r["intro"], questions)

    def option_bit(self, reference: str | None) -> int:
        """0 for none."""
        if not reference:
            return 0
        question, _, option = reference.partition(".")
        return self.bits[question, option]

    def condition(self, r: ConditionRow) -> Condition:
        question, operator = r["question"], Operator(r["operator"])
        options = tuple(r["options"])
        about = options if operator is not Operator.AT_LEAST else self.options_of(question)
        mask = sum(self.bits[question, option] for option in about)
        return Condition(question, operator, options, r["count"], mask)

    def options_of(self, question: str) -> tuple[str, ...]:
        return tuple(option for slug, option in self.bits if slug == question)

    def conditions(self, records: Iterable[ConditionRow]) -> Conditions:
        groups: dict[int, list[Condition]] = {}
        for record in records:
            groups.setdefault(record["group"], []).append(self.condition(record))
        return Conditions(tuple(tuple(groups[group]) for group in sorted(groups)))

    def rule(self, index: int, r: RuleRecord) -> Rule:
        partners = [(self.partner_types[e["partner_type"]], e["weight"], e["only_if_scored"]) for e in r["partners"]]
        return Rule(
            code=r["code"],
            index=index,
            goal=self.goals[r["goal"]] if r["goal"] else None,
            conditions=self.conditions(r["conditions"]),
            outcomes=self.outcomes(r.get("outcomes", [])),
            reason=self.statement(r, "reason"),
            partners=tuple((partner, weight) for partner, weight, later in partners if not later),
            partners_if_scored=tuple((partner, weight) for partner, weight, later in partners if later),
            tiers=tuple((self.partner_types[e["partner_type"]], Tier(e["tier"])) for e in r["tiers"]),
            tips=self.effects(r, r["tips"], "tip", self.tips),
            examples=self.effects(r, r["examples"], "example", self.practice_examples),
            cautions=self.effects(r, r["cautions"], "caution", self.cautions),
            actions=self.effects(r, r["actions"], "action", self.actions),
            organisations=self.effects(r, r["organisations"], "organisation", self.organisations),
            tools=self.effects(r, r["tools"], "tool", self.tools),
            known_bonus=r["known_bonus"],
            unknown_tier=Tier(r["unknown_tier"]) if r["unknown_tier"] else None,
        )

    def effects(self, rule: RuleRecord, rows: Iterable[Any], name: str, items: dict[str, T]) -> tuple[Effect[T], ...]:
        """The reason of an effect rests on the places in the source of its rule. A short row is a slug."""
        found = (row if isinstance(row, dict) else {name: row} for row in rows)
        return tuple(
            Effect(
                item=items[row[name]],
                weight=row.get("weight", 0),
                reason=self.statement({**rule, "text": row["reason"]}) if row.get("reason") else None,
            )
            for row in found
        )

    def outcomes(self, rows: Iterable[OutcomeRow]) -> tuple[tuple[OutcomeCondition, ...], ...]:
        groups: dict[int, list[OutcomeCondition]] = {}
        for row in rows:
            partner_types = frozenset(self.partner_types[slug] for slug in row["partner_types"])
            condition = OutcomeCondition(Outcome(row["outcome"]), row["is_absent"], partner_types)
            groups.setdefault(row["group"], []).append(condition)
        return tuple(tuple(groups[group]) for group in sorted(groups))

    def settings(self, r: AdviceSettingsRecord) -> AdviceSettings:
        return AdviceSettings(
            main_goal_factor=r["main_goal_factor"],
            min_score=r["min_score"],
            tie_width=r.get("tie_width", 1),
            top_block=r["top_block"],
            also_block=r["also_block"],
            cautions_shown=r["cautions_shown"],
            actions_shown=r["actions_shown"],
            tips_emphasised=r["tips_emphasised"],
            examples_shown=r["examples_shown"],
            example_min=r["example_min"],
            goals_question=r["goals_question"],
            main_goal_question=r["main_goal_question"],
            no_country_tips=self.option_bit(r["no_country_tips_option"]),
            little_time=self.option_bit(r.get("little_time_option")),
            bad_cooperation=self.option_bit(r.get("bad_cooperation_option")),
            buying=self.option_bit(r.get("buying_option")),
        )


def _ordered_questions(document: Document) -> list[QuestionRecord]:
    """Questions in the order in which they are asked: by step, then by place in the step."""
    steps = {record["slug"]: position for position, record in enumerate(document["steps"])}
    return sorted(document["questions"], key=lambda question: steps[question["step"]])


def _fact(r: Record, address: str) -> Fact:
    """Its headings in the source are in a document in another language alone."""
    there = r.get("source_chapter", ""), r.get("source_section", "")
    return Fact(r["code"], r["chapter"], r["section"], r["text"], address, *there)


def _rules_by_option(rules: tuple[Rule, ...]) -> tuple[dict[int, int], int]:
    """Each rule under the options that the fewest rules ask for: those bring it in least often for nothing."""
    asked = Counter(bit for rule in rules for mask in rule.conditions.triggers for bit in _bits(mask))
    by_option: dict[int, int] = {}
    always = 0
    for rule in rules:
        triggers = rule.conditions.triggers
        if not triggers:
            always |= 1 << rule.index
            continue
        for bit in _bits(min(triggers, key=lambda mask: sum(asked[bit] for bit in _bits(mask)))):
            by_option[bit] = by_option.get(bit, 0) | 1 << rule.index
    return by_option, always


def _bits(number: int) -> Iterator[int]:
    while number:
        bit = number & -number
        yield bit
        number ^= bit
