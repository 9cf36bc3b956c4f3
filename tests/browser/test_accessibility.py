"""axe finds nothing, nothing scrolls sideways, and no text gets lost, on every kind of page, narrow and wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import axe_findings
from tests.browser.visitor import Visitor
from tests.browser.walks import KNOWLEDGE, from_start_to_deletion, steps_with_and_without_errors
from tests.wizard.content import build_short_document, publish

WIDTHS = [320, 1280]
SEEN = [("nl", 320), ("nl", 1280), ("en", 320)]
"""The languages share their style sheets, so that one width shows whether the words fit."""
ADD_STYLE = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }"
"""The Content-Security-Policy keeps out style elements; this is what a reader's own extension would do."""


def trouble(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return axe_findings(page) + ([f"scrolls {wider} px sideways"] if wider > 0 else [])


@pytest.mark.parametrize(("language", "width"), SEEN)
def test_every_step(visitor: Visitor, language: str, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})
    steps = steps_with_and_without_errors(visitor.speaking(language))

    found = {place: trouble(visitor.page) for place in steps}

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert len(found) == 30
    assert visitor.complaints == []


@pytest.mark.parametrize(("language", "width"), SEEN)
def test_start_check_report_and_the_pages_around_them(visitor: Visitor, language: str, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})
    pages = from_start_to_deletion(visitor.speaking(language))

    found = {place: trouble(visitor.page) for place in pages}

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert len(found) == 16 + len(KNOWLEDGE)
    assert [said for said in visitor.complaints if "404" not in said] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_an_answer_that_no_longer_fits(visitor: Visitor, width: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    publish(build_short_document())
    visitor.begin()
    for question, option in [("doelen", "kennis"), ("plaats", "productieland"), ("partijen", "bond")]:
        visitor.choose(question, option)
        visitor.press("Volgende stap")
    visitor.press("Wijzig je antwoord op: plaats?")
    visitor.choose("plaats", "nederland")
    visitor.press("Bewaar en terug naar je antwoorden")
    found = {"step": trouble(page)}
    with page.expect_navigation():
        page.get_by_role("button", name="Terug naar je antwoorden", exact=True).click()
    found["check"] = trouble(page)

    assert found == {"step": [], "check": []}
    assert visitor.complaints == []


def test_with_wider_text_spacing_nothing_is_cut_off(visitor: Visitor) -> None:
    visitor.begin()
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    visitor.page.evaluate(ADD_STYLE, spacing)

    assert trouble(visitor.page) == []


def test_in_forced_colours_the_chosen_answer_shows(visitor: Visitor) -> None:
    visitor.page.emulate_media(forced_colors="active")
    visitor.begin()
    box = visitor.page.locator("main input[type=checkbox]").first
    before = box.screenshot()
    box.check()

    assert box.screenshot() != before
    assert axe_findings(visitor.page) == []
