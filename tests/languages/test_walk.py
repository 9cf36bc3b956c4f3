"""A visitor in another language walks the same way, and can change over at any place."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialoog.report import download, waiting
from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.views.downloads import signer
from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.languages.english import EnglishJourney, switch_on, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def test_from_the_start_page_to_the_report(client: Client) -> None:
    start = text_of("/en/")
    assert '<html lang="en">' in start
    assert switch_on(start) == "/"
    assert 'action="/en/begin/"' in start

    journey = EnglishJourney(client).finish(title="Wages")

    assert re.fullmatch(r"/en/advice/[^/]+/report/", journey.url)
    report = text_of(journey.url)
    assert '<html lang="en">' in report
    assert switch_on(report) == f"/advies/{journey.token}/rapport/"
    assert f'action="/en/advice/{journey.token}/report/pdf/advice/"' in report


def test_the_switch_keeps_step_answers_and_query(client: Client) -> None:
    journey = EnglishJourney(client).walk_to("controle")
    step = journey.url.replace("controle", "fase")

    page = text_of(f"{step}?wijzig")

    assert switch_on(page) == f"/advies/{journey.token}/stap/fase/?wijzig="
    assert re.search(r'value="voorbereiden"[^>]* checked', text_of(switch_on(page)))
    assert switch_on(text_of(switch_on(page))) == f"{step}?wijzig="


def test_what_is_not_saved_yet_goes_along(client: Client) -> None:
    """As the script of a step asks it."""
    journey = EnglishJourney(client)
    step = journey.step

    response = journey.send({"doelen": ["kennis"]}, "taal:nl")

    assert response.url == f"/advies/{response.url.split('/')[2]}/stap/{step}/"
    assert re.search(r'value="kennis"[^>]* checked', text_of(response.url))


def test_an_unknown_language_is_no_button(client: Client) -> None:
    journey = EnglishJourney(client)
    journey.send({"doelen": ["kennis"]}, "taal:xx")

    assert journey.url.startswith("/en/advice/")


def test_one_run_is_read_in_each_language_by_its_link(client: Client) -> None:
    journey = Journey(client).finish(title="Lonen")
    shared = journey.shared

    dutch, english = text_of(shared), text_of(shared.replace("/rapport/", "/en/report/"))

    assert 'lang="nl"' in dutch
    assert '<html lang="en">' in english
    assert switch_on(english) == shared
    assert "Lonen" in english
    assert '<h4>Introduction (<span lang="nl">Inleiding</span>)</h4>' in english  # where to look in the source itself
    assert "<h4>Inleiding</h4>" in dutch
    assert text_of(shared) == dutch
    kept = Rendering.objects.filter(consultation=Consultation.objects.get())
    assert sorted(kept.values_list("edition", "language")) == [("pagina", "en"), ("pagina", "nl")]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would become a PDF."""
    pages: list[str] = []

    def render(html: str, *_arguments: object, **_options: object) -> bytes:
        pages.append(html)
        return b"%PDF-1.7"

    monkeypatch.setattr(waiting, "line", waiting.Line())
    monkeypatch.setattr(download, "render", render)
    return pages


@pytest.mark.django_db(transaction=True)
def test_a_pdf_is_made_in_the_language_that_was_asked(client: Client, rendered: list[str]) -> None:
    journey = EnglishJourney(client).finish()
    report = journey.url

    assert client.get(f"{report}advice.pdf").url == report  # a GET makes none
    made = client.post(f"{report}pdf/advice/")
    assert made.url == f"{report}advice.pdf"
    pdf = client.get(made.url)

    assert '<html lang="en"' in rendered[0]
    assert re.search(r'filename="[a-z-]+-advice-[\w-]+\.pdf"', pdf["Content-Disposition"])
    assert client.get(f"/advies/{journey.token}/rapport/advies.pdf").status_code == 302
    assert list(Rendering.objects.filter(edition="advies").values_list("language", flat=True)) == ["en"]


@pytest.mark.django_db(transaction=True)
def test_who_waits_gets_it_in_that_language_too(
    client: Client, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is served by a thread, where no request chose a language."""
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    report = EnglishJourney(client).finish().url
    waiting.line.join(waiting.Place(Consultation.objects.get().pk, Edition.DOSSIER, "en")).ended.wait(30)

    assert '<html lang="en"' in rendered[0]
    assert client.get(f"{report}dossier.pdf").content == b"%PDF-1.7"


def test_a_proof_of_one_language_makes_no_pdf_in_another(client: Client) -> None:
    """Each is asked for with a POST, which counts."""
    journey = Journey(client).finish()
    proof = signer.sign(f"{Consultation.objects.get().pk}-advies-nl")

    response = client.get(f"/en/advice/{journey.token}/report/pdf/advice/wait/?bewijs={proof}")

    assert response.url == f"/en/advice/{journey.token}/report/"


def test_no_page_costs_more_queries(client: Client) -> None:
    journey = Journey(client).finish()
    token = journey.token
    pairs = {"/": "/en/", "/privacy/": "/en/privacy/", f"/advies/{token}/rapport/": f"/en/advice/{token}/report/"}
    for both in pairs.items():
        counts = []
        for url in both:
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            counts.append(len(queries))
        assert counts[0] == counts[1], both
