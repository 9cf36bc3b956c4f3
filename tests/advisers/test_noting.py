"""A label and a note: kept as they were typed, refused when they are too long, and never written over unseen."""

import pytest
from django.test import Client

from dialoog.advisers.models import LENGTHS, Held
from tests.advisers.advising import LIST, entry, errors, keep, make_adviser

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def adviser() -> Client:
    return make_adviser()


@pytest.fixture
def held(adviser: Client) -> Held:
    return keep(adviser)[1]


def values(held: Held) -> tuple[str, str]:
    held.refresh_from_db()
    return held.label, held.note


def test_both_are_kept_and_shown(adviser: Client, held: Held) -> None:
    page = adviser.post(entry(held), {"label": " Klant 1 ", "note": "Bel.\r\nDan mailen."}, follow=True)

    assert values(held) == ("Klant 1", "Bel.\nDan mailen.")
    assert "Bewaard." in page.content.decode()
    text = adviser.get(LIST).content.decode()
    assert "Klant 1" in text
    assert "Bel.<br>Dan mailen." in text


def test_markup_is_text(adviser: Client, held: Held) -> None:
    said = "<script>alert(1)</script> {{ x }}"
    adviser.post(entry(held), {"label": said, "note": said})

    for page in (LIST, entry(held)):
        text = adviser.get(page).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ x }}" in text


@pytest.mark.parametrize("name", LENGTHS)
def test_what_fits_is_kept_and_one_sign_more_comes_back(adviser: Client, held: Held, name: str) -> None:
    most = "x" * LENGTHS[name]
    adviser.post(entry(held), {name: most})
    assert getattr(Held.objects.get(), name) == most

    for typed in (f"{most}y", "z" * 100_000):
        page = adviser.post(entry(held), {name: typed})
        assert page.status_code == 422
        assert errors(page) == [f"Maak deze tekst korter: gebruik hoogstens {LENGTHS[name]} tekens."]
        assert typed in page.content.decode()
    assert getattr(Held.objects.get(), name) == most


@pytest.mark.parametrize("name", LENGTHS)
def test_a_nul_is_a_field_error(adviser: Client, held: Held, name: str) -> None:
    page = adviser.post(entry(held), {name: "a\0b"})

    assert (page.status_code, errors(page)) == (422, ["Haal het onzichtbare teken weg."])
    assert values(held) == ("", "")


def test_two_tabs_that_change_other_fields_lose_nothing(adviser: Client, held: Held) -> None:
    seen = adviser.get(entry(held)).context["seen"]
    adviser.post(entry(held), {"label": "Klant 1", "note": "", "seen": seen})

    answer = adviser.post(entry(held), {"label": "", "note": "Bel.", "seen": seen})

    assert answer.status_code == 302
    assert values(held) == ("Klant 1", "Bel.")


def test_two_tabs_that_change_the_same_field_see_both(adviser: Client, held: Held) -> None:
    adviser.post(entry(held), {"note": "Eerst."})
    seen = adviser.get(entry(held)).context["seen"]
    adviser.post(entry(held), {"note": "Van de ene tab.", "seen": seen})

    page = adviser.post(entry(held), {"note": "Van de andere.", "label": "Klant", "seen": seen})

    assert page.status_code == 409
    assert errors(page) == ["‘Notitie’ is intussen ook ergens anders veranderd. Kies wat blijft."]
    text = page.content.decode()
    assert "Van de ene tab." in text
    assert "Van de andere." in text
    assert values(held) == ("", "Van de ene tab.")
    adviser.post(entry(held), {"note": "Van beide.", "label": "Klant", "seen": page.context["seen"]})
    assert values(held) == ("Klant", "Van beide.")


def test_what_is_typed_for_a_report_that_is_gone_is_refused(adviser: Client, held: Held) -> None:
    held.consultation.erase()

    page = adviser.post(entry(held), {"note": "Bel."})

    assert page.status_code == 404
    assert "Dit rapport staat niet in je lijst" in page.content.decode()
