"""An owner who invites, and colleagues who answer apart, each in a browser of their own."""

from typing import Any

from django.test import Client

from dialoog.second_opinion.models import new_key
from tests.compare.reports import HURRY
from tests.journey import Journey


def page_of(journey: Journey) -> str:
    return f"/advies/{journey.token}/tweede-mening/"


def invite(journey: Journey, name: str = "inkoop", host_name: str = "", about: str = "") -> str:
    """The path of the new invitation."""
    form = {"uitnodigen": new_key(), "name": name, "host_name": host_name, "about": about}
    page = journey.client.post(page_of(journey), form, follow=True)
    url: str = page.context["guests"][-1].url
    return url.removeprefix("http://testserver")


def begin(invitation: str, client: Client | None = None) -> Journey:
    return Journey(client or Client(), begin=invitation)


def look(journey: Journey) -> Any:
    return journey.client.get(page_of(journey))


def stands(page: Any) -> list[str]:
    """How far the others are."""
    return [str(shown.guest.stand) for shown in page.context["guests"]]


def answered(invitation: str, title: str = "Anders", **changes: list[str]) -> Journey:
    return begin(invitation).walk_to("controle", **(changes or HURRY)).finish(title=title)


def post(journey: Journey, **form: str) -> Any:
    return journey.client.post(page_of(journey), form, follow=True)
