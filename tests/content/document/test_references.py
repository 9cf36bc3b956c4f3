"""Where a record is used is found in every kind of field, in rows and in conditions, and nowhere else."""

from typing import Any

import pytest

from dialoog.catalogue.document import Key
from dialoog.content.document.exporting import export_document
from dialoog.content.document.references import Use, known_targets, references, targets_of, uses
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Fact, Option, OrderRule, PartnerType, Question, Rule
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_partner_type,
    build_question,
    build_rule,
    gives,
    real_document,
)


def used(model: Any, reference: str, **changes: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    found = uses(build_document(**changes), [(model, reference)])
    return [(*use.key, use.places) for use in found]


def test_a_list_of_a_record() -> None:
    rule = build_rule("K01", facts=["F2"])

    assert used(Fact, "F2", facts=[build_fact("F1"), build_fact("F2")], rules=[rule]) == [
        ("rules", "K01", ("bronverwijzingen",))
    ]


def test_a_row_of_a_record() -> None:
    rule = build_rule("K01", partners=[gives("bond", 3)])

    assert used(PartnerType, "bond", rules=[rule]) == [("rules", "K01", ("punten voor een partnertype",))]


def test_a_list_in_a_row() -> None:
    offer = {"goal": "kennis", "text": "Weet veel.", "basis": "advies", "facts": ["F2"]}
    partner = build_partner_type("bond", offers=[offer])

    assert used(Fact, "F2", partner_types=[partner]) == [("partner_types", "bond", ("wat een partnertype biedt",))]


def test_a_row_that_is_no_more_than_a_name() -> None:
    found = [r.target for r in references({"rules": [build_rule(cautions=["capaciteit"], facts=[])]})]

    assert found == [(SCHEMA["cautions"].model, "capaciteit")]


@pytest.mark.parametrize("option", ["kennis", "doelen.kennis"])
def test_an_option_in_a_condition_also_when_its_question_is_left_out(option: str) -> None:
    rule = build_rule("K01", conditions=[build_condition("doelen", option)])

    assert used(Option, "doelen.kennis", rules=[rule]) == [("rules", "K01", ("voorwaarde",))]


def test_a_question_in_a_condition_of_another() -> None:
    asked = build_question("sector", "textiel", "anders", conditions=[build_condition("plaats", "nederland")])
    questions = [*build_document()["questions"], asked]

    assert used(Question, "plaats", questions=questions) == [("questions", "sector", ("voorwaarde van een vraag",))]


def test_a_record_is_named_once_with_all_places() -> None:
    rule = build_rule("K01", partners=[gives("bond", 3)], tiers=[{"partner_type": "bond", "tier": "daarna"}])

    assert used(PartnerType, "bond", rules=[rule]) == [
        ("rules", "K01", ("punten voor een partnertype", "verplaatsing"))
    ]


def test_what_is_used_nowhere() -> None:
    assert used(PartnerType, "bond") == []


def test_a_record_that_is_a_target_itself_does_not_count() -> None:
    """When both go at once, neither holds on to the other."""
    rules = [build_rule("K01", conditions=[build_condition("plaats", "nederland")])]
    document = build_document(rules=rules)
    settings = [use.key.collection for use in uses(document, [(Option, "plaats.nederland")])]

    found = uses(document, [(Option, "plaats.nederland"), (Rule, "K01")])

    assert settings == ["rules", "advice_settings"]
    assert [use.key.collection for use in found] == ["advice_settings"]


def test_a_use_has_the_name_that_editors_know() -> None:
    """A code is known to people, a slug is not."""
    rule = build_rule("K07", reason="Deze partij weet wat er speelt.", facts=["F1"])
    found = uses(build_document(rules=[rule]), [(Fact, "F1")])

    places = ("bronnen van de theorie", "bronnen van wat je moet doen", "bronverwijzingen")
    assert found[0] == Use(Key("goals", "kennis"), "Doel kennis", places)
    assert found[-1].name == "Adviesregel K07: Deze partij weet wat er speelt."


def test_every_reference_of_the_real_content_is_to_something_known() -> None:
    document = real_document()
    targets = {reference.target for reference in references(document)}

    assert targets <= known_targets(document)
    assert len(targets) > 400


@pytest.mark.django_db
def test_the_targets_of_the_tables_are_those_of_the_document() -> None:
    found = {
        target for shape in SCHEMA.values() for i in shape.model._default_manager.all() for target in targets_of(i)
    }
    settings = SCHEMA["advice_settings"].model

    assert {t for t in found if t[0] is not settings} == {
        t for t in known_targets(export_document()) if t[0] is not settings
    }


@pytest.mark.django_db
def test_a_pair_without_a_name_of_its_own_is_known_by_both() -> None:
    first, then = (
        PartnerType.objects.create(slug=slug, name=slug, description="Wie het is.") for slug in ("een", "twee")
    )
    pair = OrderRule.objects.create(first=first, then=then)

    assert targets_of(pair) == [(OrderRule, "een + twee")]
