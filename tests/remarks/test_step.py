"""A remark while the questions are answered: kept with each save, and in the way of nothing."""

import re

import pytest
from django.db import connection
from django.test import Client

from dialoog.wizard import run as running
from dialoog.wizard.models import Consultation, StepAnswers
from dialoog.wizard.remarks import LONGEST_DRAFT, MOST, Typed
from dialoog.wizard.wizard import open_run
from tests.builders import real_catalogue
from tests.journey import ANSWERS, Journey
from tests.remarks.writing import kept, open_step, seen_of, send_step

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

SAVE_OF_BEFORE = """
    INSERT INTO wizard_stepanswers (consultation_id, step, answers, saved_at) VALUES (%s, %s, %s, %s)
    ON CONFLICT (consultation_id, step) DO UPDATE SET answers = EXCLUDED.answers, saved_at = EXCLUDED.saved_at
"""
FOLD = "<summary>Opmerking bij je antwoord</summary>"


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).walk_to("controle")


def check_page(journey: Journey) -> str:
    return journey.client.get(journey.at("controle")).content.decode()


def test_every_question_of_a_step_has_a_closed_fold(client: Client) -> None:
    journey = Journey(client)

    page = journey.client.get(journey.url).content.decode()

    folds = re.findall(rf"<details([^>]*)>\s*{FOLD}", page)
    assert folds == [' class="details"'] * len(real_catalogue().steps[journey.step].questions)
    assert "gezien" not in page


def test_it_is_kept_and_stands_there_open_and_on_the_check_page(journey: Journey) -> None:
    send_step(journey, "thema", " Vraag Els.\r\nOf Jan. ")

    assert kept() == {"thema": "Vraag Els.\nOf Jan."}
    page = open_step(journey, "thema")
    assert '<details class="details" open>' in page
    assert ">\nVraag Els.\nOf Jan.</textarea>" in page
    assert "Je opmerking: <bdi>Vraag Els.<br>Of Jan.</bdi>" in check_page(journey)


@pytest.mark.parametrize("button", ["terug", "later", "wijzig:doelen", "taal:en", "volgende"])
def test_every_button_keeps_it(journey: Journey, button: str) -> None:
    send_step(journey, "thema", "Vraag Els", button=button)

    assert kept() == {"thema": "Vraag Els"}


def test_without_an_answer_it_is_kept_too(client: Client) -> None:
    journey = Journey(client)

    page = journey.refused({f"opmerking.{journey.step}": "Eerst overleggen"})

    assert kept() == {journey.step: "Eerst overleggen"}
    assert ">\nEerst overleggen</textarea>" in page.content.decode()
    assert journey.client.get(f"/advies/{journey.token}/").url == journey.at(journey.step)


def test_a_form_of_before_leaves_it_as_it_is(journey: Journey) -> None:
    send_step(journey, "thema", "Blijft")

    journey.url = journey.at(real_catalogue().questions["thema"].step)
    journey.answer_step()

    assert kept() == {"thema": "Blijft"}


def test_a_form_that_showed_it_can_change_and_empty_it(journey: Journey) -> None:
    send_step(journey, "thema", "Een")
    send_step(journey, "thema", "Twee", seen=seen_of(open_step(journey, "thema")))
    assert kept() == {"thema": "Twee"}

    send_step(journey, "thema", "", seen=seen_of(open_step(journey, "thema")))

    assert kept() == {}


def test_another_tab_that_did_not_show_it_empties_nothing(journey: Journey) -> None:
    send_step(journey, "thema", "Blijft")

    send_step(journey, "thema", "")

    assert kept() == {"thema": "Blijft"}


def test_what_two_tabs_wrote_stands_there_both(journey: Journey) -> None:
    send_step(journey, "thema", "Van de één")
    send_step(journey, "thema", "Van de ander")
    send_step(journey, "thema", "Van de ander")  # a double click

    assert kept() == {"thema": "Van de ander\n\nVan de één"}


def test_what_another_tab_wrote_since_the_run_was_opened_is_kept_too(journey: Journey) -> None:
    run, step = open_run(journey.token), real_catalogue().questions["thema"].step
    send_step(journey, "thema", "Van de één")

    run.save(step, {"thema": ANSWERS["thema"]}, Typed({"thema": "Van de ander"}))

    assert kept() == {"thema": "Van de ander\n\nVan de één"}
    assert run.remarks == kept()


def test_one_that_is_too_long_waits_as_a_draft_and_is_told(journey: Journey) -> None:
    answer = send_step(journey, "thema", "x" * 100_000)

    assert "fout" in answer.url
    page = journey.client.get(answer.url).content.decode()
    assert page.count("Gebruik in je opmerking hoogstens 1000 tekens.") == 2
    step = real_catalogue().questions["thema"].step
    assert f'href="#id_{step}-opmerking.thema"' in page
    assert f'id="id_{step}-opmerking.thema"' in page
    assert kept() == {"thema": "x" * LONGEST_DRAFT}


def test_nobody_finishes_with_one_that_is_too_long(journey: Journey) -> None:
    send_step(journey, "thema", "x" * (MOST + 1), button="terug")
    journey.url = journey.at("controle")

    page = journey.refused({"title": "Lonen"}, "toon").content.decode()

    assert '<li><a href="#wijzig-thema">Gebruik in je opmerking hoogstens 1000 tekens' in page
    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen"
    send_step(journey, "thema", "Kort", seen=seen_of(open_step(journey, "thema")))
    journey.url = journey.at("controle")
    journey.send({}, "toon")
    assert journey.url.endswith("/rapport/")


