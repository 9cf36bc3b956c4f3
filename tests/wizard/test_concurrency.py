"""Many at once: nothing that was acknowledged is lost, and one run gives one report."""

from functools import partial

import pytest
from django.test import Client

from dialoog.wizard.models import Consultation, StepAnswers
from tests.builders import real_catalogue
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
WRITERS = 8


def test_ten_clicks_on_finish_give_one_report(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    form = journey.form("controle", {"title": "Lonen"}, "toon")

    answers = at_once(*[lambda: Client().post(journey.url, form)] * 10)

    assert {answer.url for answer in answers} == {f"/advies/{journey.token}/rapport/"}
    assert Consultation.objects.get().is_completed
    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen"


def test_tabs_that_answer_different_steps_at_the_same_moment_lose_nothing(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    wishes = {"stakeholders": "anders", "thema": "migranten", "bekende_partijen": "geen"}

    def answer(question: str, value: str) -> int:
        step = real_catalogue().questions[question].step
        return Client().post(journey.at(step), journey.form(step, {question: [value]})).status_code

    assert at_once(*[partial(answer, *wish) for wish in wishes.items()]) == [302] * len(wishes)
    saved = {name: values for row in StepAnswers.objects.all() for name, values in row.answers.items()}
    assert {question: saved[question] for question in wishes} == {q: [value] for q, value in wishes.items()}


def test_eight_visitors_at_once_all_get_their_report() -> None:
    urls = at_once(*[lambda: Journey(Client()).finish().url] * WRITERS)

    assert len(set(urls)) == WRITERS
    assert Consultation.objects.filter(completed_at__isnull=False).count() == WRITERS
