"""Who may read a report, and what its owner may do with it."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import publish, republish
from dialoog.insight.vocabulary import CountKind
from dialoog.report import download
from dialoog.report.editions import PDFS, Edition
from dialoog.report.models import Rendering
from dialoog.report.pdf.process import PdfFailed
from dialoog.wizard.models import Consultation
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen", organisation="Bedrijf")


@pytest.fixture
def fake_renderer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rendered: list[str] = []

    def render(html: str, *args: Any, **kwargs: Any) -> bytes:
        rendered.append(html)
        return b"%PDF-1.7"

    monkeypatch.setattr(download, "render", render)
    return rendered


def test_a_reader_sees_the_report_without_what_only_an_owner_may_do(journey: Journey) -> None:
    page = Client().get(journey.shared)

    assert page.status_code == 200
    assert journey.token not in page.content.decode()
    assert "beheren" not in page.content.decode()
    assert f"/advies/{journey.token}/beheren/" in journey.client.get(journey.url).content.decode()


def test_a_readers_token_opens_nothing_else(journey: Journey) -> None:
    share = journey.shared.split("/")[2]

    for path in ("", "rapport/", "rapport/nuttig/", "beheren/", "verwijderen/", "later/", "stap/controle/"):
        assert Client().get(f"/advies/{share}/{path}").status_code == 404


def test_an_unfinished_run_has_no_report(client: Client) -> None:
    journey = Journey(client)

    for path in ("rapport/", "rapport/nuttig/", "beheren/"):
        assert client.get(f"/advies/{journey.token}/{path}").url == f"/advies/{journey.token}/"


def test_an_owner_is_led_to_the_own_link_before_the_one_for_readers(journey: Journey) -> None:
    """Who keeps the link for readers only can change nothing any more."""
    manage = f"/advies/{journey.token}/beheren/"
    report, page = (journey.client.get(url).content.decode() for url in (journey.url, manage))
    own, _, rest = page.partition('id="delen"')
    shown, mail = re.findall(r'id="privelink" value="([^"]*)"', own), re.findall(r'href="(mailto:[^"]*)"', own)

    assert f'href="{manage}#eigen-link"' in report
    assert 'id="eigen-link"' in own
    assert shown == [f"http://testserver/advies/{journey.token}/"]
    assert quote(shown[0], safe="") in mail[0]
    assert Client().get(shown[0], follow=True).request["PATH_INFO"] == journey.url
    assert journey.shared.split("/")[2] not in own
    assert "Link om te delen (alleen lezen)" in rest
    assert "eigen-link" not in Client().get(journey.shared).content.decode()


def test_what_names_a_report_is_not_taken_for_a_code_that_opens_it(journey: Journey) -> None:
    code = Consultation.objects.get().code

    page = journey.client.get(journey.url).content.decode()

    assert f"Kenmerk {code}" in page
    assert "<span>Code</span>" not in page


def test_the_owner_ends_the_readers_link_and_is_told_so_beside_the_new_one(journey: Journey) -> None:
    old = journey.shared

    response = journey.client.post(f"/advies/{journey.token}/deellink/", follow=True)

    assert Client().get(old).status_code == 404
    assert Client().get(journey.shared).status_code == 200
    message, rest = response.content.decode().split("Er is een nieuwe link. De oude werkt niet meer.")
    assert 'tabindex="-1" autofocus' in message.partition("<main")[2]
    assert journey.shared in rest.partition("</section>")[0]
    assert rest.count(journey.shared) == 1


def test_the_owner_stops_sharing_keeps_the_report_and_can_share_again(
    journey: Journey, fake_renderer: list[str]
) -> None:
    old, owner = journey.shared, journey.client

    told = owner.post(f"/advies/{journey.token}/deellink/stop/", follow=True).content.decode()

    assert "Je deelt dit advies niet meer. De link, de deelcode en de QR-code werken niet meer." in told
    assert "/rapport/" not in told.replace(journey.url, "")
    assert [Client().get(old + path).status_code for path in ("", "nuttig/", "advies.pdf")] == [404] * 3
    assert owner.get(journey.url).status_code == 200
    assert owner.post(f"{journey.url}pdf/dossier/", follow=True).content == b"%PDF-1.7"
    owner.post(f"/advies/{journey.token}/deellink/")
    assert journey.shared != old
    assert Client().get(journey.shared).status_code == 200
    assert (
        "niet meer. De link, de deelcode" not in owner.get(f"/advies/{journey.token}/beheren/?gestopt").content.decode()
    )


def test_an_owner_downloads_without_the_readers_link(journey: Journey, fake_renderer: list[str]) -> None:
    page = journey.client.get(journey.url).content.decode()

    assert journey.shared not in page
    for edition in PDFS:
        assert f'action="{journey.url}pdf/{edition}/"' in page
        made = journey.client.post(f"{journey.url}pdf/{edition}/", follow=True)
        assert made.redirect_chain == [(f"{journey.url}{edition}.pdf", 302)]
        assert made.content == b"%PDF-1.7"
    assert Client().get(f"{journey.shared}advies.pdf").content == b"%PDF-1.7"


@pytest.mark.parametrize("query", ["", "?nieuw", "?nieuw=0", "?nieuw=1", "?gestopt"])
def test_no_address_alone_says_that_there_is_a_new_link(journey: Journey, query: str) -> None:
    page = journey.client.get(f"/advies/{journey.token}/beheren/{query}").content.decode()

    assert "Er is een nieuwe link" not in page
    assert "niet meer. De link" not in page
    assert journey.shared in page


def test_an_expired_report_is_gone_for_everybody(journey: Journey) -> None:
    shared = journey.shared
    Consultation.objects.update(expires_at=timezone.now())

    assert Client().get(shared).status_code == 404
    assert journey.client.get(journey.url).status_code == 404


def test_tokens_are_not_stored(journey: Journey) -> None:
    share = journey.shared.split("/")[2]
    stored = str(list(Consultation.objects.values_list()))

    assert journey.token not in stored
    assert share not in stored


def test_tokens_have_enough_random_bits(journey: Journey) -> None:
    assert len(journey.token) * 6 >= 128
    assert len(journey.shared.split("/")[2]) * 6 >= 128


@pytest.mark.parametrize("edition", PDFS)
def test_a_pdf_is_made_once_and_kept(journey: Journey, fake_renderer: list[str], edition: Edition) -> None:
    make = f"{journey.shared}pdf/{edition}/"

    first = Client().post(make, follow=True)
    second = Client().post(make, follow=True)

    assert first.content == second.content == b"%PDF-1.7"
    assert first["Content-Type"] == "application/pdf"
    assert f"lonen-{edition}-" in first["Content-Disposition"]
    assert first.redirect_chain == [(f"{journey.shared}{edition}.pdf", 302)]
    assert len(fake_renderer) == 1


def test_each_pdf_is_one_of_its_own_and_counts(journey: Journey, fake_renderer: list[str]) -> None:
    for edition in (*PDFS, *PDFS):
        Client().post(f"{journey.shared}pdf/{edition}/")

    assert len(fake_renderer) == len(PDFS)
    assert counted(CountKind.PDF) == {"": len(PDFS)}


def test_the_addresses_of_before_give_the_short_one(journey: Journey, fake_renderer: list[str]) -> None:
    made = Client().post(journey.shared + "pdf/")

    assert made.url == journey.shared + "advies.pdf"
    assert Client().get(journey.shared + "rapport.pdf").content == b"%PDF-1.7"


@pytest.mark.parametrize("name", ["advies.pdf", "dossier.pdf", "rapport.pdf"])
def test_a_get_makes_no_pdf(journey: Journey, fake_renderer: list[str], name: str) -> None:
    assert Client().get(journey.shared + name).url == journey.shared
    assert not fake_renderer


@pytest.mark.parametrize("path", ["pdf/", "pdf/advies/", "pdf/dossier/"])
def test_a_pdf_is_asked_for_with_a_post(journey: Journey, path: str) -> None:
    assert Client().get(journey.shared + path).status_code == 405


def test_the_page_of_a_report_has_no_pdf_of_its_own(journey: Journey) -> None:
    assert Client().post(journey.shared + "pdf/pagina/").status_code == 404


def test_a_link_that_ends_while_its_page_is_open_gives_the_page_for_what_is_not_there(journey: Journey) -> None:
    old = journey.shared
    journey.client.post(f"/advies/{journey.token}/deellink/")

    for path in ("pdf/", "pdf/advies/", "pdf/dossier/", "nuttig/"):
        response = Client().post(old + path, {"opinion": "ja"})
        assert response.status_code == 404
        assert "<h1>" in response.content.decode()


def test_without_a_pdf_there_is_a_page_to_try_again(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    def render(*args: Any, **kwargs: Any) -> bytes:
        raise PdfFailed("geen")

    monkeypatch.setattr(download, "render", render)
    make = journey.shared + "pdf/dossier/"

    response = Client().post(make)

    assert response.status_code == 503
    assert response["Retry-After"]
    assert "Refresh" not in response
    assert f'action="{make}"' in response.content.decode()
    assert not Rendering.objects.filter(edition__in=PDFS).exists()


def test_markup_of_the_visitor_is_text_in_the_pdf(client: Client, fake_renderer: list[str]) -> None:
    journey = Journey(client).finish(title="<script>alert(1)</script>", contact="<img src=file:///etc/passwd>")

    Client().post(journey.shared + "pdf/")

    assert "&lt;script&gt;alert" in fake_renderer[0]
    assert "<img src=file" not in fake_renderer[0]


def test_the_same_content_under_another_number_is_no_news(journey: Journey) -> None:
    release = current_release()
    republish(Release.objects.get(pk=release.pk))

    assert "vernieuwd" not in journey.client.get(journey.url).content.decode()


def test_a_release_with_other_advice_is_offered(journey: Journey) -> None:
    from dialoog.content.models import PartnerEffect

    PartnerEffect.objects.update(weight=1)
    publish()

    page = journey.client.get(journey.url).content.decode()

    assert "vernieuwd" in page
    assert f'href="/advies/{journey.token}/beheren/#wijzigen"' in page
    assert "Bekijk mijn antwoorden" in journey.client.get(f"/advies/{journey.token}/beheren/").content.decode()


def test_a_finished_report_never_changes(journey: Journey) -> None:
    from dialoog.content.models import PartnerType, Rule

    before = journey.client.get(journey.url).context["report"].cards
    Rendering.objects.all().delete()
    PartnerType.objects.update(name="Iets anders")
    Rule.objects.update(reason="Omdat het nu anders is.")
    publish()
    after = journey.client.get(journey.url).context["report"].cards

    assert [(card.partner.name, [r.text for r in card.partner.reasons]) for card in after] == [
        (card.partner.name, [r.text for r in card.partner.reasons]) for card in before
    ]


def test_without_a_title_the_kind_of_the_report_is_its_title_once(client: Client) -> None:
    page = client.get(Journey(client).finish().url).content.decode()

    assert "<title>Advies over samenwerken – Met wie werk ik samen?</title>" in page
    assert "<h1>Advies over samenwerken</h1>" in page
    assert "report-kind" not in page


def test_above_a_title_stands_the_kind_of_the_report(journey: Journey) -> None:
    assert '<p class="report-kind">Advies over samenwerken</p>' in journey.client.get(journey.url).content.decode()
