"""The page with the documents and the files, below the links of owner and readers."""

import io
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from django.test import Client

from tests.journey import Journey

COVER = {"title": "Lonen", "organisation": "ACME & zonen", "contact": "Els", "region": "Kenia"}


@pytest.fixture
def journey(client: Client, db: None) -> Journey:
    return Journey(client).finish(**COVER)


def owners(journey: Journey, rest: str = "") -> str:
    return f"/advies/{journey.token}/rapport/werkdocumenten/{rest}"


def opened(response: Any) -> Any:
    return docx.Document(io.BytesIO(response.content))


def test_owner_and_reader_see_every_outline_filled_in(journey: Journey) -> None:
    for url in (owners(journey), f"{journey.shared}werkdocumenten/"):
        response = journey.client.get(url)
        page = response.content.decode()

        assert response.status_code == 200
        assert "ACME &amp; zonen" in page
        assert "ACME & zonen" not in page.replace("&amp;", "")
        assert page.count("Bekijk het document") == 6
        assert f'href="{url}email.docx?partner=' in page
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"


def test_the_report_leads_there_and_back(journey: Journey) -> None:
    report = f"/advies/{journey.token}/rapport/"

    assert f'<a href="{owners(journey)}">' in journey.client.get(report).content.decode()
    outlines = journey.client.get(report).content.decode().partition("Hieronder staan de documenten als opzet.")[2]
    assert outlines.strip().startswith('<a href="werkdocumenten/">')
    assert '<a href="plan/">' in outlines.partition("</p>")[0]
    assert f'<a href="{report}">' in journey.client.get(owners(journey)).content.decode()
    assert f'<a href="{journey.shared}werkdocumenten/">' in journey.client.get(journey.shared).content.decode()


@pytest.mark.slow
def test_partner_and_language_are_chosen_apart_from_the_page(journey: Journey) -> None:
    page = journey.client.get(owners(journey, "?partner=multi_stakeholderinitiatief&taal=en")).content.decode()
    english = journey.client.get(f"/en/advice/{journey.token}/report/worksheets/?taal=nl").content.decode()

    assert '<option value="en" lang="en" selected>' in page
    assert "<h1>Werkdocumenten</h1>" in page
    assert '<div class="sheet" lang="en">' in page
    assert "Dear [name]," in page
    assert "<h1>Worksheets</h1>" in english
    assert '<div class="sheet" lang="nl">' in english
    assert "Beste [naam]," in english


def test_what_was_chosen_is_said(journey: Journey) -> None:
    asked = journey.client.get(owners(journey, "?partner=lokale_vakbond&taal=en")).content.decode()
    plain = journey.client.get(owners(journey)).content.decode()
    nobody = journey.client.get(owners(journey, "?partner=&taal=nl")).content.decode()

    assert "De documenten zijn nu voor: Lokale vakbond, in het Engels." in asked
    assert "De documenten hieronder zijn in het Engels." in asked
    assert "De documenten zijn nu voor: nog geen partner, in het Nederlands." in nobody
    assert "De documenten zijn nu voor" not in plain
    assert "De documenten hieronder zijn" not in plain


def test_own_words_are_to_be_read_over_where_the_documents_are_in_another_language(journey: Journey) -> None:
    said = "Lees deze woorden na."
    other = journey.client.get(owners(journey, "?partner=lokale_vakbond&taal=en")).content.decode()
    document = opened(journey.client.get(owners(journey, "email.docx?partner=lokale_vakbond&taal=en")))

    for word in (COVER["title"], COVER["region"], COVER["contact"]):
        assert f'<li dir="auto">{word}</li>' in other.partition(said)[2]
        assert word in [p.text for p in document.paragraphs]
    assert said not in journey.client.get(owners(journey)).content.decode()


def test_what_to_do_first_leads_to_the_plan_and_is_in_the_language_of_the_page(client: Client, db: None) -> None:
    journey = Journey(client).walk_to("controle", leverancier_houding=["onbekend"]).finish(**COVER)
    step = f'<a href="/advies/{journey.token}/plan/#actie-houding_navragen">Vraag eerst hoe je leverancier over '
    asked = owners(journey, "?partner=lokale_vakbond&taal=en")

    assert journey.client.get(asked).content.decode().count(step) == 4
    assert f'<a href="{journey.shared}plan/#actie-houding_navragen">' in (
        journey.client.get(f"{journey.shared}werkdocumenten/?partner=lokale_vakbond").content.decode()
    )
    journey.client.post(f"/advies/{journey.token}/plan/actie/houding_navragen/", {"done": "ja"})
    assert step not in journey.client.get(asked).content.decode()


