"""An English visitor meets no Dutch but names, and what is marked as Dutch."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import in_language, places
from dialoog.knowledge.shelf import Shelf
from dialoog.report.body.report import build_report
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from dialoog.wizard.lapsed import Lapsed
from tests.advice.test_golden_cases import CASES
from tests.builders import real_document
from tests.journey import Journey
from tests.report.test_report import COVER
from tests.words.dutch import dutch_in

pytestmark = pytest.mark.slow

PUBLICATION = "Met wie werk ik samen?"
NAME = re.compile(r"[“\[]([^“”(\[\]]+?(?: \(internationale\) ketens)?) \([A-Z]")
"""A name with its translation behind it: “Bouwen aan vertrouwen (Building trust)”."""


@cache
def english_document() -> Any:
    return in_language(real_document(), "en")


@cache
def english_catalogue() -> Catalogue:
    return read_catalogue(english_document())


@cache
def names() -> tuple[str, ...]:
    """What keeps its Dutch name in every language."""
    texts = [f"“{place.text}" if place.path == "name" else place.text for place in places(english_document())]
    return (*{name for text in texts for name in NAME.findall(text)}, PUBLICATION)


@cache
def headings() -> tuple[str, ...]:
    """Of the document of the SER, which a PDF gives beside their translation, with their language."""
    return tuple({fact[part] for fact in real_document()["facts"] for part in ("chapter", "section")} - {""})


@pytest.fixture
def english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.mark.parametrize("edition", list(Edition))
def test_on_a_report(edition: Edition, english: None) -> None:
    catalogue = english_catalogue()
    for case in CASES[::6]:
        answers = Answers.from_json(catalogue, case["answers"])
        html = render_html(build_report(catalogue, Conclusion.of(catalogue, answers), COVER), edition)

        assert dutch_in(html, names()) == [], case["id"]
        assert "4 May 2026" in html
        assert "‘" not in html  # English quotes are double


@pytest.mark.django_db
def test_on_the_way_to_a_report(client: Client, english: None) -> None:
    pages = {url: client.get(url).content.decode() for url in ("/en/", "/en/privacy/", "/en/accessibility/")}
    journey = Journey(client, "/en/begin/")
    for _ in range(30):
        pages[journey.url] = client.get(journey.url).content.decode()
        if journey.step == "controle":
            break
        pages[f"{journey.url} without an answer"] = journey.refused({}).content.decode()
        journey.answer_step()
    pages["too long"] = journey.refused({"title": "x" * 2000}, "toon").content.decode()
    pages["not in the PDF"] = _page_with_notice(journey)
    pages["later"] = client.get(f"/en/advice/{journey.token}/later/").content.decode()
    pages["delete"] = client.get(f"/en/advice/{journey.token}/delete/").content.decode()

    assert len(pages) > 25
    assert [name for name, page in pages.items() if "‘" in page] == []
    assert {name: found for name, page in pages.items() if (found := dutch_in(page, names()))} == {}


def _page_with_notice(journey: Journey) -> str:
    journey.send({"title": "\U0001f600"}, "toon")
    page: str = journey.client.get(journey.url).content.decode()
    assert "We cannot show these characters in the PDF" in page
    return page


@pytest.mark.slow
@pytest.mark.django_db
def test_on_the_pages_of_the_knowledge_base(client: Client, english: None) -> None:
    urls = [subject.url for subject in Shelf(english_catalogue()).pages.values()]
    urls += ["/en/knowledge/search/?q=trade+unions", "/en/knowledge/search/?q=xqzwv"]
    pages = {url: client.get(url).content.decode() for url in urls}

    assert {url: found for url, page in pages.items() if (found := dutch_in(page, names()))} == {}


@pytest.mark.django_db
def test_around_a_report(client: Client, english: None) -> None:
    journey = Journey(client, "/en/begin/").finish(title="Wages", region="Bangladesh")
    run = f"/en/advice/{journey.token}"
    urls = [journey.url, f"{journey.url}useful/", f"{run}/manage/", "/en/deleted/", "/en/nothing/", "/en/report/none/"]
    pages = {url: client.get(url).content.decode() for url in urls}
    pages["no opinion"] = client.post(f"{journey.url}useful/", follow=True).content.decode()
    pages["another way"] = client.get(f"{run}/again/").content.decode()

    assert [name for name, page in pages.items() if '<html lang="en">' not in page] == []
    assert {name: found for name, page in pages.items() if (found := dutch_in(page, names()))} == {}


def test_what_lapsed_is_told_in_english(english: None) -> None:
    said = str(Lapsed(labels=("A", "B", "C"), has_gone=False, has_rest=False))

    assert said == "You chose “A”, “B” and “C” earlier. Those answers no longer fit your other answers. Choose again."


def test_the_search_hears_what_is_dutch_and_nothing_else() -> None:
    page = '<p>Start <b>niet</b> <i lang="nl">hier niet</i> met “Bouwen aan vertrouwen”</p><img alt="een beeld">'

    assert dutch_in(page) == ["niet", "met “Bouwen aan vertrouwen”", "een beeld"]
    assert dutch_in("<p>Bouwen aan vertrouwen</p>", ["Bouwen aan vertrouwen"]) == []
    assert dutch_in("<p>Report YPQ5-UW39</p>") == []
    assert "Bouwen aan vertrouwen" in names()
