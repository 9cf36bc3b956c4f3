"""Nobody finishes on answers that their page did not show: another tab changed them, and the check page says which."""

import pytest
from django.db import DatabaseError
from django.test import Client

from dialoog.wizard.models import Consultation, StepAnswers
from dialoog.wizard.run import Run
from dialoog.wizard.seen import Seen, from_text, to_text
from tests.builders import real_catalogue
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def journey(client: Client) -> Journey:
    """On the check page."""
    return Journey(client).walk_to("controle")


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


def text_of(question: str) -> str:
    return real_catalogue().questions[question].text


def change_in_another_tab(journey: Journey, question: str, *values: str) -> None:
    step = step_of(question)
    Client().post(journey.at(step), journey.form(step, {question: list(values)}))


def finish(journey: Journey, seen: dict[str, str], **cover: str) -> None:
    """On the page as it was when it was shown."""
    form = journey.form("controle", cover, "toon")
    journey.url = journey.client.post(journey.at("controle"), form | seen).url


def is_finished() -> bool:
    return Consultation.objects.get().is_completed


def test_a_stale_page_does_not_finish_and_says_what_changed(journey: Journey) -> None:
    seen = journey.seen()
    change_in_another_tab(journey, "thema", "migranten")

    finish(journey, seen)
    page = journey.client.get(journey.url)

    assert not is_finished()
    assert journey.url == journey.at("controle") + "?veranderd=thema"
    assert page.context["notices"] == [("wijzig-thema", text_of("thema"))]
    assert "Je antwoorden zijn intussen veranderd" in page.content.decode()
    assert [row.slug for _step, rows in page.context["answered"] for row in rows if row.is_changed] == ["thema"]
    assert page.content.decode().count("Intussen veranderd, bijvoorbeeld in een ander tabblad.") == 1


def test_the_page_that_says_it_can_finish(journey: Journey) -> None:
    seen = journey.seen()
    change_in_another_tab(journey, "thema", "migranten")
    finish(journey, seen)

    journey.send({}, "toon")

    assert journey.url.endswith("/rapport/")
    assert is_finished()


def test_what_was_typed_on_a_stale_page_is_kept(journey: Journey) -> None:
    seen = journey.seen()
    change_in_another_tab(journey, "thema", "migranten")

    finish(journey, seen, title="Lonen", region="Kenia")

    assert [field.value for field in journey.client.get(journey.url).context["cover"]] == ["Lonen", "", "", "Kenia"]


def test_a_stale_page_with_a_mistake_says_both(journey: Journey) -> None:
    seen = journey.seen()
    change_in_another_tab(journey, "thema", "migranten")

    finish(journey, seen, title="x" * 121)
    page = journey.client.get(journey.url)

    assert page.context["errors"]
    assert page.context["notices"] == [("wijzig-thema", text_of("thema"))]
    assert "error-summary" in page.content.decode()
    assert "notice-summary" in page.content.decode()
    assert page.context["cover"][0].value == "x" * 121


def test_a_new_question_is_told_and_open(journey: Journey) -> None:
    seen = journey.seen()
    change_in_another_tab(journey, "doelen", "toegang", "efficientie")

    finish(journey, seen)
    notices = [text for _id, text in journey.client.get(journey.url).context["notices"]]

    assert not is_finished()
    assert notices == [text_of("doelen"), text_of("hoofddoel"), text_of("zelfde_gesprek")]


def test_a_question_that_is_gone_is_told(client: Client) -> None:
    journey = Journey(client).walk_to("controle", doelen=["efficientie"], zelfde_gesprek=["nee"])
    seen = journey.seen()
    change_in_another_tab(journey, "doelen", "invloed")

    finish(journey, seen)
    page = journey.client.get(journey.url)

    gone = f"{text_of('zelfde_gesprek')} (deze vraag hoort niet meer bij je antwoorden)"
    assert page.context["notices"] == [("wijzig-doelen", text_of("doelen")), ("", gone)]
    assert 'href="#"' not in page.content.decode()


def test_an_answer_that_was_changed_back_has_not_changed(journey: Journey) -> None:
    seen = journey.seen()
    before = StepAnswers.objects.get(step=step_of("thema")).answers["thema"]
    change_in_another_tab(journey, "thema", "migranten")
    change_in_another_tab(journey, "thema", *before)

    finish(journey, seen)

    assert is_finished()


def test_a_change_at_the_very_last_moment_counts_too(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another tab saves after this one read the run, and before it has the lock."""
    complete = Run.complete

    def after_the_other(run: Run, seen: Seen, cover: dict[str, str]) -> None:
        change_in_another_tab(journey, "thema", "migranten")
        complete(run, seen, cover)

    seen = journey.seen()
    monkeypatch.setattr(Run, "complete", after_the_other)

    finish(journey, seen)

    assert not is_finished()
    assert journey.url.endswith("?veranderd=thema")


@pytest.mark.parametrize("text", ["onzin", "\0", ":::", "thema:", "weg:123 weg2:456", "x" * 5000])
def test_a_page_that_says_nonsense_is_shown_anew(journey: Journey, text: str) -> None:
    finish(journey, {"gezien": text}, title="Lonen")

    assert not is_finished()
    assert journey.client.get(journey.url).context["cover"][0].value == "Lonen"


@pytest.mark.parametrize("query", ["veranderd=", "veranderd=weg", "veranderd=%00,thema", "veranderd=hoofddoel"])
def test_an_odd_address_is_no_accident(journey: Journey, query: str) -> None:
    assert journey.client.get(f"{journey.at('controle')}?{query}").status_code == 200


def test_what_was_seen_goes_into_a_page_and_comes_back() -> None:
    seen = {"doelen": "0a1b", "thema": "ff00"}

    assert from_text(to_text(seen)) == seen


@pytest.mark.parametrize("fault", [ZeroDivisionError("in de motor"), DatabaseError("vol")])
def test_a_fault_while_the_advice_is_made_loses_nothing_that_was_typed(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(*_args: object) -> None:
        raise fault

    seen = journey.seen()
    journey.client.raise_request_exception = False
    monkeypatch.setattr("dialoog.report.keeping.storing.to_data", fail)

    response = journey.client.post(journey.at("controle"), journey.form("controle", {"title": "Lonen"}, "toon") | seen)

    assert response.status_code in {500, 503}
    assert not is_finished()
    assert journey.client.get(journey.at("controle")).context["cover"][0].value == "Lonen"
