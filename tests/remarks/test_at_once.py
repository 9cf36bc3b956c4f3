"""Several who write remarks at the same moment, and a report that is made meanwhile: nobody's words go or come back."""

import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.test import Client

from dialoog.report import download, waiting
from dialoog.report.download import lock_path
from dialoog.report.models import Rendering
from dialoog.report.pdf.process import my_turn
from dialoog.report.renderings import page as pages
from dialoog.wizard.models import Consultation, StepAnswers
from tests.journey import Journey
from tests.remarks.writing import kept, open_page, seen_of, send_step, write
from tests.report.coming_back import come_back
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
WRITERS = 6


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish()


def status(journey: Journey, seen: str = "", **remarks: str) -> int:
    return int(write(journey, seen, **remarks).status_code)


def delete(journey: Journey) -> int:
    return Client().post(f"/advies/{journey.token}/verwijderen/").status_code


def test_who_write_with_different_answers_lose_nothing(journey: Journey) -> None:
    remarks = {slug: f"Bij {slug}" for slug in ("doelen", "fase", "plaats", "sector", "band", "thema")}

    answers = at_once(*[partial(status, journey, **{slug: text}) for slug, text in remarks.items()])

    assert answers == [302] * len(remarks)
    assert kept() == remarks


def test_of_two_texts_for_one_answer_one_is_kept_and_the_other_told(journey: Journey) -> None:
    texts = [f"Van {number}" for number in range(WRITERS)]

    answers = at_once(*[partial(status, journey, doelen=text) for text in texts])

    assert sorted(answers) == [302] + [409] * (WRITERS - 1)
    assert kept() == {"doelen": texts[answers.index(302)]}


def test_tabs_on_one_step_keep_what_each_of_them_wrote(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    texts = [f"Van {number}" for number in range(WRITERS)]

    answers = at_once(*[partial(send_step, journey, "thema", text) for text in texts])

    assert {answer.status_code for answer in answers} == {302}
    assert sorted(kept()["thema"].split("\n\n")) == texts


def test_deleting_the_run_at_the_same_moment_leaves_nothing(client: Client) -> None:
    for _ in range(3):
        journey = Journey(client).finish()
        work = [partial(status, journey, doelen=f"Van {number}") for number in range(4)]

        *others, deleted = at_once(*work, partial(delete, journey))

        assert deleted == 302
        assert set(others) <= {302, 404, 409}
        assert not Consultation.objects.exists()
        assert not StepAnswers.objects.exists()


def test_a_page_that_was_being_made_is_not_kept_with_words_of_before(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pages.render_page

    def slowly(run: Any) -> str:
        page = made(run)
        monkeypatch.setattr(pages, "render_page", made)
        assert status(journey, doelen="Nieuwe woorden") == 302
        return page

    Rendering.objects.all().delete()
    monkeypatch.setattr(pages, "render_page", slowly)
    assert "Nieuwe woorden" not in Client().get(journey.shared).content.decode()
    assert not Rendering.objects.exists()

    assert "Nieuwe woorden" in Client().get(journey.shared).content.decode()
    assert Rendering.objects.get().edition == "pagina"


@pytest.fixture
def as_html(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A PDF holds the page that it would be made of; the line is one's own, and has ended when the next test begins."""
    monkeypatch.setattr(waiting, "line", waiting.Line())
    monkeypatch.setattr(waiting, "PATIENCE", 20)
    monkeypatch.setattr(download, "render", lambda html, *_arguments, **_options: html.encode())
    yield
    for thread in threading.enumerate():
        if thread.name == "pdf":
            thread.join(30)


def pdf(journey: Journey, edition: str) -> str:
    return bytes(Rendering.objects.get(edition=edition).content).decode()


@pytest.mark.usefixtures("as_html")
def test_a_dossier_of_which_somebody_waited_for_the_turn_is_made_anew(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0.1)
    reader, report = Client(), journey.shared
    with my_turn(lock_path(), patient=True):
        page = reader.post(f"{report}pdf/dossier/")
        assert page.status_code == 202
        assert status(journey, doelen="Nieuwe woorden") == 302

    assert "De PDF is klaar" in come_back(reader, page).content.decode()
    assert "Nieuwe woorden" in pdf(journey, "dossier")


@pytest.mark.usefixtures("as_html")
def test_a_dossier_for_which_somebody_stayed_is_made_anew(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    made = download.render

    def slowly(html: str, *arguments: Any, **options: Any) -> bytes:
        monkeypatch.setattr(download, "render", made)
        assert status(journey, doelen="Nieuwe woorden") == 302
        return made(html, *arguments, **options)

    monkeypatch.setattr(download, "render", slowly)
    owner = Client()

    page = owner.post(f"{journey.path}pdf/dossier/")

    assert page.status_code == 202
    assert "De PDF is klaar" in come_back(owner, page).content.decode()
    assert "Nieuwe woorden" in pdf(journey, "dossier")


@pytest.mark.usefixtures("as_html")
def test_a_change_lets_go_of_the_dossier_and_the_page_alone(journey: Journey) -> None:
    owner = Client()
    owner.get(journey.path)
    for edition in ("advies", "dossier"):
        assert owner.post(f"{journey.path}pdf/{edition}/").url.endswith(f"{edition}.pdf")
    short, counted = pdf(journey, "advies"), Rendering.objects.count()

    status(journey, seen_of(open_page(journey)), doelen="Nieuwe woorden")

    assert owner.get(f"{journey.path}dossier.pdf").url == journey.path
    assert pdf(journey, "dossier") == ""
    assert pdf(journey, "advies") == short
    assert owner.get(f"{journey.path}advies.pdf").content.decode() == short
    assert owner.post(f"{journey.path}pdf/dossier/").url.endswith("dossier.pdf")
    assert "Nieuwe woorden" in pdf(journey, "dossier")
    assert Rendering.objects.count() == counted
