"""Whoever cannot have a PDF at once sees a page that comes back by itself, and gets it in turn."""

import time
from collections.abc import Iterator

import pytest
from django.test import Client

from dialoog.report import download, waiting
from dialoog.report.download import lock_path
from dialoog.report.models import Rendering
from dialoog.report.pdf.process import PdfFailed, my_turn
from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.report.coming_back import come_back, quick_line

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """With a line of its own, which has ended when the next test begins."""
    with quick_line(monkeypatch):
        yield


@pytest.fixture
def report(client: Client) -> str:
    return Journey(client).finish(title="Lonen").shared


def test_who_waits_gets_it_without_pressing_again(report: str) -> None:
    reader = Client()
    with my_turn(lock_path(), patient=True):
        page = reader.post(f"{report}pdf/advies/")
        assert page.status_code == 202
        assert int(page["Retry-After"]) > 0
        assert page["Refresh"].startswith(f"{page['Retry-After']}; url={report}pdf/advies/wacht/?bewijs=")
        assert "kijkt steeds zelf" in page.content.decode()
        assert not Rendering.objects.filter(edition="advies").exists()

    ready = come_back(reader, page)

    assert "De PDF is klaar" in ready.content.decode()
    assert ready["Refresh"] == f"0; url={report}advies.pdf"
    assert reader.get(f"{report}advies.pdf").content == b"%PDF-1.7"


def test_who_comes_later_is_told_how_many_are_before_it(report: str) -> None:
    later = Journey(Client()).finish().shared
    with my_turn(lock_path(), patient=True):
        Client().post(f"{report}pdf/advies/")
        reader = Client()
        page = reader.get(reader.post(f"{later}pdf/advies/")["Refresh"].partition("url=")[2])

    assert "Er is nog 1 PDF voor die van jou." in page.content.decode()
    assert "De PDF is klaar" in come_back(reader, page).content.decode()


def test_after_a_restart_who_looks_is_in_the_line_again(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Client()
    with my_turn(lock_path(), patient=True):
        page = reader.post(f"{report}pdf/dossier/")
        monkeypatch.setattr(waiting, "line", waiting.Line())
        assert reader.get(page["Refresh"].partition("url=")[2]).status_code == 202
        assert len(waiting.line) == 1

    assert "De PDF is klaar" in come_back(reader, page).content.decode()


@pytest.mark.parametrize("query", ["", "?bewijs=", "?bewijs=1-advies", "?bewijs=1-advies:1tabcd:x"])
def test_a_link_alone_has_nothing_made(report: str, query: str) -> None:
    answer = Client().get(f"{report}pdf/advies/wacht/{query}")

    assert answer.url == report
    assert len(waiting.line) == 0


def test_a_proof_is_for_one_pdf(report: str) -> None:
    with my_turn(lock_path(), patient=True):
        page = Client().post(f"{report}pdf/advies/")
    url = page["Refresh"].partition("url=")[2]

    assert Client().get(url.replace("/pdf/advies/", "/pdf/dossier/")).url == report
    come_back(Client(), page)


def test_what_fails_later_is_told_and_not_tried_again_and_again(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def render(*_arguments: object, **_options: object) -> bytes:
        tried.append(1)
        raise PdfFailed("geen")

    monkeypatch.setattr(download, "render", render)
    reader = Client()
    with my_turn(lock_path(), patient=True):
        page = reader.post(f"{report}pdf/advies/")

    failed = come_back(reader, page)

    assert failed.status_code == 503
    assert "Refresh" not in failed
    assert reader.get(page["Refresh"].partition("url=")[2]).status_code == 503
    assert len(tried) == 1


def test_a_run_that_is_deleted_meanwhile_leaves_nothing(report: str) -> None:
    with my_turn(lock_path(), patient=True):
        page = Client().post(f"{report}pdf/advies/")
        Consultation.objects.all().delete()
    while len(waiting.line):
        time.sleep(0.02)

    assert come_back(Client(), page).status_code == 404
    assert not Rendering.objects.exists()
