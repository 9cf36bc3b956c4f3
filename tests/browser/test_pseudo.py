"""In a language with longer words nothing is left untranslated and everything fits: see `languages/pseudo.py`."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import Page

from dialoog.report.editions import Edition
from tests.browser.fitting import misfits
from tests.browser.test_accessibility import WIDTHS
from tests.browser.test_report_length import ADDRESS, answer_with
from tests.browser.visitor import Visitor
from tests.browser.walks import FOUND, KNOWLEDGE, NOT_FOUND, from_start_to_deletion, steps_with_and_without_errors
from tests.builders import real_document
from tests.handover.handing import finish
from tests.languages.pseudo import dates, pseudo_report, untranslated, with_pseudo, words_of
from tests.languages.third import THIRD, spoken
from tests.wizard.content import publish
from tests.words.dutch import texts_in

pytestmark = pytest.mark.slow


@pytest.fixture
def third(tmp_path: Path) -> Iterator[None]:
    with spoken(tmp_path, words_of()):
        yield


@pytest.fixture
def speaker(third: None, visitor: Visitor) -> Visitor:
    """Who reads the site in that language, with content in it."""
    publish(with_pseudo(real_document()))
    return visitor.speaking(THIRD)


NAMES = ("Titel met", "Titel", FOUND, NOT_FOUND, "width=device-width, initial-scale=1", "summary_large_image")
"""What a visitor typed, and what is for machines."""
REPORTS = ["P1", "B34", "N03", "N04", "N07"]


def trouble(page: Page) -> list[str]:
    texts = (text for text in texts_in(page.content(), THIRD) if text != THIRD)  # a page tells machines its language
    return [*untranslated(texts, [*NAMES, *dates()]), *misfits(page)]


def assert_no(found: dict[str, list[str]]) -> None:
    lines = sorted({f"{place}: {one}" for place, findings in found.items() for one in findings})
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_step(speaker: Visitor, width: int) -> None:
    speaker.page.set_viewport_size({"width": width, "height": 800})

    found = {place: trouble(speaker.page) for place in steps_with_and_without_errors(speaker)}

    assert_no(found)
    assert len(found) == 30


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_around_a_report(speaker: Visitor, width: int) -> None:
    speaker.page.set_viewport_size({"width": width, "height": 800})

    found = {place: trouble(speaker.page) for place in from_start_to_deletion(speaker)}

    assert_no(found)
    assert len(found) == 16 + len(KNOWLEDGE)


def test_handing_over(speaker: Visitor) -> None:
    found = {}
    speaker.open("handover:page", token=finish().token)
    speaker.press("Zet een deelcode aan")
    for width in WIDTHS:
        speaker.page.set_viewport_size({"width": width, "height": 800})
        found[f"page, {width}"] = trouble(speaker.page)
    speaker.open("handover:open")
    speaker.press("Open het advies")
    for width in WIDTHS:
        speaker.page.set_viewport_size({"width": width, "height": 800})
        found[f"open, {width}"] = trouble(speaker.page)

    assert_no(found)


def pseudo_page(case: str) -> str:
    with override(THIRD):
        context = {"report": pseudo_report(case), "edition": Edition.PAGE}
        return render_to_string("report/page.html", context)


@pytest.mark.parametrize("width", WIDTHS)
def test_reports_closed_and_opened(page: Page, third: None, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.route("**/*", partial(answer_with, pseudo_page))
    found = {}
    for case in REPORTS:
        page.goto(ADDRESS + case)
        found[case] = trouble(page)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        found[f"{case}, all open"] = trouble(page)

    assert_no(found)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>een</p>", ""),
        ('<p style="width: 900px">een</p>', "sideways"),
        ('<p style="margin-inline-start: -9px">een</p>', "beside the page"),
        ('<p style="overflow: hidden; width: 9px">eenentwintig</p>', "cut off"),
        ('<p style="margin-block-end: -1lh">een</p><p>twee</p>', "stands over"),
        ('<button>een</button><button style="margin-inline-start: -9px">twee</button>', "covers"),
    ],
)
def test_the_search_sees_what_has_no_room(page: Page, body: str, found: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.set_content(f"<!doctype html><style>* {{ margin: 0 }}</style>{body}")

    seen = misfits(page)

    assert any(found in misfit for misfit in seen) if found else seen == []
