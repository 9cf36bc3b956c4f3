"""The owner's delete wins, whatever else goes on: nothing brings a run back, and who comes late finds a dead link."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client

from dialoog.report import download
from dialoog.wizard.models import Consultation
from dialoog.wizard.statements import consultation_of
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
ROUNDS = 12
TABS = 4

Post = Callable[[], Any]


def visitor() -> Client:
    return Client(raise_request_exception=False)


def saving(client: Client) -> tuple[str, Post]:
    journey = Journey(client)
    form = journey.form(journey.step, {"doelen": ["toegang"]})
    return journey.token, lambda: visitor().post(journey.url, form)


def finishing(client: Client) -> tuple[str, Post]:
    journey = Journey(client).walk_to("controle")
    form = journey.form("controle", {"title": "Lonen"}, "toon")
    return journey.token, lambda: visitor().post(journey.url, form)


def of_report(path: str, data: dict[str, str], client: Client) -> tuple[str, Post]:
    token = Journey(client).finish().token
    return token, lambda: visitor().post(f"/advies/{token}/{path}", data)


WORK = {
    "save": saving,
    "finish": finishing,
    "share": partial(of_report, "deellink/", {}),
    "stop sharing": partial(of_report, "deellink/stop/", {}),
    "opinion": partial(of_report, "rapport/nuttig/", {"opinion": "ja"}),
    "plan": partial(of_report, "plan/eigen/", {"text": "Koop taart"}),
    "invite": partial(of_report, "tweede-mening/", {"uitnodigen": "abcdefgh"}),
    "pdf": partial(of_report, "rapport/pdf/advies/", {}),
}


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF")


@pytest.mark.parametrize("what", WORK)
def test_deleting_at_the_same_moment_leaves_nothing(client: Client, what: str) -> None:
    for _ in range(ROUNDS):
        token, post = WORK[what](client)
        *others, deleted = at_once(*[post] * TABS, lambda: visitor().post(f"/advies/{token}/verwijderen/"))  # noqa: B023

        assert deleted.status_code == 302
        in_line = {202} if what == "pdf" else set()
        assert {other.status_code for other in others} <= {302, 404} | in_line
        assert not Consultation.objects.exists()


@pytest.fixture
def deleted_after_opening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The run is found, and is gone before anything is done with it: by another tab, in a connection of its own."""
    tokens: list[str] = []

    def found_and_gone(*args: Any) -> Any:
        run = consultation_of(*args)
        if tokens and run:
            at_once(run.erase)
        return run

    for module in ("dialoog.wizard.wizard", "dialoog.report.views.access"):
        monkeypatch.setattr(f"{module}.consultation_of", found_and_gone)
    return tokens


@pytest.mark.parametrize("what", [name for name in WORK if name != "opinion"])
def test_who_comes_too_late_finds_a_dead_link(client: Client, what: str, deleted_after_opening: list[str]) -> None:
    token, post = WORK[what](client)
    deleted_after_opening.append(token)

    answer = post()

    assert answer.status_code == 404
    assert "Deze link werkt niet (meer)" in answer.content.decode()
    assert not Consultation.objects.exists()


@pytest.mark.parametrize("edition", ["advies", "dossier"])
def test_deleting_while_a_pdf_is_made_ends_in_a_dead_link(
    client: Client, edition: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = Journey(client).finish().token

    def deleted_meanwhile(*_arguments: Any, **_options: Any) -> bytes:
        at_once(lambda: visitor().post(f"/advies/{token}/verwijderen/"))
        return b"%PDF"

    monkeypatch.setattr(download, "render", deleted_meanwhile)
    answer = visitor().post(f"/advies/{token}/rapport/pdf/{edition}/")

    assert answer.status_code == 404
    assert "Deze link werkt niet (meer)" in answer.content.decode()
