"""The texts that visitors read are found wherever they stand, and nothing else is."""

from typing import Any

import pytest
from django.apps import apps

from dialoog.catalogue.document import Key
from dialoog.content.document import texts as module
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.texts import MARKDOWN_FIELDS, TextPlace, is_markdown, is_prose, texts
from tests.builders import build_document, build_option, build_partner_type, build_question, build_rule, real_document

LISTED = MARKDOWN_FIELDS | module._FOR_EDITORS | module._NAMES


def found(**changes: Any) -> list[TextPlace]:
    """The places of a document with these collections only."""
    return list(texts({name: changes.get(name, []) for name in SCHEMA}))


def test_a_text_is_named_by_record_and_field() -> None:
    assert found(rules=[build_rule("K07", reason="Zo staat het er.")]) == [
        TextPlace(Key("rules", "K07"), "onderbouwing", "Zo staat het er.")
    ]


def test_a_row_with_a_key_is_named_by_it() -> None:
    question = build_question("tijd", build_option("krap", help="Minder dan vier weken."))

    assert TextPlace(Key("questions", "tijd"), "antwoordoptie ‘krap’: uitleg", "Minder dan vier weken.") in found(
        questions=[question]
    )


def test_a_row_that_is_a_text_itself_is_named_by_its_number() -> None:
    partner = build_partner_type("bond", watch_outs=[{"text": "Eerst.", "facts": []}, {"text": "Dan.", "facts": []}])

    assert TextPlace(Key("partner_types", "bond"), "aandachtspunt 2: let op", "Dan.") in found(partner_types=[partner])


def test_an_empty_text_is_left_out() -> None:
    places = found(partner_types=[build_partner_type("bond", how_to_find="")])

    assert [place.field for place in places] == ["wie het is"]


def test_keys_names_and_what_editors_read_are_left_out() -> None:
    secret = "alleen voor redacteuren"
    question = build_question("tijd", name=secret, changes=secret)
    organisation = {
        **{"slug": "ngo", "name": "De Ngo", "kind": "ngo", "sector": None, "url": "https://ngo.nl"},
        **{"text": "Die helpt.", "partner_types": [], "facts": []},
    }

    places = found(
        questions=[question],
        organisations=[organisation],
        rules=[build_rule(confirmed_by=secret)],
        page_texts=[{"slug": "privacy", "place": secret, "title": "Privacy", "text": "Tekst."}],
    )

    read = {place.text for place in places}
    assert read.isdisjoint({secret, "tijd", "K01", "De Ngo", "ngo", "https://ngo.nl", "advies", "single"})
    assert {"tijd?", "Die helpt.", "Zo staat het er.", "Privacy", "Tekst."} <= read


def test_reference_cases_are_for_editors() -> None:
    document = real_document()

    assert document["reference_cases"]
    assert not [place for place in texts(document) if place.key.collection == "reference_cases"]


def test_a_document_of_an_older_version_can_lack_a_collection() -> None:
    document = build_document()
    del document["page_texts"]

    assert list(texts(document))


@pytest.mark.parametrize("name", sorted(LISTED))
def test_what_is_listed_by_name_exists(name: str) -> None:
    model, _dot, field = name.partition(".")

    assert apps.get_model("content", model)._meta.get_field(field)


def test_markdown_is_for_texts_that_visitors_read() -> None:
    fields = [
        apps.get_model("content", *name.split(".")[:1])._meta.get_field(name.split(".")[1]) for name in MARKDOWN_FIELDS
    ]

    assert all(is_markdown(field) and is_prose(field) for field in fields)
