"""Who may read a report, and what its owner may do with it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import publish, republish
from dialoog.report import download
from dialoog.report.models import ReportPdf
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.wizard.models import Consultation
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen", organisation="Bedrijf")


def reader_path(journey: Journey) -> str:
    share_url: str = journey.client.get(journey.url).context["share_url"]
    return share_url.removeprefix("http://testserver")


@pytest.fixture
def fake_renderer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rendered: list[str] = []

    def render(html: str, *args: Any, **kwargs: Any) -> bytes:
        rendered.append(html)
        return b"%PDF-1.7"

    monkeypatch.setattr(download, "render", render)
    return rendered


def test_a_reader_sees_the_report_without_what_only_an_owner_may_do(journey: Journey) -> None:
    page = Client().get(reader_path(journey))

    assert page.status_code == 200
    assert journey.token not in page.content.decode()
    assert page.context["is_owner"] is False


def test_a_readers_token_opens_nothing_else(journey: Journey) -> None:
    share = reader_path(journey).split("/")[2]

    for path in ("", "rapport/", "verwijderen/", "later/", "stap/controle/"):
        assert Client().get(f"/advies/{share}/{path}").status_code == 404


def test_an_unfinished_run_has_no_report(client: Client) -> None:
    journey = Journey(client)

    assert client.get(f"/advies/{journey.token}/rapport/").url == f"/advies/{journey.token}/"


def test_the_owner_ends_the_readers_link(journey: Journey) -> None:
    old = reader_path(journey)

    journey.client.post(f"/advies/{journey.token}/deellink/")

    assert Client().get(old).status_code == 404
    assert Client().get(reader_path(journey)).status_code == 200


def test_an_expired_report_is_gone_for_everybody(journey: Journey) -> None:
    shared = reader_path(journey)
    Consultation.objects.update(expires_at=timezone.now())

    assert Client().get(shared).status_code == 404
    assert journey.client.get(journey.url).status_code == 404


def test_tokens_are_not_stored(journey: Journey) -> None:
    share = reader_path(journey).split("/")[2]
    stored = str(list(Consultation.objects.values_list()))

    assert journey.token not in stored
    assert share not in stored


def test_tokens_have_enough_random_bits(journey: Journey) -> None:
    assert len(journey.token) * 6 >= 128
    assert len(reader_path(journey).split("/")[2]) * 6 >= 128


def test_the_pdf_is_made_once_and_kept(journey: Journey, fake_renderer: list[str]) -> None:
    make = reader_path(journey) + "pdf/"

    first = Client().post(make, follow=True)
    second = Client().post(make, follow=True)

    assert first.content == second.content == b"%PDF-1.7"
    assert first["Content-Type"] == "application/pdf"
    assert "lonen-" in first["Content-Disposition"]
    assert len(fake_renderer) == 1


def test_a_get_makes_no_pdf(journey: Journey, fake_renderer: list[str]) -> None:
    response = Client().get(reader_path(journey) + "rapport.pdf")

    assert response.url == reader_path(journey)
    assert Client().get(reader_path(journey) + "pdf/").status_code == 405
    assert not fake_renderer


@pytest.mark.parametrize("trouble", [PdfBusy, PdfFailed])
def test_without_a_pdf_there_is_a_page_to_try_again(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def render(*args: Any, **kwargs: Any) -> bytes:
        raise trouble("geen")

    monkeypatch.setattr(download, "render", render)
    make = reader_path(journey) + "pdf/"

    response = Client().post(make)

    assert response.status_code == 503
    assert response["Retry-After"]
    assert f'action="{make}"' in response.content.decode()
    assert not ReportPdf.objects.exists()


def test_markup_of_the_visitor_is_text_in_the_pdf(client: Client, fake_renderer: list[str]) -> None:
    journey = Journey(client).finish(title="<script>alert(1)</script>", contact="<img src=file:///etc/passwd>")

    Client().post(reader_path(journey) + "pdf/")

    assert "&lt;script&gt;alert" in fake_renderer[0]
    assert "<img src=file" not in fake_renderer[0]


def test_the_same_content_under_another_number_is_no_news(journey: Journey) -> None:
    release = current_release()
    republish(Release.objects.get(pk=release.pk))

    assert journey.client.get(journey.url).context["newer_release"] is False


def test_a_release_with_other_advice_is_offered(journey: Journey) -> None:
    from dialoog.content.models import PartnerEffect

    PartnerEffect.objects.update(weight=1)
    publish()

    assert journey.client.get(journey.url).context["newer_release"] is True


def test_a_finished_report_never_changes(journey: Journey) -> None:
    from dialoog.content.models import PartnerType, Rule

    before = journey.client.get(journey.url).context["report"].top
    PartnerType.objects.update(name="Iets anders")
    Rule.objects.update(reason="Omdat het nu anders is.")
    publish()
    after = journey.client.get(journey.url).context["report"].top

    assert [(p.name, [r.text for r in p.reasons]) for p in after] == [
        (p.name, [r.text for r in p.reasons]) for p in before
    ]
