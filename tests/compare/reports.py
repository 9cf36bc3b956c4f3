"""Finished runs to compare, and what their pages say."""

from typing import Any

from django.test import Client

from tests.journey import Journey

HURRY = {"tijdlijn": ["krap"]}
"""Another answer than `ANSWERS` has, which moves partner types."""


def finish(client: Client | None = None, title: str = "Lonen", **changes: list[str]) -> Journey:
    """A report of somebody with a browser of their own, or with the given one."""
    return Journey(client or Client()).walk_to("controle", **changes).finish(title=title)


def paste(client: Client, page: str, *links: str) -> Any:
    """What a browser shows after sending these links."""
    return client.post(page, {"links": "\n".join(links)}, follow=True)


def titles(page: Any) -> list[str]:
    return [column.cover.title for column in page.context["columns"]]


def errors(page: Any) -> list[str]:
    return [str(sentence) for _field, sentence in page.context["errors"]]


def begin_variant(journey: Journey) -> Journey:
    """Standing at the page with all answers."""
    begun = journey.client.post(f"/advies/{journey.token}/variant/")
    variant = object.__new__(Journey)
    variant.client, variant.url = journey.client, begun.url
    return variant
