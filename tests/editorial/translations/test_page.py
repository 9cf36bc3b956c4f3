"""Where the translations of a language stand: counted, listed, and out to a translator."""

import re
from typing import Any

import polib
import pytest
from django.test import Client
from django.urls import reverse

from dialoog.content.models import Caution, TranslatedText, Translation
from dialoog.content.translations.standing import languages_to_keep
from dialoog.content.translations.texts import count
from tests.builders import real_document
from tests.editorial.staff import chief, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE = "/beheer/vertalingen/"


@pytest.fixture
def staff() -> Client:
    return chief()


@pytest.fixture
def stale() -> Caution:
    """A caution of which the Dutch changed by one word since it was translated."""
    caution = Caution.objects.get(slug="capaciteit")
    caution.text += " Ooit."
    caution.save()
    return caution


def page(staff: Client, **query: str) -> str:
    return text_of(staff.get(PAGE, query))


def listed(staff: Client, **query: str) -> list[str]:
    return re.findall(r"<h3><a [^>]*>([^<]+)</a>", page(staff, **query))


def forget(slug: str) -> None:
    Translation.objects.get(language="en", collection="cautions", identity=slug).delete()


def test_it_counts_what_is_current_stale_and_missing(staff: Client, stale: Caution) -> None:
    gone = Caution.objects.exclude(pk=stale.pk)[0]
    forget(gone.slug)
    done = count(real_document(), "en")  # type: ignore[arg-type]

    shown = page(staff)

    assert f"{done.current - 2} actueel, {done.stale + 1} verouderd, {done.missing + 1} zonder vertaling." in shown
    assert listed(staff, soort="cautions") == [
        f"Waarschuwing ‘{caution.slug}’: tekst" for caution in Caution.objects.all() if caution in (stale, gone)
    ]


def test_a_stale_one_shows_what_became_of_the_dutch(staff: Client, stale: Caution) -> None:
    shown = page(staff, stand="verouderd")

    assert re.search(r"<ins>.*?Ooit\.", shown)
    assert TranslatedText.objects.get(translation__identity="capaciteit").text in shown


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"stand": "verouderd"}, 1),
        ({"stand": "ontbreekt"}, 0),
        ({"stand": "te-doen", "soort": "goals"}, 0),
        ({"stand": "alle", "soort": "cautions", "q": "ooit."}, 1),
        ({"stand": "actueel", "soort": "cautions", "q": "ooit."}, 0),
        ({"stand": "alle", "q": "\0" * 10_000 + "geen mens zegt dit"}, 0),
        ({"stand": "bestaat-niet", "soort": "bestaat-niet", "pagina": "x"}, 1),
    ],
)
def test_the_list_holds_what_was_asked(staff: Client, stale: Caution, query: dict[str, str], expected: int) -> None:
    assert len(listed(staff, **query)) == expected


def test_the_list_comes_in_pages(staff: Client) -> None:
    first, second = listed(staff, stand="alle"), listed(staff, stand="alle", pagina="2")

    assert len(first) == len(second) == 25
    assert not {*first} & {*second}
    assert "stand=alle&amp;soort=&amp;q=&amp;pagina=2" in page(staff, stand="alle").replace("&amp;amp;", "&amp;")


def test_a_language_that_nobody_keeps_is_not_found(staff: Client) -> None:
    assert staff.get(PAGE, {"taal": "xx"}).status_code == 404
    assert staff.get(reverse("editorial:download_translations"), {"taal": "nl"}).status_code == 404


def test_a_language_of_the_content_alone_has_a_page_too(staff: Client) -> None:
    Translation.objects.create(language="fr", collection="cautions", identity="capaciteit")

    assert "Vertalingen: Frans" in page(staff, taal="fr")
    assert languages_to_keep({"translations": [{"language": "fr", "texts": []}]}) == ["en", "fr"]  # type: ignore[typeddict-item]


def test_the_texts_go_out_as_po(staff: Client, stale: Caution) -> None:
    address = reverse("editorial:download_translations")

    whole, left = (staff.get(address, {"taal": "en", **query}) for query in ({}, {"stand": "te-doen"}))

    assert len(polib.pofile(whole.content.decode())) == count(real_document(), "en").total  # type: ignore[arg-type]
    assert [entry.msgctxt for entry in polib.pofile(left.content.decode())] == ["cautions/capaciteit/text"]
    assert 'filename="dialoog-en-te-doen-' in left["Content-Disposition"]


def test_a_text_leads_to_the_form_where_it_is_translated(staff: Client, stale: Caution) -> None:
    found = Translation.objects.get(language="en", collection="cautions", identity="capaciteit")
    address = reverse("editorial:translate", args=["cautions", "capaciteit"])

    assert address in page(staff, stand="verouderd")
    response: Any = staff.get(address, {"taal": "en"})
    assert response.url.startswith(reverse("admin:content_translation_change", args=[found.pk]))
