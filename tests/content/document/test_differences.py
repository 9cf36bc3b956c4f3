"""What differs between two documents is told record by record, field by field."""

from copy import deepcopy
from typing import Any

from dialoog.content.document.differences import Change, Fate, RecordDifference, differences
from tests.builders import (
    build_condition,
    build_document,
    build_option,
    build_order_rule,
    build_partner_type,
    build_rule,
    gives,
    on_outcome,
)


def changed(**changes: Any) -> list[RecordDifference]:
    old = build_document(rules=[build_rule(partners=[gives("bond", 1)])])
    return differences(old, {**deepcopy(old), **changes})


def sole(**changes: Any) -> RecordDifference:
    found = changed(**changes)
    assert len(found) == 1, found
    return found[0]


def told(difference: RecordDifference) -> dict[str, list[tuple[str, str]]]:
    return {field.name: [(piece.fate.value, piece.text) for piece in field.pieces] for field in difference.fields}


def test_a_record_without_a_name_is_called_after_what_it_is_about() -> None:
    pair = {"first": "bond", "second": "bureau", "text": "Samen.", "basis": "advies", "facts": ["F1"]}
    settings = build_document()["advice_settings"][0]

    assert sole(combinations=[pair]).label == "Bond + Bureau"
    assert sole(advice_settings=[{**settings, "min_score": 2}]).label == "Adviesinstellingen"


def test_words_within_a_text_are_told_from_texts_by_themselves() -> None:
    within = sole(rules=[build_rule(reason="Zo staat het hier.", partners=[gives("bond", 1)])])
    apart = sole(rules=[build_rule(partners=[gives("bureau", 2)])])

    assert [field.is_apart for field in (*within.fields, *apart.fields)] == [False, True]


def test_equal_documents_have_no_differences() -> None:
    assert changed() == []


def test_a_changed_text_is_told_word_by_word() -> None:
    difference = sole(rules=[build_rule(reason="Zo staat het hier.", partners=[gives("bond", 1)])])

    assert (difference.key.identity, difference.change) == ("K01", Change.CHANGED)
    assert told(difference) == {
        "Onderbouwing": [("gelijk", "Zo staat het "), ("weg", "er."), ("nieuw", "hier.")],
    }


def test_a_text_that_is_another_one_is_told_whole() -> None:
    difference = sole(rules=[build_rule(reason="Iets heel anders!", partners=[gives("bond", 1)])])

    assert told(difference)["Onderbouwing"] == [("weg", "Zo staat het er."), ("nieuw", "Iets heel anders!")]


def test_effects_and_conditions_are_told_as_sentences() -> None:
    rule = build_rule(conditions=[build_condition("doelen", "kennis")], partners=[gives("bureau", 2)])

    assert told(sole(rules=[rule])) == {
        "Voorwaarden": [("nieuw", "doelen is ‘Kennis’ (groep 1)")],
        "Gevolgen": [("weg", "Bond +1"), ("nieuw", "Bureau +2")],
    }


def test_conditions_on_the_outcome_are_told_as_sentences() -> None:
    rule = build_rule(outcomes=[on_outcome("is_bekend", "bond", is_absent=True)], partners=[gives("bond", 1)])

    assert told(sole(rules=[rule])) == {
        "Voorwaarden op de uitkomst": [("nieuw", "je kent nog geen Bond (groep 1)")],
    }


def test_the_reason_of_a_line_is_told_by_itself_and_word_by_word() -> None:
    rows: list[Any] = ["haast", {"caution": "haast", "reason": "Zo staat het er."}]
    rows.append({"caution": "haast", "reason": "Zo staat het hier."})
    caution = {"slug": "haast", "severity": 1, "is_leading": False, "text": "Haast je niet.", "facts": ["F1"]}
    without, before, after = (build_document(cautions=[caution], rules=[build_rule(cautions=[row])]) for row in rows)

    (new,), (changed,), (gone,) = differences(without, before), differences(before, after), differences(after, without)

    field = "Waarschuwing ‘Haast je niet.’: waarom juist dit"
    assert told(new) == {field: [("nieuw", "Zo staat het er.")]}
    assert told(changed) == {field: [("gelijk", "Zo staat het "), ("weg", "er."), ("nieuw", "hier.")]}
    assert told(gone) == {field: [("weg", "Zo staat het hier.")]}


def test_fields_that_came_later_are_no_difference() -> None:
    now = build_document(
        rules=[build_rule(cautions=["haast"], tips=[{"tip": "open", "weight": 1, "reason": ""}])],
        order_rules=[build_order_rule("bond", "bureau")],
    )
    then = deepcopy(now)
    del then["signposts"], then["rules"][0]["outcomes"], then["rules"][0]["tips"][0]["reason"]
    del then["order_rules"][0]["conditions"], then["order_rules"][0]["reason"], then["advice_settings"][0]["tie_width"]
    for option in then["questions"][0]["options"]:
        del option["needs"], option["heading"]

    assert differences(then, now) == []
    assert differences(now, then) == []


def test_new_and_gone_records_are_told_with_what_they_hold() -> None:
    types = [build_partner_type("bond"), build_partner_type("ngo", name="Ngo")]
    found = changed(partner_types=types)

    assert [(difference.key.identity, difference.change) for difference in found] == [
        ("ngo", Change.NEW),
        ("bureau", Change.GONE),
    ]
    assert ("nieuw", "Ngo") in told(found[0])["Naam"]
    assert all(piece.fate is Fate.GONE for field in found[1].fields for piece in field.pieces)


def test_a_record_in_another_place_is_told_without_its_neighbours() -> None:
    old = build_document(partner_types=[build_partner_type(slug) for slug in "abcd"])
    new = build_document(partner_types=[build_partner_type(slug) for slug in "bcda"])

    assert [(d.key.identity, d.change) for d in differences(old, new)] == [("a", Change.MOVED)]


def test_an_option_is_told_by_its_key() -> None:
    old = build_document()
    new = deepcopy(old)
    place = new["questions"][2]
    place["options"][0]["label"] = "In Nederland"
    place["options"].append(build_option("zee", label="Op zee"))

    (difference,) = differences(old, new)

    assert told(difference) == {
        "Antwoordoptie ‘nederland’: tekst": [("nieuw", "In "), ("gelijk", "Nederland")],
        "Antwoordoptie": [("nieuw", "Op zee")],
    }


def test_options_in_another_order_are_told() -> None:
    old = build_document()
    new = deepcopy(old)
    new["questions"][2]["options"].reverse()

    (difference,) = differences(old, new)

    assert [field.name for field in difference.fields] == ["Antwoordopties: volgorde"]


def test_a_translation_is_told_by_its_language_and_its_record() -> None:
    row = {"path": "name", "source": "Kennis", "text": "Knowledge"}
    translation = {"language": "en", "collection": "goals", "identity": "kennis"}
    old = build_document(translations=[{**translation, "texts": [row]}])
    new = build_document(translations=[{**translation, "texts": [{**row, "text": "More knowledge"}]}])

    (difference,) = differences(old, new)

    assert (difference.kind, difference.label) == ("Vertalingen", "Engels: doel ‘kennis’")
    assert told(difference) == {
        "Vertaalde tekst ‘name’: vertaling": [("weg", "Knowledge"), ("nieuw", "More knowledge")]
    }
