"""Replacing content: the tables become equal to a document, all or nothing, and what stays the same is left alone."""

import random
from copy import deepcopy
from typing import Any

import pytest
from django.db import models

from dialoog.content.document.applying import Applied, apply_document, apply_record
from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import (
    AdviceSettings,
    Caution,
    Goal,
    Option,
    PageText,
    PartnerType,
    Question,
    Rule,
    Tip,
)
from dialoog.content.models.versions import Version
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_option,
    build_order_rule,
    build_partner_type,
    build_question,
    build_rule,
    build_signpost,
    build_step,
    gives,
    on_outcome,
    real_document,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

Document = dict[str, Any]


@pytest.fixture
def content() -> Document:
    """The real content, which is in the tables; a copy to change."""
    return deepcopy(real_document())


def apply(document: Document) -> Applied:
    return apply_document(document, reason="Proef")


def applies(document: Document) -> Applied:
    """Apply, and see that the tables then give the same document."""
    applied = apply(document)
    assert export_document() == document
    return applied


def find(records: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(record for record in records if name in (record.get("slug"), record.get("code")))


def versions(instance: models.Model) -> Any:
    return Version.objects.of(instance)


def count_versions() -> int:
    return Version.objects.count()


# What comes out is what went in


def test_equal_content_changes_nothing(content: Document) -> None:
    before = count_versions(), list(Rule.objects.values_list("pk", "order"))

    assert applies(content) == Applied(new=0, changed=0, gone=0)
    assert (count_versions(), list(Rule.objects.values_list("pk", "order"))) == before


def test_a_changed_text_keeps_its_record_and_gets_a_version(content: Document) -> None:
    caution = Caution.objects.get(slug="capaciteit")
    find(content["cautions"], "capaciteit")["text"] = "Vraag wat haalbaar is."
    before = count_versions()

    assert applies(content) == Applied(new=0, changed=1, gone=0)

    latest = versions(Caution.objects.get(pk=caution.pk)).first()
    assert (latest.event, latest.reason, latest.record["text"]) == ("~", "Proef", "Vraag wat haalbaar is.")
    assert latest.record == find(content["cautions"], "capaciteit")
    assert count_versions() == before + 1


def test_small_content_replaces_real_content_and_back(content: Document) -> None:
    small = build_document(rules=[build_rule(partners=[gives("bond", 1)])])

    applies(small)
    applies(content)


def test_every_collection_that_nothing_refers_to_can_be_emptied(content: Document) -> None:
    content["reference_cases"] = []
    content["rules"] = []
    for name in ("combinations", "signposts", "order_rules", "organisations", "tools", "practice_examples", "tips"):
        content[name] = []
    for name in (
        "cautions",
        "actions",
        "document_templates",
        "page_texts",
        "advice_settings",
        "verdicts",
        "translations",
    ):
        content[name] = []
    for name in ("partner_types", "questions"):
        content[name] = []
    content["steps"] = []
    for goal in content["goals"]:
        goal |= {"facts": [], "theory_facts": [], "what_to_do_facts": []}
    content["facts"] = []

    applied = applies(content)

    assert applied.gone == sum(len(records) for records in real_document().values()) - len(content["goals"])
    assert Option.objects.count() == 0


def test_everything_can_go_and_come_back(content: Document) -> None:
    applies({name: [] for name in SCHEMA})
    applies(content)


def test_every_collection_can_be_turned_around(content: Document) -> None:
    """Whatever lists the records elsewhere then lists them the other way around too; only the order numbers change."""
    turned = {name: records[::-1] for name, records in content.items()}
    before = count_versions()

    assert apply(turned) == Applied(new=0, changed=0, gone=0)

    assert export_document() == admit(turned)
    assert export_document()["rules"][0]["code"] == content["rules"][-1]["code"]
    assert count_versions() == before


def test_goals_can_change_numbers(content: Document) -> None:
    first, second = content["goals"][:2]
    first["number"], second["number"] = second["number"], first["number"]
    content["goals"][:2] = [second, first]

    apply(content)

    assert list(Goal.objects.values_list("slug", flat=True)[:2]) == [second["slug"], first["slug"]]


def test_numbers_of_tips_can_go_round(content: Document) -> None:
    general = [tip for tip in content["tips"] if tip["tip_set"] == "algemeen"]
    for tip, other in zip(general, [*general[1:], general[0]], strict=True):
        tip["number"] = real_number(other["slug"])

    assert applies(content).changed == len(general)


def real_number(slug: str) -> int:
    return int(find(real_document()["tips"], slug)["number"])


def test_a_new_record_takes_the_number_of_one_that_goes(content: Document) -> None:
    tip = content["tips"][0]
    kept = Tip.objects.get(slug=tip["slug"])
    for rule in content["rules"]:
        rule["tips"] = [effect for effect in rule["tips"] if effect["tip"] != tip["slug"]]
    for case in content["reference_cases"]:
        for name in ("tips", "not_tips"):
            case[name] = [slug for slug in case[name] if slug != tip["slug"]]
    tip["slug"] = "een_ander"

    applies(content)

    gone, first = versions(kept)
    assert (gone.event, first.record["number"], gone.reason) == ("-", kept.number, "Proef")


def test_an_option_keeps_its_row_when_its_neighbours_change(content: Document) -> None:
    question = find(content["questions"], "sector")
    keys = {option.slug: option.pk for option in Option.objects.filter(question__slug="sector")}
    question["options"].reverse()
    question["options"].insert(1, build_option("nieuw"))
    question["options"][0]["label"] = "Anders"

    apply(content)

    now = {option.slug: option.pk for option in Option.objects.filter(question__slug="sector")}
    assert now.pop("nieuw")
    assert now == keys
    assert [option["slug"] for option in find(export_document()["questions"], "sector")["options"]] == [
        option["slug"] for option in question["options"]
    ]


def test_another_key_is_another_record(content: Document) -> None:
    """Everything that refers to it moves along, in the same document."""
    small = build_document(
        partner_types=[build_partner_type("bond", familiarity="via_antwoord", known_via="doelen.kennis")],
        rules=[build_rule(partners=[gives("bond", 1)], conditions=[build_condition("doelen", "kennis")])],
    )
    applies(small)
    old = PartnerType.objects.get(slug="bond").pk
    renamed = deepcopy(small)
    renamed["partner_types"][0] |= {"slug": "vakbond", "known_via": "doelen.weten"}
    renamed["questions"][0]["options"][0]["slug"] = "weten"
    renamed["rules"][0] |= {"partners": [gives("vakbond", 1)], "conditions": [build_condition("doelen", "weten")]}

    assert applies(renamed) == Applied(new=1, changed=2, gone=1)
    assert not PartnerType.objects.filter(pk=old).exists()
    applies(small)


def test_questions_that_hold_on_to_one_another_can_go_together(content: Document) -> None:
    content = build_document(
        questions=[
            *build_document()["questions"],
            build_question("een", "a", "b", step="plaats", conditions=[build_condition("twee", "a")]),
            build_question("twee", "a", "b", step="plaats", options_from="een"),
        ]
    )
    applies(content)

    applies(build_document())


def test_a_question_can_refer_to_a_new_one_that_comes_later() -> None:
    apply(build_document())
    questions = build_document()["questions"]
    questions[0]["options_from"] = "later"
    later = build_question("later", "a", "b", step="plaats", options_from="plaats")

    applies(build_document(questions=[*questions, later]))


def test_a_question_moves_to_another_step(content: Document) -> None:
    """In the document, questions stand in the order in which they are asked, however they were given."""
    small = build_document()
    apply(small)
    small["questions"][0]["step"] = "plaats"
    small["steps"].reverse()
    small["steps"].append({"slug": "nieuw", "part": "Nieuw", "title": "", "intro": ""})
    small["questions"][1]["step"] = "nieuw"

    apply(small)

    assert [question["slug"] for question in export_document()["questions"]] == ["doelen", "plaats", "hoofddoel"]
    assert Question.objects.get(slug="doelen").step.slug == "plaats"


def test_a_list_may_be_given_in_any_order(content: Document) -> None:
    rule = next(rule for rule in content["rules"] if len(rule["facts"]) > 1)
    rule["facts"].reverse()

    assert apply(content) == Applied(new=0, changed=0, gone=0)


def test_order_numbers_stay_where_the_order_is_right(content: Document) -> None:
    Caution.objects.filter(slug=content["cautions"][0]["slug"]).update(order=3)
    content["cautions"][0]["text"] = "Anders."

    applies(content)

    assert Caution.objects.first().order == 3


# One record


def test_a_record_goes_back_to_what_it_was() -> None:
    """With everything that belongs to it, and nothing else changes."""
    before = find(real_document()["rules"], "K07")
    rule = Rule.objects.get(code="K07")
    rule.reason = "Anders."
    rule.save()
    rule.conditions.all().delete()
    rule.partners.all().delete()
    rule.facts.clear()

    restored = apply_record("rules", before, reason="Terug")

    assert restored == rule
    assert export_document() == real_document()
    assert [version.reason for version in versions(rule)] == ["Terug", "", "Zo begon het"]
    assert versions(rule)[1].record["reason"] == "Anders."


def test_a_deleted_record_comes_back_at_the_end() -> None:
    before = real_document()["page_texts"][0]
    PageText.objects.first().delete()

    apply_record("page_texts", before, reason="Terug")

    assert export_document()["page_texts"][-1] == before


def test_the_settings_come_back_too(content: Document) -> None:
    AdviceSettings.objects.get().delete()

    apply_record("advice_settings", content["advice_settings"][0], reason="Terug")

    assert export_document() == content


def test_a_record_does_not_come_back_without_what_it_refers_to() -> None:
    before = find(real_document()["rules"], "K07")
    apply(build_document())

    with pytest.raises(ContentRefused, match="Adviesregel 'K07' verwijst naar bronverwijzing 'F33'"):
        apply_record("rules", before, reason="Terug")

    assert not Rule.objects.exists()


def test_a_question_keeps_an_option_that_others_refer_to(content: Document) -> None:
    before = deepcopy(find(content["questions"], "doelen"))
    before["options"] = before["options"][1:]

    with pytest.raises(ContentRefused, match=r"verwijst naar antwoordoptie 'doelen\."):
        apply_record("questions", before, reason="Terug")

    assert export_document() == content


def test_a_mistake_elsewhere_does_not_keep_a_record_from_coming_back(content: Document) -> None:
    Caution.objects.filter(slug="capaciteit").update(text="x" * 700)

    apply_record("tips", content["tips"][0] | {"title": "Terug"}, reason="Terug")

    assert Tip.objects.get(slug=content["tips"][0]["slug"]).title == "Terug"


def test_a_version_from_before_a_field_gets_its_default(content: Document) -> None:
    record = {name: value for name, value in content["tips"][0].items() if name != "facts"}

    apply_record("tips", record, reason="Terug")

    assert export_document()["tips"][0] == content["tips"][0] | {"facts": []}


# Random content


class Random:
    """Makes documents with a few records of each kind that refer to one another at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def some(self, names: list[Any], least: int = 0) -> list[Any]:
        return self.random.sample(names, self.random.randint(least, max(least, len(names))))

    def one(self, names: list[Any]) -> Any:
        return self.random.choice(names)

    def text(self) -> str:
        return self.one(["Zo is het.", "Zo was het.", "Twee\nregels: 'a' & \"b\"", "é – ☃", "yes", "- 1"])

    def document(self) -> Document:
        facts = self.some(["F1", "F2", "F3", "F4"], 1)
        goals = self.some(["kennis", "toegang", "kosten"], 1)
        steps = self.some(["stap-a", "stap-b", "stap-c"], 1)
        self.facts, numbers = facts, self.random.sample(range(1, 5), len(goals))
        texts = {"name": "Doel", "summary": "Kort", "theory": self.text(), "what_to_do": self.text()}
        lists = {name: self.some(facts) for name in ("facts", "theory_facts", "what_to_do_facts")}
        document = {
            "facts": [build_fact(code, text=self.text()) for code in facts],
            "goals": [{"slug": slug, "number": n, **texts, **lists} for slug, n in zip(goals, numbers, strict=True)],
            "steps": [build_step(slug, title=self.text()) for slug in steps],
            "questions": self.questions(steps),
        }
        options = [f"{q['slug']}.{option['slug']}" for q in document["questions"] for option in q["options"]]
        partners = [self.partner_type(slug, goals, options) for slug in self.some(["bond", "bureau", "ngo", "koepel"])]
        return document | {"partner_types": partners} | self.advice(goals, options, [p["slug"] for p in partners])

    def questions(self, steps: list[str]) -> list[dict[str, Any]]:
        slugs = self.some(["een", "twee", "drie", "vier"])
        options = {slug: self.some(["a", "b", "c", "d"], 1) for slug in slugs}
        references = [f"{slug}.{option}" for slug in slugs for option in options[slug]]
        return [
            build_question(
                slug,
                *(build_option(option, label=self.text(), needs=self.some(references)) for option in options[slug]),
                step=self.one(steps),
                facts=self.some(self.facts),
                options_from=self.one([None, *slugs]),
                conditions=self.conditions(options),
            )
            for slug in slugs
        ]

    def conditions(self, options: dict[str, list[str]]) -> list[dict[str, Any]]:
        asked = self.some(list(options))
        return [build_condition(q, *self.some(options[q]), group=self.one([1, 2])) for q in asked]

    def partner_type(self, slug: str, goals: list[str], options: list[str]) -> dict[str, Any]:
        via = self.one([None, *options])
        return build_partner_type(
            slug,
            familiarity="via_antwoord" if via else "nooit",
            known_via=via,
            description_facts=self.some(self.facts),
            offers=[
                {"goal": g, "text": self.text(), "basis": "advies", "facts": self.some(self.facts)}
                for g in self.some(goals)
            ],
            watch_outs=[{"text": self.text(), "facts": []} for _ in range(self.one([0, 2]))],
        )

    def advice(self, goals: list[str], options: list[str], partners: list[str]) -> Document:
        pairs = [[a, b] for a in partners for b in partners if a != b]
        tips = [self.tip(slug, n) for n, slug in enumerate(self.some(["t1", "t2", "t3", "t4"]), start=1)]
        cautions = self.some(["c1", "c2", "c3"])
        by_question: dict[str, list[str]] = {}
        for option in options:
            by_question.setdefault(option.partition(".")[0], []).append(option.partition(".")[2])
        rules = [
            build_rule(
                code,
                goal=self.one([None, *goals]),
                conditions=self.conditions(by_question),
                tips=[{"tip": tip["slug"], "weight": 1} for tip in tips if self.one([True, False])],
                cautions=[self.link(caution) for caution in self.some(cautions)],
                **self.rule(partners),
            )
            for code in self.some(["K01", "K02", "K03"])
        ]
        first = {"severity": 1, "is_leading": False, "text": self.text(), "facts": self.some(self.facts)}
        return {
            "combinations": [
                {"first": a, "second": b, "text": self.text(), "basis": "advies", "facts": self.some(self.facts)}
                for a, b in self.some(pairs)
            ],
            "signposts": [build_signpost(a, b, facts=self.some(self.facts)) for a, b in self.some(pairs)],
            "order_rules": [
                build_order_rule(a, b, facts=[], reason=self.text(), conditions=self.conditions(by_question))
                for a, b in self.some(pairs)
            ],
            "tips": tips,
            "cautions": [{"slug": slug, **first} for slug in cautions],
            "rules": rules,
        }

    def rule(self, partners: list[str]) -> dict[str, Any]:
        return {
            "reason": self.text(),
            "facts": self.some(self.facts),
            "outcomes": [on_outcome("beginnen_met", *self.some(partners), group=g) for g in self.some([2, 1])],
            "partners": [gives(partner, self.one([-1, 2])) for partner in self.some(partners)],
            "tiers": [{"partner_type": partner, "tier": "eerst"} for partner in self.some(partners)],
            "confirmed_on": self.one([None, "2024-04-30"]),
        }

    def link(self, caution: str) -> Any:
        """In every way that a document may say it."""
        return self.one([caution, {"caution": caution}, {"caution": caution, "reason": self.text()}])

    def tip(self, slug: str, number: int) -> dict[str, Any]:
        kind = self.one(["algemeen", "productieland"])
        return {"slug": slug, "tip_set": kind, "number": number, "title": "Tip", "text": self.text(), "facts": []}


@pytest.mark.parametrize("seed", range(4))
def test_any_content_can_become_any_other(seed: int) -> None:
    source = Random(seed)
    for _ in range(5):
        document = source.document()

        apply(document)

        assert export_document() == admit(document)
        assert apply(export_document()) == Applied(new=0, changed=0, gone=0)