def test_a_mail_to_who_is_known_says_what_it_takes_for_granted(client: Client, db: None) -> None:
    known: dict[str, Any] = {"bekende_partijen": ["lokale_vakbond"], "samenwerking": ["loopt_goed"]}
    journey = Journey(client).walk_to("controle", **known).finish(**COVER)
    said = "Je kent al zo’n partij"

    assert said in journey.client.get(owners(journey, "?partner=lokale_vakbond")).content.decode()
    assert said not in journey.client.get(owners(journey, "?partner=lokale_ngo")).content.decode()


def test_english_is_suggested_for_a_partner_in_the_production_country(journey: Journey) -> None:
    said = "Spreekt je partner geen Nederlands? Kies dan Engels."

    for query, is_there in {
        "?partner=lokale_vakbond&taal=nl": True,
        "?partner=lokale_vakbond&taal=en": False,
        "?partner=&taal=nl": False,
    }.items():
        assert (said in journey.client.get(owners(journey, query)).content.decode()) is is_there


def test_the_page_warns_of_a_partner_that_is_none_to_begin_with(journey: Journey) -> None:
    first = journey.client.get(owners(journey))
    last = first.context["partners"][-1][0]
    warned = journey.client.get(owners(journey, f"?partner={last}&taal=nl")).content.decode()

    assert "Dit is niet de partner om mee te beginnen." in warned
    assert "Dit is niet de partner om mee te beginnen." not in first.content.decode()


@pytest.mark.parametrize("query", ["?partner=niemand&taal=xx", "?partner=", "?partner=%00<b>", "?taal=" + "x" * 4000])
def test_what_cannot_be_chosen_is_no_partner_and_the_language_of_the_page(journey: Journey, query: str) -> None:
    page = journey.client.get(owners(journey, query))

    assert page.status_code == 200
    assert page.context["language"] == ""
    assert page.context["has_partner"] is (not query.startswith("?partner"))


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("odt", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_one_document_is_a_file_that_nobody_keeps(journey: Journey, form: str, media_type: str) -> None:
    response = journey.client.get(owners(journey, f"email.{form}?taal=en&partner=lokale_vakbond"))

    assert response["Content-Type"] == media_type
    name = response["Content-Disposition"]
    assert name.startswith('attachment; filename="draft-email-to-a-possible-partner-local-trade-union-')
    assert name.endswith(f'.{form}"')
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_reader_takes_the_same_document_as_the_owner(journey: Journey) -> None:
    mine = opened(journey.client.get(owners(journey, "taakverdeling.docx")))
    theirs = opened(Client().get(f"{journey.shared}werkdocumenten/taakverdeling.docx"))

    assert [p.text for p in mine.paragraphs] == [p.text for p in theirs.paragraphs]
    assert mine.core_properties.author == "ACME & zonen"


@pytest.mark.parametrize("rest", ["bestaat_niet.docx", "email.pdf", "introductie_leverancier.odt"])
def test_a_document_that_is_not_there_is_a_404(journey: Journey, rest: str) -> None:
    assert journey.client.get(owners(journey, rest)).status_code == 404


def test_all_come_in_one_zip_that_is_asked_for_with_a_post(journey: Journey) -> None:
    url = owners(journey, "odt.zip?taal=nl&partner=lokale_vakbond")
    response = journey.client.post(url)
    names = ZipFile(io.BytesIO(response.content)).namelist()

    assert journey.client.get(url).status_code == 405
    assert response["Content-Type"] == "application/zip"
    assert 'filename="werkdocumenten-lokale-vakbond-' in response["Content-Disposition"]
    assert [name[:2] for name in names] == ["1-", "2-", "3-", "4-", "5-", "6-"]
    assert all(name.endswith(".odt") for name in names)
    assert journey.client.post(owners(journey, "pdf.zip")).status_code == 404


@pytest.mark.database
def test_one_address_asks_for_so_many(journey: Journey, settings: Any) -> None:
    settings.DIALOOG_LIMITS = {**settings.DIALOOG_LIMITS, "pdf": 1}
    visitor = Client(REMOTE_ADDR="203.0.113.9")

    asked = [visitor.post(owners(journey, "docx.zip")).status_code for _ in range(2)]

    assert asked == [200, 429]


@pytest.mark.slow
def test_it_ends_with_the_link_of_readers_and_with_the_run(journey: Journey) -> None:
    shared = f"{journey.shared}werkdocumenten/"
    journey.client.post(f"/advies/{journey.token}/deellink/stop/")

    assert Client().get(shared).status_code == 404
    assert Client().get(f"{shared}email.docx").status_code == 404
    assert Client().get(owners(journey)).status_code == 200
    journey.client.post(f"/advies/{journey.token}/verwijderen/")
    assert Client().get(owners(journey)).status_code == 404


def test_of_a_run_that_is_not_finished_the_owner_goes_on_with_the_questions(client: Client, db: None) -> None:
    open_run = Journey(client)

    assert client.get(owners(open_run)).status_code == 302
