"""A finished run whose owner hands it over, and somebody who opens it by a code."""

from typing import Any

from django.test import Client

from dialoog.handover.switching import shown_code
from dialoog.wizard.models import Consultation
from tests.journey import Journey

OPEN = "/openen/"


def finish(title: str = "Lonen") -> Journey:
    """Of an owner with a browser of their own."""
    return Journey(Client()).finish(title=title)


def hand_over(journey: Journey, deed: str) -> Any:
    """What the owner's browser shows after a button was pressed."""
    return journey.client.post(f"/advies/{journey.token}/overdragen/", {"doe": deed}, follow=True)


def code_of(journey: Journey) -> str:
    """As its owner reads it; empty when it is off."""
    shown = shown_code(Consultation.objects.owned_with(journey.token).get(), journey.token)
    return shown.text if shown else ""


def finish_with_code(title: str = "Lonen") -> tuple[Journey, str]:
    journey = finish(title)
    hand_over(journey, "aan")
    return journey, code_of(journey)


def type_code(typed: str, client: Client | None = None, page: str = OPEN) -> Any:
    return (client or Client()).post(page, {"code": typed})


def errors(page: Any) -> list[str]:
    return [str(sentence) for _field, sentence in page.context["errors"]]
