"""What may come in from outside: every value that does not fit is named in a sentence, and nothing is saved."""

from typing import Any

import pytest
from django.db import models

from dialoog.content.document.applying import apply_document
from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.validity import LOOKUPS
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_goal,
    build_option,
    build_partner_type,
    build_question,
    build_rule,
    build_step,
    gives,
    real_document,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def refusal(**changes: Any) -> list[str]:
    """What is wrong with the small document in which these collections are other ones."""
    with pytest.raises(ContentRefused) as caught:
        admit(build_document(**changes))
    return caught.value.sentences


def test_real_content_is_as_the_tables_give_it() -> None:
    assert admit(real_document()) == real_document()


def test_what_is_left_out_gets_its_default() -> None:
    fact = {"code": "F1", "chapter": "Hoofdstuk", "section": "Deel", "text": "Zo is het.", "line": 1}

    assert admit(build_document(facts=[fact]))["facts"] == [build_fact()]


def test_lists_come_in_the_order_of_the_tables() -> None:
    document = build_document(
        facts=[build_fact("F2"), build_fact("F1")],
        goals=[build_goal("toegang", 2) | {"facts": ["F1", "F2"]}, build_goal("kennis", 1)],
        rules=[
            build_rule(
                conditions=[
                    build_condition("plaats", "nederland", group=2),
                    build_condition("doelen", "toegang", "doelen.kennis", group=1),
                ]
            )
        ],
    )

    settled = admit(document)

    assert [goal["slug"] for goal in settled["goals"]] == ["kennis", "toegang"]
    assert settled["goals"][1]["facts"] == ["F2", "F1"]
    assert [(row["group"], row["options"]) for row in settled["rules"][0]["conditions"]] == [
        (1, ["kennis", "toegang"]),
        (2, ["nederland"]),
    ]


@pytest.mark.parametrize("document", [None, [], "tekst", 5])
def test_what_is_no_document_is_refused(document: Any) -> None:
    with pytest.raises(ContentRefused, match="Dit is geen inhoud"):
        admit(document)


def test_an_unknown_kind_of_content_is_refused() -> None:
    assert refusal(kleuren=[]) == ["Er is geen soort inhoud 'kleuren'."]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", ["een", "lijst"], "'text' (wat er staat): hier hoort een tekst."),
        ("text", None, "'text' (wat er staat): hier hoort een tekst."),
        ("text", 5, "'text' (wat er staat): hier hoort een tekst."),
        ("line", "1", "'line' (regel): hier hoort een heel getal."),
        ("line", True, "'line' (regel): hier hoort een heel getal."),
        ("line", 1.0, "'line' (regel): hier hoort een heel getal."),
        ("is_background", 1, "'is_background' (achtergrond): hier hoort true of false."),
        ("is_background", "ja", "'is_background' (achtergrond): hier hoort true of false."),
    ],
)
def test_another_kind_of_value_is_refused(field: str, value: Any, expected: str) -> None:
    assert refusal(facts=[build_fact(**{field: value})]) == [f"Bronverwijzing 'F1', {expected}"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"facts": "F1"}, "'facts' (bronverwijzingen): hier hoort een lijst namen."),
        ({"facts": [["F1"]]}, "'facts' (bronverwijzingen): hier hoort een lijst namen."),
        ({"goal": ["kennis"]}, "'goal' (doel): hier hoort de naam van een doel, of null."),
        ({"partners": "bond"}, "partners: hier hoort een lijst."),
        ({"partners": ["bond"]}, "partners nummer 1: hier hoort een record met velden."),
        ({"partners": [{"partner_type": None}]}, "partners nummer 1, 'partner_type' (partnertype): hier hoort de naam"),
        ({"cautions": [5]}, "cautions nummer 1, 'caution' (waarschuwing): hier hoort de naam van een"),
        ({"cautions": [{"caution": 5}]}, "cautions nummer 1, 'caution' (waarschuwing): hier hoort de naam van een"),
        (
            {"cautions": [{"caution": "x", "reason": 5}]},
            "cautions nummer 1, 'reason' (waarom juist dit): hier hoort een tekst.",
        ),
        ({"partners": [gives("bond", 1) | {"kleur": 1}]}, "partners nummer 1: er is geen veld 'kleur'."),
    ],
)
def test_another_kind_of_value_is_refused_deep_inside(rule: dict[str, Any], expected: str) -> None:
    [sentence] = refusal(rules=[build_rule(**rule)])

    assert sentence.startswith(f"Adviesregel 'K01', {expected}")


