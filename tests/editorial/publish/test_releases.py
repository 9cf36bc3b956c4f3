"""The list of releases, the difference between two, and the way back."""

import re

import pytest
from django.test import Client

from dialoog.content.document.differences import Change, Fate
from dialoog.content.document.exporting import export_document
from dialoog.content.models import Caution, Release
from dialoog.content.releases.publishing import publish
from tests.editorial.staff import chief

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def staff() -> Client:
    """Two releases: the second has another text, and is current."""
    Caution.objects.filter(slug="capaciteit").update(text="Vraag eerst wat haalbaar is.")
    publish(note="Tweede")
    return chief()


def test_the_list_has_every_release_with_its_note(staff: Client) -> None:
    page = staff.get("/beheer/uitgaven/").content.decode()

    assert "Tweede" in page
    assert "Maak uitgave 1 weer actueel" in page
    assert "Maak uitgave 2 weer actueel" not in page, "it is"


@pytest.mark.parametrize(("query", "fate"), [("van=1&naar=2", Fate.NEW), ("van=2&naar=1", Fate.GONE)])
def test_any_two_can_be_compared(staff: Client, query: str, fate: Fate) -> None:
    difference = staff.get(f"/beheer/uitgaven/verschil/?{query}").context["differences"][0]

    pieces = [piece for field in difference.fields for piece in field.pieces]
    assert (difference.key.identity, difference.change) == ("capaciteit", Change.CHANGED)
    assert "eerst" in " ".join(piece.text for piece in pieces if piece.fate is fate)


def test_two_that_are_the_same_have_no_difference(staff: Client) -> None:
    assert "Er is geen verschil" in staff.get("/beheer/uitgaven/verschil/?van=1&naar=1").content.decode()


@pytest.mark.parametrize(
    "query", ["", "van=1", "van=x&naar=1", "van=1&naar=99", "van=-1&naar=²", f"van={'9' * 40}&naar=1"]
)
def test_a_release_that_is_not_there_is_a_404(staff: Client, query: str) -> None:
    assert staff.get(f"/beheer/uitgaven/verschil/?{query}").status_code == 404


def test_bringing_one_back_changes_the_site_and_not_the_draft(staff: Client) -> None:
    draft = export_document()
    page = staff.get("/beheer/uitgaven/1/terug/").content.decode()
    form = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("current", "checksum")}  # type: ignore[index]

    response = staff.post("/beheer/uitgaven/1/terug/", form | {"note": "Toch niet", "news_nl": "Terug."}, follow=True)

    now = Release.objects.current()
    assert now is not None
    assert (now.number, now.note, now.news) == (3, "Toch niet", {"nl": "Terug."})
    assert now.checksum == Release.objects.get(number=1).checksum
    assert export_document() == draft
    assert "Het concept is niet veranderd." in response.content.decode()


def test_the_draft_can_go_back_with_it_and_loses_nothing(staff: Client) -> None:
    page = staff.get("/beheer/uitgaven/1/terug/").content.decode()
    form = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("current", "checksum")}  # type: ignore[index]

    response = staff.post("/beheer/uitgaven/1/terug/", form | {"note": "Terug", "with_draft": "on"}, follow=True)

    assert "Het concept heeft die inhoud nu ook." in response.content.decode()
    caution = Caution.objects.get(slug="capaciteit")
    assert export_document() == Release.objects.get(number=1).document
    history = staff.get(f"/beheer/content/caution/{caution.pk}/history/").content.decode()
    assert "Teruggezet naar uitgave 1" in history
    assert "Vraag eerst wat haalbaar is." in history


def test_bringing_back_asks_for_a_note(staff: Client) -> None:
    page = staff.post("/beheer/uitgaven/1/terug/", {"current": "2", "checksum": "a" * 64, "note": ""}).content.decode()

    assert "Schrijf in een of twee zinnen wat er verandert." in page
    assert Release.objects.count() == 2


def test_bringing_back_after_another_publication_is_refused(staff: Client) -> None:
    publish(note="Derde")

    form = {"current": "2", "checksum": "a" * 64, "note": "Terug"}
    response = staff.post("/beheer/uitgaven/1/terug/", form, follow=True)

    assert "heeft intussen uitgave 3 gepubliceerd" in response.content.decode()
    assert Release.objects.count() == 3