def test_what_the_pdf_cannot_show_is_told_at_the_answer_and_holds_nobody_up(journey: Journey) -> None:
    send_step(journey, "thema", "Met 漢")

    page = check_page(journey)

    assert page.count("In de pdf kunnen we deze tekens niet tonen: 漢.") == 1
    assert '<a href="#wijzig-thema">' in page
    assert "In de pdf kunnen we deze tekens niet tonen: 漢." in open_step(journey, "thema")
    journey.url = journey.at("controle")
    journey.send({}, "toon")
    assert journey.url.endswith("/rapport/")


def test_it_changes_no_answer_no_step_and_nothing_that_was_seen(journey: Journey) -> None:
    answers = list(StepAnswers.objects.order_by("pk").values_list("step", "answers"))
    seen = journey.seen()["gezien"]

    send_step(journey, "thema", "Telt niet mee")
    journey.url = journey.at("controle")

    assert list(StepAnswers.objects.order_by("pk").values_list("step", "answers")) == answers
    assert journey.seen()["gezien"] == seen
    journey.send({}, "toon")
    assert journey.url.endswith("/rapport/")


def test_of_a_question_that_lapsed_it_stays_unseen_until_finishing_drops_it(client: Client) -> None:
    of_goal = {question.slug: [question.options[0].slug] for question in real_catalogue().steps["advies"].questions}
    two = {"doelen": ["toegang", "advies"], "hoofddoel": ["toegang"], **of_goal}
    journey = Journey(client).walk_to("hoofddoel", **two)
    journey.send({"hoofddoel": ["toegang"], "opmerking.hoofddoel": "Kwikstaart"})
    journey.walk_to("controle", **two)
    assert "Kwikstaart" in check_page(journey)
    journey.url = journey.at("doelen")
    journey.send({"doelen": ["toegang"]})
    journey.walk_to("controle")

    assert "Kwikstaart" not in check_page(journey)
    assert kept() == {"hoofddoel": "Kwikstaart"}
    journey.send({}, "toon")
    assert "Kwikstaart" not in journey.client.get(journey.url).content.decode()
    assert kept() == {}


def test_finishing_keeps_those_that_are_shown_and_the_order_of_the_answers(journey: Journey) -> None:
    send_step(journey, "thema", "Blijft")
    step = StepAnswers.objects.get(step=real_catalogue().questions["thema"].step)
    step.remarks["vervallen"] = "Kwikstaart"
    StepAnswers.objects.filter(pk=step.pk).update(remarks=step.remarks)

    journey.finish()

    assert kept() == {"thema": "Blijft"}
    assert StepAnswers.objects.get(pk=step.pk).saved_at == step.saved_at


def test_finishing_that_fails_drops_nothing(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise ZeroDivisionError

    step = StepAnswers.objects.filter(step=real_catalogue().questions["thema"].step)
    step.update(remarks={"vervallen": "Kwikstaart"})
    monkeypatch.setattr(running, "count_completed", fails)

    with pytest.raises(ZeroDivisionError):
        journey.finish()

    assert kept() == {"vervallen": "Kwikstaart"}


@pytest.mark.parametrize("way", ["opnieuw", "variant"])
def test_a_run_that_begins_with_these_answers_has_none_that_was_not_shown(journey: Journey, way: str) -> None:
    journey.finish()
    step = StepAnswers.objects.filter(step=real_catalogue().questions["thema"].step)
    assert step.update(remarks={"thema": "Ga mee", "hoofddoel": "Kwikstaart"}) == 1
    assert "hoofddoel" not in {question.slug for question in open_run(journey.token).asked}

    journey.client.post(f"/advies/{journey.token}/{way}/")

    of_new = StepAnswers.objects.filter(consultation=Consultation.objects.latest("pk")).exclude(remarks={})
    assert [row.remarks for row in of_new] == [{"thema": "Ga mee"}]


@pytest.mark.parametrize("way", ["opnieuw", "variant"])
def test_a_run_that_begins_with_these_answers_has_the_remarks_too(journey: Journey, way: str) -> None:
    send_step(journey, "thema", "Ga mee")
    journey.finish()

    journey.client.post(f"/advies/{journey.token}/{way}/")

    rows = StepAnswers.objects.exclude(remarks={}).values_list("step", "remarks")
    assert list(rows) == [(real_catalogue().questions["thema"].step, {"thema": "Ga mee"})] * 2


def test_old_code_beside_this_one_saves_a_step_without_touching_it(journey: Journey) -> None:
    send_step(journey, "thema", "Blijft")
    run, step = Consultation.objects.get(), real_catalogue().questions["thema"].step
    with connection.cursor() as cursor:
        for name in (step, "nieuw"):
            cursor.execute(SAVE_OF_BEFORE, [run.pk, name, "{}", "2026-01-01 12:00:00+00:00"])

    assert kept() == {"thema": "Blijft"}
    assert StepAnswers.objects.get(step=step).answers == StepAnswers.objects.get(step="nieuw").remarks == {}
