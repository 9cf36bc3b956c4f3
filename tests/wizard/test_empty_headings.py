"""A page text may have no title: then there is no heading, or the one that the page needs, and never an empty one."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from dialoog.catalogue.reader import read_catalogue
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from tests.builders import real_document
from tests.journey import ANSWERS, Journey
from tests.report.test_report import report_of
from tests.wizard.content import publish

pytestmark = pytest.mark.django_db

EMPTY = re.compile(r"<(h[1-6]|summary|legend|dt|caption|title)\b[^>]*>(?:\s|<[^>]*>)*</\1>")


def without(*fields: str) -> dict[str, Any]:
    """The real content, its page texts and steps without these fields."""
    document = deepcopy(real_document())
    for record in (*document["page_texts"], *document["steps"]):
        record |= dict.fromkeys((field for field in fields if field in record), "")
    return document


def visited(client: Client) -> Iterator[str]:
    """The pages around the questions, those with the questions, and the check page."""
    yield from (client.get(address).content.decode() for address in ("/", "/privacy/", "/toegankelijkheid/"))
    journey = Journey(client)
    while True:
        response = client.get(journey.url)
        yield response.content.decode()
        if "questions" not in response.context:
            return
        journey.send({question.slug: ANSWERS[question.slug] for question in response.context["questions"]})


@pytest.mark.slow
@pytest.mark.parametrize("fields", [("title",), ("text",), ("title", "text")], ids="+".join)
def test_no_page_has_an_empty_heading(client: Client, fields: tuple[str, ...]) -> None:
    publish(without(*fields))
    pages = list(visited(client))

    assert "Kloppen je antwoorden?" in pages[-1] or "Controleer je antwoorden" in pages[-1]
    for page in pages:
        assert EMPTY.search(page) is None
        assert len(re.findall(r"<h1\b", page)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("case", ["P1", "B04"])
def test_no_report_has_an_empty_heading(edition: Edition, case: str) -> None:
    report = report_of(case, read_catalogue(without("title")))
    page = render_to_string("report/page.html", {"report": report, "edition": edition, "slot": "-"})

    assert EMPTY.search(page) is None
    assert EMPTY.search(render_html(report, edition)) is None


def test_an_empty_text_leaves_nothing_on_the_start_page(client: Client) -> None:
    document = without()
    document["page_texts"] = [record for record in document["page_texts"] if record["slug"] != "start_privacy"]
    publish(document)
    page = client.get("/").content.decode()

    assert "bewaren" not in page
    assert page.count("<section") == 3


def test_the_search_finds_an_empty_heading() -> None:
    assert EMPTY.search("<h2> </h2>")
    assert EMPTY.search('<h2 class="part"><span class="number"></span></h2>')
    assert EMPTY.search("<h2>Kop</h2><h3>Kop</h3>") is None
