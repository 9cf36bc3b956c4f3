"""Writing remarks, as the forms of a step and of the page of all remarks do."""

import re
from typing import Any

from django.test import Client

from dialoog.wizard.models import StepAnswers
from tests.builders import real_catalogue
from tests.journey import ANSWERS, Journey


def page_at(journey: Journey) -> str:
    return f"/advies/{journey.token}/opmerkingen/"


def open_page(journey: Journey) -> str:
    text: str = journey.client.get(page_at(journey)).content.decode()
    return text


def write(journey: Journey, seen: str = "", **remarks: str) -> Any:
    """On the page of all remarks; what is not named is not sent."""
    form = {f"opmerking.{slug}": text for slug, text in remarks.items()}
    return Client().post(page_at(journey), form | {"gezien": seen})


def send_step(journey: Journey, question: str, remark: str, *, seen: str = "", button: str = "volgende") -> Any:
    """The step of a question, with its answers; follows to where that leads."""
    step = real_catalogue().questions[question].step
    answers = {q.slug: ANSWERS[q.slug] for q in real_catalogue().steps[step].questions if q.slug in ANSWERS}
    form = journey.form(step, {**answers, f"opmerking.{question}": remark}, button) | ({"gezien": seen} if seen else {})
    return journey.client.post(journey.at(step), form)


def open_step(journey: Journey, question: str) -> str:
    text: str = journey.client.get(journey.at(real_catalogue().questions[question].step)).content.decode()
    return text


def seen_of(page: str) -> str:
    """What the form of a page says that it shows."""
    found = re.search(r'name="gezien" value="([^"]*)"', page)
    return found[1] if found else ""


def kept() -> dict[str, str]:
    return {slug: text for row in StepAnswers.objects.order_by("pk") for slug, text in row.remarks.items()}
