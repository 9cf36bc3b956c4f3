"""The search finds a text in spite of mistakes, and best first."""

import pytest

from dialoog.catalogue.document import Key
from dialoog.editorial.search.fields import FieldText, field_texts
from dialoog.editorial.search.finding import SHOWN, Found, search
from tests.builders import build_document, build_partner_type, real_document

ODD = ["a OR b", '"', "*", "%", "\0", "NOT (", "id:5", "\\", "'; --", "[", "€", "\u200b", "?" * 400]


def found_in(query: str, **records: object) -> Found:
    return search(field_texts(build_document(**records)), query)  # type: ignore[arg-type]


def texts_of(found: Found) -> list[str]:
    return [hit.place.text for group in found.groups for hit in group.hits]


def real(query: str) -> list[FieldText]:
    """In the real content, best first."""
    found = search(field_texts(real_document()), query)  # type: ignore[arg-type]
    hits = [hit for group in found.groups for hit in group.hits]
    return [hit.place for hit in sorted(hits, key=lambda hit: -hit.score)]


TYPED = "Een vereniging van werknemers in één bedrijf."


@pytest.mark.parametrize(
    "query",
    ["vereniging", "VERENIGING", "verenging", "vreeniging", "verenigng", "een bedrijf", "Één bedrijf", "werknemer"],
)
def test_mistakes_capitals_and_accents_are_forgiven(query: str) -> None:
    found = found_in(query, partner_types=[build_partner_type("club", description=TYPED)])

    assert TYPED in texts_of(found)


@pytest.mark.parametrize("query", ["zeewier", "xyzzy plugh", "verdriet"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    found = found_in(query, partner_types=[build_partner_type("club", description=TYPED)])

    assert TYPED not in texts_of(found)


def test_what_was_found_is_marked_and_the_text_stays_whole() -> None:
    found = found_in("vereniging bedrijf", partner_types=[build_partner_type("club", description=TYPED)])
    (hit,) = (hit for group in found.groups for hit in group.hits if hit.place.text == TYPED)

    assert [part.text for part in hit.parts if part.is_found] == ["vereniging", "bedrijf"]
    assert "".join(part.text for part in hit.parts) == TYPED


def test_a_long_text_is_shown_around_what_was_found() -> None:
    long = "Woord. " * 200 + "Zeewier. " + "Woord. " * 200
    found = found_in("zeewier", partner_types=[build_partner_type("club", description=long)])
    (hit,) = (hit for group in found.groups for hit in group.hits)

    text = "".join(part.text for part in hit.parts)
    assert text.startswith("…")
    assert text.endswith("…")
    assert "Zeewier" in text
    assert len(text) < 400


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "collection"), [("K01", "rules"), ("k01", "rules"), ("kennis", "goals"), ("P1", "reference_cases")]
)
def test_a_code_or_a_key_finds_its_record_first(code: str, collection: str) -> None:
    assert real(code)[0].key.identity.casefold() == code.casefold()
    assert collection in [place.key.collection for place in real(code)[:3]]


@pytest.mark.slow
def test_every_text_of_the_content_is_found_by_itself() -> None:
    """A sample of the real texts, pasted whole: the first hit has that text."""
    places = [place for place in field_texts(real_document()) if place.is_shown]  # type: ignore[arg-type]
    for place in places[::97]:
        assert real(place.text)[0].text[:300] == place.text[:300]


@pytest.mark.slow
def test_at_most_fifty_are_shown_with_the_number_of_all_by_kind() -> None:
    found = search(field_texts(real_document()), "je")  # type: ignore[arg-type]

    assert found.count > found.shown == SHOWN == sum(len(group.hits) for group in found.groups)
    kinds = [group.kind for group in found.groups]
    assert len(kinds) == len(set(kinds))
    best = [group.hits[0].score for group in found.groups]
    assert best == sorted(best, reverse=True)


@pytest.mark.parametrize("query", ["", *ODD, "woord " * 2000])
def test_no_query_is_an_error(query: str) -> None:
    assert found_in(query).count >= 0


def test_no_sign_has_a_meaning() -> None:
    club = build_partner_type("club", description=TYPED)

    assert texts_of(found_in('"vereniging*" %', partner_types=[club])) == texts_of(
        found_in("vereniging", partner_types=[club])
    )


def test_a_field_of_a_row_has_the_place_of_that_row() -> None:
    rows = [{"text": text, "basis": "advies", "facts": ["F1"]} for text in ("Een.", "Zeewier.")]
    found = found_in("zeewier", partner_types=[build_partner_type("club", watch_outs=rows)])
    (hit,) = (hit for group in found.groups for hit in group.hits)

    assert hit.place.key == Key("partner_types", "club")
    assert hit.place.url.endswith("/partner_types/club/#id_watch_outs-1-text")
    assert hit.place.field == "aandachtspunt 2: let op"
