"""The list of kinds says the same as the content: what a rule can bring in is in it, under the names used there."""

from dataclasses import replace

import pytest

from dialoog.advice import advise
from dialoog.advice.kinds import ACTIONS, KINDS, LINE_KINDS, PARTNER_TYPES, LineKind
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from tests.advice.test_golden_cases import CASES
from tests.builders import real_catalogue, real_document

ROWS = SCHEMA["rules"].children
"""What belongs to a rule: its conditions, its effects, and the moves of partner types, which bring in nothing."""
CONDITIONS = {"conditions", "outcomes"}

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_line_kind = pytest.mark.parametrize("kind", LINE_KINDS, ids=lambda kind: kind.name)


def test_every_effect_of_a_rule_is_of_a_kind() -> None:
    assert {kind.name for kind in KINDS} == set(ROWS) - CONDITIONS - {"tiers"}


@each_kind
def test_a_kind_is_the_collection_that_rules_refer_to(kind: LineKind) -> None:
    shape = ROWS[kind.name]
    referred = shape.model._meta.get_field(shape.fields[0]).related_model

    assert COLLECTION_OF[referred] == kind.collection
    assert list(getattr(real_catalogue(), kind.collection)) == [r["slug"] for r in real_document()[kind.collection]]


@each_kind
def test_a_kind_is_weighed_where_rules_have_a_weight(kind: LineKind) -> None:
    assert kind.is_weighed is ("weight" in ROWS[kind.name].fields)


@each_kind
def test_one_goes_by_its_title_or_name_or_by_its_text(kind: LineKind) -> None:
    assert (kind.title or "text") == SCHEMA[kind.collection].label


@each_kind
def test_a_rule_brings_in_what_its_record_names(kind: LineKind) -> None:
    known = getattr(real_catalogue(), kind.collection).values()
    brought_in = [item for rule in real_catalogue().rules for item in kind.brought_in_by(rule)]

    assert brought_in
    assert all(item in known for item in brought_in)


@each_line_kind
def test_the_advice_as_data_has_the_lines_of_every_kind(kind: LineKind) -> None:
    catalogue = real_catalogue()
    advices = [advise(catalogue, Answers.from_json(catalogue, case["answers"])) for case in CASES]
    advice = next(advice for advice in advices if advice.lines[kind])

    without = replace(advice, lines={**advice.lines, kind: []})

    assert to_json(catalogue, advice)[kind.name] == advice.slugs(kind) != []
    changed = {kind.name: [], **({"later_actions": []} if kind is ACTIONS else {})}
    assert to_json(catalogue, without) == {**to_json(catalogue, advice), **changed}


def test_partner_types_are_in_the_order_of_the_ranking() -> None:
    advice = advise(real_catalogue(), Answers.from_json(real_catalogue(), CASES[0]["answers"]))

    assert advice.slugs(PARTNER_TYPES) == [row["partner_type"] for row in CASES[0]["result"]["ranking"]]
