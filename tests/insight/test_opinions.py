"""Was dit nuttig? Asked once for each run, on a page for owner and readers, and kept without the run."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from dialoog.insight.models import Remark
from dialoog.insight.vocabulary import CountKind
from dialoog.wizard.models import Consultation
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish()


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def owners_url(journey: Journey) -> str:
    return journey.url + "nuttig/"


def readers_url(journey: Journey) -> str:
    return journey.shared + "nuttig/"


def sent(journey: Journey, opinion: dict[str, str]) -> Any:
    """The page after a form was sent, which itself is never answered with a page."""
    response = journey.client.post(owners_url(journey), opinion)
    assert (response.status_code, response.url) == (302, owners_url(journey))
    return journey.client.get(response.url)


def test_the_owner_says_so_and_comes_back_to_a_thank_you(journey: Journey) -> None:
    response = journey.client.post(owners_url(journey), {"opinion": "ja", "remark": " Fijn\r\n\r\nadvies. "})

    assert response.url == owners_url(journey)
    assert "Dank je wel" in page(journey.client, response.url)
    assert counted(CountKind.USEFUL) == {"ja": 1}
    assert list(Remark.objects.values_list("day", "is_useful", "text")) == [
        (timezone.localdate(), True, "Fijn advies.")
    ]


def test_a_reader_says_so_and_comes_back_to_the_readers_page(journey: Journey) -> None:
    url = readers_url(journey)

    response = Client().post(url, {"opinion": "nee"})

    assert response.url == url
    assert counted(CountKind.USEFUL) == {"nee": 1}
    assert not Remark.objects.exists()


def test_a_run_is_asked_once(journey: Journey) -> None:
    assert "Was dit advies nuttig?" in page(journey.client, owners_url(journey))
    journey.client.post(owners_url(journey), {"opinion": "ja"})

    for url in (owners_url(journey), readers_url(journey)):
        assert "Was dit advies nuttig?" not in page(Client(), url)
        assert Client().post(url, {"opinion": "nee", "remark": "Nog iets"}).status_code == 302
    assert counted(CountKind.USEFUL) == {"ja": 1}
    assert not Remark.objects.exists()


def test_the_report_leads_to_the_question_until_somebody_answered_it(journey: Journey) -> None:
    link = f'href="{owners_url(journey)}"'
    assert link in page(journey.client, journey.url)
    assert f'href="{readers_url(journey)}"' in page(Client(), journey.shared)

    journey.client.post(owners_url(journey), {"opinion": "ja"})

    assert link not in page(journey.client, journey.url)


@pytest.mark.parametrize("opinion", [{}, {"opinion": ""}, {"opinion": "misschien"}, {"opinion": "ja\0"}])
def test_without_a_choice_the_form_comes_back_filled_in(journey: Journey, opinion: dict[str, str]) -> None:
    response = sent(journey, {**opinion, "remark": "Mooi & kort"})
    text = response.content.decode()

    assert response.context["errors"] == [("nuttig-opinion_0", "Kies ‘Ja’ of ‘Nee’.")]
    assert "<title>Fout: " in text
    assert 'href="#nuttig-opinion_0"' in text
    assert 'id="nuttig-opinion_0"' in text
    assert "Mooi &amp; kort</textarea>" in text
    assert counted(CountKind.USEFUL) == {}


@pytest.mark.parametrize(
    ("remark", "problem"),
    [
        ("é" * 501, "Maak je opmerking korter: gebruik hoogstens 500 tekens."),
        ("Ja\0", "Haal het onzichtbare teken weg."),
    ],
)
def test_a_remark_that_cannot_be_kept_comes_back(journey: Journey, remark: str, problem: str) -> None:
    response = sent(journey, {"opinion": "nee", "remark": remark})
    text = response.content.decode()

    assert response.context["errors"] == [("nuttig-remark", problem)]
    assert f"{remark}</textarea>" in text
    assert 'value="nee" id="nuttig-opinion_1" checked' in text
    assert counted(CountKind.USEFUL) == {}


def test_what_was_typed_waits_in_no_database_and_is_gone_after_a_sound_opinion(journey: Journey) -> None:
    sent(journey, {"remark": "Nog niet gekozen"})

    assert "Nog niet gekozen" not in page(Client(), readers_url(journey))
    assert not Remark.objects.exists()
    response = journey.client.post(owners_url(journey), {"opinion": "ja", "remark": "Toch"})
    assert response.cookies["mening"].value == ""


def test_a_cookie_that_somebody_wrote_is_no_opinion(journey: Journey) -> None:
    journey.client.cookies["mening"] = "eyJvcGluaW9uIjogImphIn0:1abc:def"

    assert journey.client.get(owners_url(journey)).context["errors"] == []


def test_the_longest_remark_is_kept_however_many_lines_it_has(journey: Journey) -> None:
    journey.client.post(owners_url(journey), {"opinion": "ja", "remark": "\r\n".join(["x" * 49] * 10)})

    assert len(Remark.objects.get().text) == 499


def test_markup_is_text(journey: Journey) -> None:
    response = journey.client.post(owners_url(journey), {"remark": "</textarea><script>alert(1)</script>"})

    assert "<script>alert" not in response.content.decode()


def test_invisible_signs_are_no_remark(journey: Journey) -> None:
    journey.client.post(owners_url(journey), {"opinion": "ja", "remark": "\u200b \x07"})

    assert counted(CountKind.USEFUL) == {"ja": 1}
    assert not Remark.objects.exists()


def test_an_unfinished_run_and_a_wrong_link_take_no_opinion(client: Client) -> None:
    journey = Journey(client)

    assert client.post(f"/advies/{journey.token}/rapport/nuttig/", {"opinion": "ja"}).status_code == 302
    assert client.post("/rapport/onbekend/nuttig/", {"opinion": "ja"}).status_code == 404
    assert counted(CountKind.USEFUL) == {}


def test_a_forged_form_is_refused(journey: Journey) -> None:
    assert Client(enforce_csrf_checks=True).post(owners_url(journey), {"opinion": "ja"}).status_code == 403


def test_a_remark_does_not_know_its_run(journey: Journey) -> None:
    journey.client.post(owners_url(journey), {"opinion": "ja", "remark": "Goed"})
    Consultation.objects.all().delete()

    assert {field.name for field in Remark._meta.get_fields()} == {"id", "day", "is_useful", "text"}
    assert Remark.objects.count() == 1


def test_after_a_year_a_remark_is_gone_for_everybody() -> None:
    today = timezone.localdate()
    Remark.objects.create(day=today - timedelta(days=365), is_useful=True, text="Oud")
    kept = Remark.objects.create(day=today - timedelta(days=364), is_useful=True, text="Nieuw")
    assert list(Remark.objects.live()) == [kept]

    call_command("purge")

    assert list(Remark.objects.all()) == [kept]
