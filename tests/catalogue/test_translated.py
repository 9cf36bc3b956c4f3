"""Translations are laid over a document: current, stale and missing ones, and rows that move."""

from typing import Any

import pytest
from django.utils.html import conditional_escape

from dialoog.catalogue.document import Key
from dialoog.catalogue.labels import LABELS
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import KINDS, Foreign, Kind, Layer, Place, State, in_language, places
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.texts import is_for_visitors
from tests.builders import build_document, build_goal, build_option, build_partner_type, build_question, real_document


def translation(collection: str, identity: str, *rows: tuple[str, str, str], language: str = "en") -> dict[str, Any]:
    texts = [{"path": path, "source": source, "text": text} for path, source, text in rows]
    return {"language": language, "collection": collection, "identity": identity, "texts": texts}


def known(shape: Shape, *, is_row: bool = False) -> Kind:
    """What the models say that visitors read."""
    texts = tuple(name for name in shape.fields if is_for_visitors(shape.model._meta.get_field(name)))
    rows = {name: known(child, is_row=True) for name, child in shape.children.items()}
    key = () if is_row and any(name in texts for name in shape.names) else shape.names
    return Kind(texts, key, {name: row for name, row in rows.items() if row.texts})


def test_the_texts_are_those_of_the_models() -> None:
    wanted = {name: known(shape) for name, shape in SCHEMA.items() if name != "translations"}

    assert {name: kind for name, kind in wanted.items() if kind.texts or kind.rows} == dict(KINDS)


def test_a_translation_stands_in_place_of_its_text() -> None:
    document = build_document(
        goals=[build_goal("kennis", 1)], translations=[translation("goals", "kennis", ("name", "kennis", "Knowledge"))]
    )

    goal = read_catalogue(in_language(document, "en")).goals["kennis"]

    assert goal.name == "Knowledge"
    assert not isinstance(goal.name, Foreign)
    assert isinstance(goal.summary, Foreign)
    assert goal.summary == "kennis"


def test_nothing_of_what_was_given_changes() -> None:
    document = build_document(translations=[translation("goals", "kennis", ("name", "kennis", "Knowledge"))])
    before = repr(document)

    in_language(document, "en")

    assert repr(document) == before


def test_another_language_has_its_own() -> None:
    document = build_document(translations=[translation("goals", "kennis", ("name", "kennis", "Knowledge"))])

    assert in_language(document, "fr")["goals"][0]["name"] == "kennis"


def test_a_stale_translation_still_shows() -> None:
    document = build_document(
        goals=[build_goal("kennis", 1)], translations=[translation("goals", "kennis", ("name", "Weten", "Knowing"))]
    )
    layer = Layer(document, "en")
    place = Place(Key("goals", "kennis"), "name", "kennis")

    assert layer.state(place) is State.STALE
    assert in_language(document, "en")["goals"][0]["name"] == "Knowing"
    assert layer.state(place._replace(path="summary")) is State.MISSING
    assert layer.state(place._replace(text="Weten")) is State.CURRENT


def test_a_row_that_moved_keeps_its_translation() -> None:
    partner = build_partner_type("bond", watch_outs=[{"text": text, "facts": []} for text in ("Nieuw.", "Oud.")])
    rows = translation("partner_types", "bond", ("watch_outs/1/text", "Oud.", "Old."))

    laid = in_language(build_document(partner_types=[partner], translations=[rows]), "en")

    texts = [row["text"] for row in laid["partner_types"][0]["watch_outs"]]
    assert texts[1] == "Old."


def test_an_option_is_found_by_its_key() -> None:
    question = build_question("tijd", build_option("krap", label="Weinig"), build_option("ruim", label="Veel"))
    rows = translation("questions", "tijd", ("options/ruim/label", "Veel", "Much"))

    laid = in_language(build_document(questions=[question], translations=[rows]), "en")

    assert [option["label"] for option in laid["questions"][0]["options"]] == ["Weinig", "Much"]


def test_a_release_of_before_translations_stays_as_it_is() -> None:
    document = {name: records for name, records in build_document().items() if name != "translations"}

    laid = [place.text for place in places(in_language(document, "en"))]
    assert laid == [*(place.text for place in places(document)), *(label.default for label in LABELS)]
    assert {type(text) for text in laid} == {Foreign}


def test_a_label_that_the_content_lacks_says_that_it_is_dutch() -> None:
    given = {"slug": "report_word_ways", "title": "Vraag het rond", "text": ""}
    emptied = {"slug": "report_word_do_first", "title": " ", "text": ""}
    words = read_catalogue(in_language(build_document(page_texts=[given, emptied]), "en")).words

    assert [words["ways"], words["do_first"], words["take_care"]] == [
        "Vraag het rond",
        "Doe dit eerst",
        "Let vooral hierop",
    ]
    assert conditional_escape(words["do_first"]) == '<span lang="nl">Doe dit eerst</span>'
    assert conditional_escape(words["take_care"]) == '<span lang="nl">Let vooral hierop</span>'


def test_a_text_that_nobody_translated_says_in_a_template_which_language_it_is() -> None:
    assert conditional_escape(Foreign("Kies & <ga>")) == '<span lang="nl">Kies &amp; &lt;ga&gt;</span>'


@pytest.mark.parametrize("collection", KINDS)
def test_every_kind_of_the_real_content_has_places(collection: str) -> None:
    assert any(place.key.collection == collection for place in places(real_document()))


def test_a_fact_keeps_the_headings_that_it_has_in_the_source() -> None:
    document = build_document(translations=[translation("facts", "F1", ("chapter", "Hoofdstuk", "Chapter"))])

    fact = read_catalogue(in_language(document, "en")).facts["F1"]

    assert (fact.chapter, fact.source_chapter) == ("Chapter", "Hoofdstuk")
    assert (fact.section, fact.source_section) == ("Deel", "")  # it has no translation
    assert read_catalogue(document).facts["F1"].source_chapter == ""
