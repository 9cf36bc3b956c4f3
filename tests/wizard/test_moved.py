"""A question moves to another step between two releases: its newest answer counts, wherever it stands."""

from typing import Any

import pytest
from django.test import Client

from dialoog.wizard.models import Consultation, StepAnswers
from dialoog.wizard.run import Run
from tests.builders import build_question
from tests.journey import Journey
from tests.wizard.content import build_short_document, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def with_relation_at(step: str) -> dict[str, Any]:
    bond = build_question("band", "inkoop", "eigen", step="band")
    relation = build_question("relatie", "klein_volume", "pril", kind="multi", step=step)
    return build_short_document(bond, relation)


@pytest.fixture
def journey(client: Client) -> Journey:
    """Finished where the question stood first, begun anew where it stands now."""
    publish(with_relation_at("band"))
    journey = Journey(client)
    for answers in (
        {"doelen": ["kennis"]},
        {"plaats": ["productieland"]},
        {"band": ["inkoop"], "relatie": ["klein_volume"]},
        {"partijen": ["geen"]},
    ):
        journey.send(answers)
    journey.send({}, "toon")
    publish(with_relation_at("relatie"))
    resume = client.post(f"/advies/{journey.token}/opnieuw/").url
    journey.url = client.get(resume).url
    return journey


def answer_on_the_check_page(journey: Journey) -> list[str]:
    answered = journey.client.get(journey.at("controle")).context["answered"]
    return next(row.labels for _step, rows in answered for row in rows if row.slug == "relatie")


def ticked(journey: Journey, step: str) -> list[str]:
    questions = journey.client.get(journey.at(step)).context["questions"]
    return [option.value for question in questions for option in question.options if option.is_checked]


def test_the_old_answer_is_filled_in_at_the_new_step(journey: Journey) -> None:
    assert journey.step == "controle"
    assert ticked(journey, "relatie") == ["klein_volume"]
    assert ticked(journey, "band") == ["inkoop"]


def test_a_change_counts_on_the_check_page_and_in_the_report(journey: Journey) -> None:
    journey.send({}, "wijzig:relatie")
    journey.send({"relatie": ["pril"]})
    assert answer_on_the_check_page(journey) == ["Pril"]

    journey.send({}, "toon")

    steps = journey.client.get(journey.url).context["report"].answers
    answers = {answered.question: answered.labels for step in steps for answered in step.answers}
    assert answers["relatie?"] == ("Pril",)


def test_a_change_at_the_old_step_does_not_lose_the_answer(journey: Journey) -> None:
    journey.send({}, "wijzig:band")
    journey.send({"band": ["eigen"]})

    assert journey.step == "controle"
    assert answer_on_the_check_page(journey) == ["Klein_volume"]


@pytest.mark.parametrize("steps", [("band", "relatie"), ("relatie", "band")])
def test_of_two_saved_answers_the_newest_counts(journey: Journey, steps: tuple[str, str]) -> None:
    """As in a run that began anew when answers were still copied with the step where they had stood."""
    run = Run.of(Consultation.objects.latest("pk"))
    for step, answer in zip(steps, ("klein_volume", "pril"), strict=True):
        run.save(step, {"band": ["inkoop"], "relatie": [answer]})

    assert StepAnswers.objects.filter(consultation=run.consultation, answers__has_key="relatie").count() == 2
    assert answer_on_the_check_page(journey) == ["Pril"]
    assert ticked(journey, "relatie") == ["pril"]