def test_a_record_without_a_name_is_called_by_its_place() -> None:
    assert refusal(facts=[build_fact(), "F2", build_fact(code=3)]) == [
        "Bronverwijzing nummer 2: hier hoort een record met velden.",
        "Bronverwijzing nummer 3, 'code' (code): hier hoort een tekst.",
    ]


def test_names_of_fields_that_are_no_text_are_refused() -> None:
    assert refusal(facts=[{**build_fact(), 5: "x", None: "y"}]) == [
        "Bronverwijzing 'F1': er is geen veld '5'.",
        "Bronverwijzing 'F1': er is geen veld 'None'.",
    ]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", "", "dit mag niet leeg zijn."),
        ("text", "x" * 601, "meer dan 600 tekens"),
        ("text", "a\0b", "Null-tekens zijn niet toegestaan."),
        ("chapter", "x" * 121, "meer dan 120 tekens"),
        ("code", "f1", "Een code is een F met een getal"),
        ("line", -1, "minstens 0 is"),
        ("line", 10**20, "hoogstens"),
    ],
)
def test_a_value_that_a_form_refuses_is_refused(field: str, value: Any, expected: str) -> None:
    sentences = refusal(facts=[build_fact(**{field: value})])

    assert len(sentences) == 1
    assert f"'{field}'" in sentences[0]
    assert expected in sentences[0]


def test_a_required_field_that_is_left_out_is_named() -> None:
    assert refusal(facts=[{"code": "F1"}]) == [
        "Bronverwijzing 'F1', 'chapter' (hoofdstuk): dit mag niet leeg zijn.",
        "Bronverwijzing 'F1', 'section' (onderdeel): dit mag niet leeg zijn.",
        "Bronverwijzing 'F1', 'text' (wat er staat): dit mag niet leeg zijn.",
        "Bronverwijzing 'F1', 'line' (regel): dit mag niet leeg zijn.",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"basis": "gevoel"},
            "'basis' (grond): 'gevoel' staat niet in de lijst; kies uit advies, voorb",
        ),
        ({"confirmed_on": "30-4-2024"}, "'confirmed_on' (bevestigd op): schrijf een datum als '2024-04-30'."),
        ({"confirmed_on": "20240430"}, "'confirmed_on' (bevestigd op): schrijf een datum als '2024-04-30'."),
        ({"facts": ["F1", "F1"]}, "'facts' (bronverwijzingen): 'F1' staat er twee keer."),
        ({"conditions": [build_condition("doelen", "kennis", count=2)]}, "conditions nummer 1: Vul een aantal in bij"),
        ({"conditions": [build_condition("doelen", operator="minstens")]}, "conditions nummer 1: Vul een aantal in"),
        ({"partners": [{"partner_type": "bond"}]}, "partners nummer 1, 'weight' (gewicht): dit mag niet leeg zijn."),
    ],
)
def test_values_that_do_not_go_together_are_refused(changes: dict[str, Any], expected: str) -> None:
    [sentence] = refusal(rules=[build_rule(**changes)])

    assert sentence.startswith(f"Adviesregel 'K01', {expected}")


