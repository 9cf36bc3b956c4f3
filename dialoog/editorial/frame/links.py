"""Answers in an address: `doelen.kennis,fase.opvolgen`. Nothing has to be kept to show them again."""

from urllib.parse import quote

from django.urls import reverse

from dialoog.catalogue.answers import Chosen

ANSWERS = "antwoorden"


def to_text(chosen: Chosen) -> str:
    return ",".join(f"{question}.{option}" for question, options in chosen.items() for option in options)


def from_text(text: str) -> Chosen:
    """Unknown questions and options are for the catalogue to refuse."""
    chosen: dict[str, tuple[str, ...]] = {}
    for reference in filter(None, text.split(",")):
        question, _dot, option = reference.partition(".")
        chosen[question] = (*chosen.get(question, ()), option)
    return chosen


def address(url_name: str, chosen: Chosen) -> str:
    return f"{reverse(url_name)}?{ANSWERS}={quote(to_text(chosen), safe=',.')}"
