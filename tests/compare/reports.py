"""Finished runs to compare, and what their pages say."""

from typing import Any

from django.test import Client
from django.utils import timezone

from dialoog.advice import storing
from dialoog.advice.conclusion import Conclusion
from dialoog.compare.columns import LETTERS, Column
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.report.body.report import Cover
from dialoog.report.models import KeptAdvice
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run, at_their_steps
from tests.answers import ANSWERS
from tests.journey import Journey

HURRY = {"tijdlijn": ["krap"]}
"""Another answer than `ANSWERS` has, which moves partner types."""


def finish(client: Client | None = None, title: str = "Lonen", **changes: list[str]) -> Journey:
    """A report of somebody with a browser of their own, or with the given one."""
    return Journey(client or Client()).walk_to("controle", **changes).finish(title=title)


def columns(*changes: dict[str, list[str]]) -> list[Column]:
    """Of runs that are in no database, each with `ANSWERS` but for some, and with its advice as it would be kept."""
    release, now = current_release(), timezone.now()
    found = []
    for letter, change in zip(LETTERS, changes, strict=False):
        run = Run(Consultation(release=release), at_their_steps(catalogue_of(release), {**ANSWERS, **change}))
        kept = storing.to_data(run.catalogue, Conclusion.of(run.catalogue, run.answers()))
        KeptAdvice(consultation=run.consultation, version=storing.VERSION, data=kept)
        cover = Cover(f"Advies {letter}", "Kleding BV", "", f"AAAA-{letter}", now, now, release.number, now)
        column = Column(run, cover)
        column.letter = column.called = letter
        found.append(column)
    return found


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