def test_options_that_are_there_twice_in_two_ways_are_refused() -> None:
    rule = build_rule(conditions=[build_condition("doelen", "kennis", "doelen.kennis")])

    assert "'doelen.kennis' staat er twee keer." in refusal(rules=[rule])[0]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"facts": [build_fact(), build_fact()]}, "Bronverwijzingen: 'code' (code) F1 komt meer dan één keer voor."),
        (
            {"goals": [build_goal("kennis", 1), build_goal("toegang", 1)]},
            "Doelen: 'number' (nummer) 1 komt",
        ),
        (
            {"combinations": [{"first": "bond", "second": "bureau", "text": "x"}] * 2},
            "Combinaties: 'first' (partnertype)",
        ),
        ({"advice_settings": build_document()["advice_settings"] * 2}, "Adviesinstellingen: er is er één."),
        (
            {"questions": [build_question("doelen", "a", "a")], "advice_settings": []},
            "Vraag 'doelen', options: 'slug' (sleutel) a komt meer dan één keer voor.",
        ),
        (
            {"partner_types": [build_partner_type("bond", offers=[{"goal": "kennis", "text": "x"}] * 2)]},
            "Partnertype 'bond', offers: 'goal' (doel) kennis komt meer dan één keer voor.",
        ),
    ],
)
def test_what_is_there_twice_is_refused(changes: dict[str, Any], expected: str) -> None:
    assert refusal(**changes)[0].startswith(expected)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"combinations": [{"first": "bond", "second": "bond", "text": "x"}]}, "Kies twee verschillende partnertypes."),
        (
            {"partner_types": [build_partner_type("bond", familiarity="via_antwoord")]},
            "Kies een antwoord als de bekendheid daarvan afhangt, en anders niet.",
        ),
        (
            {"partner_types": [build_partner_type("bond", known_via="doelen.kennis")]},
            "Kies een antwoord als de bekendheid daarvan afhangt, en anders niet.",
        ),
        ({"questions": [build_question("doelen", build_option("A"))]}, "Gebruik kleine letters"),
        ({"steps": [build_step("a_b")]}, "Gebruik kleine letters, cijfers en streepjes."),
    ],
)
def test_what_the_database_would_refuse_is_refused_in_its_words(changes: dict[str, Any], expected: str) -> None:
    assert expected in " ".join(refusal(**changes))


def test_every_mistake_of_one_kind_is_told_at_once() -> None:
    assert len(refusal(facts=[build_fact(text=""), build_fact("F2", line=-1), build_fact("F2")])) == 3


def test_a_long_name_is_shortened() -> None:
    assert max(map(len, refusal(facts=[build_fact("F" * 100_000)]))) < 400


@pytest.mark.parametrize("collection", SCHEMA)
def test_a_reference_to_nothing_is_named(collection: str) -> None:
    """Each kind of content that refers to other content."""
    document = real_document()
    shape = SCHEMA[collection]
    for name in shape.fields:
        field: Any = shape.model._meta.get_field(name)
        if field.is_relation:
            record = document[collection][0] | {name: ["niets"] if field.many_to_many else "niets"}
            with pytest.raises(ContentRefused, match="'niets', maar die bestaat niet"):
                admit({**document, collection: [record, *document[collection][1:]]})


def test_nothing_is_saved_of_what_is_refused() -> None:
    document = build_document(rules=[build_rule(partners=[gives("niemand", 1)])])

    with pytest.raises(ContentRefused):
        apply_document(document, reason="Proef")

    assert export_document() == real_document()


def test_every_condition_of_the_database_can_be_judged_from_a_document() -> None:
    """A new kind of condition would fail here first."""
    constraints = [
        constraint
        for top in SCHEMA.values()
        for shape in (top, *top.children.values())
        for constraint in shape.model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    ]

    assert len(constraints) > 30
    assert {lookup for constraint in constraints for lookup in _lookups(constraint.condition)} == {*LOOKUPS}


def _lookups(condition: Any) -> Any:
    if isinstance(condition, tuple):
        yield condition[0].partition("__")[2]
    else:
        for part in condition.children:
            yield from _lookups(part)


@pytest.mark.parametrize("records", [None, {}, "F1", 5])
def test_a_collection_that_is_no_list_is_refused(records: Any) -> None:
    assert refusal(facts=records) == ["facts: hier hoort een lijst."]


def test_a_collection_that_is_missing_is_empty() -> None:
    document = {name: records for name, records in build_document().items() if name != "tips"}

    assert admit(document) == build_document()
