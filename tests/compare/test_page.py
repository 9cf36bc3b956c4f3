"""Reports side by side: from a report, from none, and what a link that is no good leads to."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from dialoog.compare.adding import SENTENCES, Trouble
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import republish
from dialoog.report.models import KeptAdvice
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.wizard.tokens import hash_token, share_token
from tests.compare.reports import HURRY, errors, finish, paste, titles
from tests.journey import Journey
from tests.wizard.content import build_short_document, publish
from tests.words.dutch import dutch_in
from tests.words.test_no_dutch import names

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

ALONE = "/vergelijken/"


def test_without_a_report_two_links_are_enough(client: Client) -> None:
    one, other = finish(), finish(title="Haast", **HURRY)

    page = paste(client, ALONE, f"Kijk: https://gids.nl{one.shared} en", f"/en/advice/{other.token}/report/")

    assert titles(page) == ["Lonen", "Haast"]
    assert [row.name for row in page.context["comparison"].answers.rows] == [
        "Hoeveel tijd heb je om een samenwerking op te bouwen?"
    ]
    assert "staan op dezelfde plaats, maar in A als ‘Begin hier’ en in B als ‘Daarna’" in page.content.decode()


def test_a_reader_compares_from_the_page_of_a_report() -> None:
    one, other, reader = finish(), finish(title="Haast", **HURRY), Client()
    report = reader.get(one.shared).content.decode()
    url = f"{one.shared}vergelijken/"
    assert f'href="{url}"' in report
    assert "Probeer een variant" not in report

    page = paste(reader, url, other.shared)

    assert titles(page) == ["Lonen", "Haast"]
    assert "Probeer een variant" not in page.content.decode()
    assert titles(reader.get(f"{other.shared}vergelijken/")) == ["Haast"]


def test_no_page_or_address_holds_a_token_of_another_report(client: Client) -> None:
    one, other = finish(client), finish(title="Haast")
    sent = client.post(f"/advies/{one.token}/vergelijken/", {"links": f"/advies/{other.token}/rapport/ {other.shared}"})
    page = client.get(sent.url).content.decode()

    kept = client.cookies[settings.DIALOOG_COMPARE_COOKIE]
    for said in (sent.url, page, kept.value, str(sent.headers)):
        assert other.token not in said
        assert other.shared.split("/")[2] not in said
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    assert not kept["max-age"]


def test_titles_that_do_not_tell_apart_have_the_answers_with_them(client: Client) -> None:
    one = finish(toezeggingen=["opvolging", "vergoeding"])
    other, third = finish(title="Lonen (variant)", **HURRY), finish(title="Heel iets anders")

    page = paste(client, ALONE, one.shared, other.shared, third.shared)

    assert [column.about for column in page.context["columns"]] == [
        ("Genoeg: er is tijd om elkaar te leren kennen", "Een vergoeding voor de partner"),
        ("Weinig: het moet binnen enkele weken geregeld zijn", "zonder ‘Een vergoeding voor de partner’"),
        (),
    ]
    said = page.content.decode()
    assert "<bdi>Genoeg: er is tijd om elkaar te leren kennen</bdi></th>" in said
    assert "<bdi>Heel iets anders</bdi></th>" in said


def test_the_pdf_and_the_own_report_are_near_the_top(client: Client) -> None:
    one, other = finish(client), finish(title="Haast", **HURRY)

    said = paste(client, f"/advies/{one.token}/vergelijken/", other.shared).content.decode()

    assert said.index('id="pdf"') < said.index('id="verschil"')
    assert f'<a href="/advies/{one.token}/rapport/"><strong><bdi>Lonen</bdi></strong></a>' in said


def test_what_is_compared_is_kept_and_found_nowhere(client: Client) -> None:
    page = paste(client, ALONE, finish().shared)

    assert "no-store" in page["Cache-Control"]
    assert "private" in page["Cache-Control"]


def test_the_same_report_twice_is_told(client: Client) -> None:
    journey = finish()

    page = paste(client, ALONE, journey.shared, f"/advies/{journey.token}/rapport/")

    assert titles(page) == ["Lonen"]
    assert errors(page) == [SENTENCES[Trouble.TWICE]]
    assert errors(paste(client, f"{journey.shared}vergelijken/", journey.shared)) == [SENTENCES[Trouble.TWICE]]


@pytest.mark.parametrize(
    ("pasted", "trouble"),
    [
        ("", Trouble.NO_LINK),
        ("hallo 🙂 \x00", Trouble.NO_LINK),
        ("x" * 6000 + "/rapport/" + "a" * 32, Trouble.NO_LINK),
        ("/rapport/" + "a" * 32, Trouble.DEAD),
        ("/advies/" + "a" * 32 + "/rapport/", Trouble.DEAD),
    ],
)
def test_what_is_no_link_of_a_report_is_told(client: Client, pasted: str, trouble: Trouble) -> None:
    assert errors(paste(client, ALONE, pasted)) == [SENTENCES[trouble]]


def test_an_unfinished_run_is_told_to_its_owner_alone(client: Client) -> None:
    journey = Journey(Client()).walk_to("thema")
    run = Consultation.objects.owned_with(journey.token).get()
    run.renew_share(journey.token)

    assert errors(paste(client, ALONE, f"/advies/{journey.token}/")) == [SENTENCES[Trouble.UNFINISHED]]
    reader = f"/rapport/{share_token(journey.token, run.share_round)}/"
    assert errors(paste(client, ALONE, reader)) == [SENTENCES[Trouble.DEAD]]


def test_four_fit_and_a_fifth_is_told(client: Client) -> None:
    five = [finish(title=title).shared for title in "PQRST"]

    page = paste(client, ALONE, *five)

    assert titles(page) == list("PQRS")
    assert errors(page) == [SENTENCES[Trouble.FULL]]
    assert len(page.context["comparison"].besides) == 3


def test_a_report_can_be_taken_away(client: Client) -> None:
    one, other = finish(), finish(title="Haast")
    page = paste(client, ALONE, one.shared, other.shared)

    code = page.context["columns"][0].cover.code
    page = client.post(ALONE, {"weg": code}, follow=True)

    assert titles(page) == ["Haast"]


def test_what_an_owner_deletes_or_ends_is_gone(client: Client) -> None:
    one, other, third = finish(), finish(title="Haast"), finish(title="Derde")
    paste(client, ALONE, one.shared, other.shared, third.shared)
    other.client.post(f"/advies/{other.token}/verwijderen/")
    third.client.post(f"/advies/{third.token}/deellink/stop/")

    page = client.get(ALONE)

    assert titles(page) == ["Lonen"]
    assert "is er niet meer" in page.content.decode()
    assert "Haast" not in page.content.decode()


def test_at_its_date_a_report_is_gone(client: Client) -> None:
    one, other = finish(), finish(title="Haast")
    paste(client, ALONE, one.shared, other.shared)
    Consultation.objects.owned_with(other.token).update(expires_at=timezone.now())

    assert titles(client.get(ALONE)) == ["Lonen"]


def test_a_page_of_a_report_that_goes_is_a_dead_link() -> None:
    journey = finish()
    read = f"{journey.shared}vergelijken/"
    journey.client.post(f"/advies/{journey.token}/verwijderen/")

    assert Client().get(f"/advies/{journey.token}/vergelijken/").status_code == 404
    assert Client().post(read, {}).status_code == 404


@pytest.mark.parametrize("value", ["onzin", "x" * 4000, "a:b:c", ""])
def test_a_cookie_of_garbage_is_none(client: Client, value: str) -> None:
    client.cookies[settings.DIALOOG_COMPARE_COOKIE] = value

    page = client.get(ALONE)

    assert page.status_code == 200
    assert titles(page) == []


def test_equal_reports_say_so(client: Client) -> None:
    page = paste(client, ALONE, finish().shared, finish().shared)

    assert "De antwoorden en het advies zijn hetzelfde." in page.content.decode()


def test_reports_of_two_releases_say_so(client: Client) -> None:
    one = finish()
    republish(current_release())
    other = finish(title="Later")

    page = paste(client, ALONE, one.shared, other.shared)

    assert "verschillende uitgaven" in page.content.decode()
    assert "De antwoorden en het advies zijn hetzelfde." in page.content.decode()


def test_a_question_that_one_release_lacks_is_told(client: Client) -> None:
    one = finish()
    publish(build_short_document())
    other = Journey(Client())
    for answers in ({"doelen": ["kennis"]}, {"plaats": ["nederland"]}, {"partijen": ["buren"]}):
        other.send(answers)
    other.send({"title": "Kort"}, "toon")

    page = paste(client, ALONE, one.shared, other.shared)

    assert titles(page) == ["Lonen", "Kort"]
    rows = {row.name: [cell.texts for cell in row.cells] for row in page.context["comparison"].answers.rows}
    assert rows["partijen?"] == [("Deze vraag was er nog niet, of niet meer",), ("Buren",)]
    assert rows["Welke partijen ken je al?"][1] == ("Deze vraag was er nog niet, of niet meer",)


def test_markup_in_a_title_is_text(client: Client) -> None:
    page = paste(client, ALONE, finish(title="<b>Lonen</b>").shared, finish().shared).content.decode()

    assert "<b>Lonen" not in page
    assert "&lt;b&gt;Lonen" in page


def test_in_english_it_is_english(client: Client) -> None:
    one, other = finish(title="Wages"), finish(title="Hurry", **HURRY)
    url = f"/en/report/{one.shared.split('/')[2]}/compare/"
    assert dutch_in(client.get(url).content.decode(), names()) == []
    for pasted in ("x", one.shared, "/rapport/" + "a" * 32):
        assert dutch_in(paste(client, url, pasted).content.decode(), names()) == []
    page = paste(client, url, other.shared).content.decode()

    assert "stand at the same place, but are marked “Start here” in A and “Later” in B" in page
    assert "Partners that stand differently" in page
    assert dutch_in(page, names()) == []
    assert "Partners die anders staan" in client.get(f"{one.shared}vergelijken/").content.decode()


def test_a_run_that_is_deleted_while_one_looks_is_left_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one that a server with older code finished the answers are read after the run itself."""
    one, other, third = finish(), finish(title="Haast", **HURRY), finish(title="Rust")
    KeptAdvice.objects.filter(consultation__token_hash=hash_token(other.token)).delete()
    paste(client, ALONE, one.shared, other.shared, third.shared)
    of = Run.of

    def too_late(consultation: Consultation) -> Run:
        Consultation.objects.filter(pk=consultation.pk).delete()
        return of(consultation)

    monkeypatch.setattr(Run, "of", too_late)

    assert titles(client.get(ALONE)) == ["Lonen", "Rust"]
