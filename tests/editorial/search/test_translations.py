"""A translation is found by its own words, and its Dutch text where that itself stands."""

import pytest
from django.test import Client

from dialoog.catalogue.document import Document
from dialoog.content.document.exporting import export_document
from dialoog.editorial.search.counterparts import OtherVersion
from dialoog.editorial.search.fields import FieldText, field_texts
from dialoog.editorial.search.finding import search
from tests.builders import build_document, build_partner_type
from tests.editorial.search.test_origins import holds
from tests.editorial.staff import chief

DUTCH, ENGLISH = "Een vereniging van werknemers in één bedrijf.", "A society of workers in one company."


def document() -> Document:
    rows = [{"path": "description", "source": DUTCH, "text": ENGLISH}]
    translation = {"language": "en", "collection": "partner_types", "identity": "club", "texts": rows}
    club = build_partner_type("club", name="De club", description=DUTCH)
    return build_document(partner_types=[club], translations=[translation])


def found(query: str) -> list[FieldText]:
    return [hit.place for group in search(field_texts(document()), query).groups for hit in group.hits]


def test_a_translation_is_found_by_its_own_words() -> None:
    (place,) = found(ENGLISH)

    assert (place.key.collection, place.label, place.anchor) == ("translations", "De club (en)", "id_texts-0-text")


def test_the_dutch_text_is_found_at_its_own_place_alone() -> None:
    assert [place.key.collection for place in found(DUTCH)] == ["partner_types"]


@pytest.mark.parametrize("query", ["en", "partner_types", "description"])
def test_what_says_of_which_text_it_is_is_not_found(query: str) -> None:
    assert "translations" not in {place.key.collection for place in found(query)}


def test_a_text_that_is_gone_has_not_become_a_translation() -> None:
    (gone,) = (place for place in field_texts(document()) if place.text == DUTCH)
    other = {**document(), "partner_types": []}
    other["translations"][0]["texts"][0]["text"] = DUTCH  # type: ignore[index]

    assert OtherVersion(field_texts(other)).elsewhere(gone) is None  # type: ignore[arg-type]


@pytest.mark.django_db
@pytest.mark.slow
def test_its_link_opens_the_field_with_that_text() -> None:
    places = [place for place in field_texts(export_document()) if place.key.collection == "translations"]
    rows = {place.row.number: place for place in places if place.row}
    staff: Client = chief()

    assert len(places) > 500
    assert len(rows) > 5
    assert [place.url for place in rows.values() if not holds(staff, place)] == []
