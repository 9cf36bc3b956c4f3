"""An adviser at work: an account with that role, and what its list shows."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from dialoog.advisers.models import Held
from tests.compare.reports import finish
from tests.journey import Journey

LIST = "/beheer/rapporten/"


def make_adviser(username: str = "ad", role: str = "Adviseur") -> Client:
    user = User.objects.create_user(username, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def add(adviser: Client, *links: str) -> Any:
    """The list that a browser shows after sending these links."""
    return adviser.post(f"{LIST}bij/", {"links": "\n".join(links)}, follow=True)


def keep(adviser: Client, **cover: str) -> tuple[Journey, Held]:
    """A report of somebody, in the list."""
    journey = finish(**cover)
    add(adviser, journey.shared)
    return journey, Held.objects.latest("pk")


def address(held: Held) -> str:
    return f"/rapport/~{held.pk}/"


def entry(held: Held) -> str:
    return f"{LIST}{held.pk}/"


def names(page: Any) -> list[str]:
    return [row.name for row in page.context["rows"]]


def errors(page: Any) -> list[str]:
    return [str(sentence) for _target, sentence in page.context["errors"]]
