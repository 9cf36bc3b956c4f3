"""Changing over to another language, as a visitor does it."""

import re
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor
from tests.report.pdf.reading import text_of_pdf
from tests.words.dutch import dutch_in
from tests.words.test_no_dutch import headings, names

pytestmark = pytest.mark.database


def change_over(page: Page, language: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=language, exact=True).click()


def test_what_was_just_ticked_goes_along(visitor: Visitor) -> None:
    visitor.begin()
    visitor.choose("doelen", "kennis")

    change_over(visitor.page, "English")

    expect(visitor.page).to_have_url(re.compile(r"/en/advice/[^/]+/step/doelen/$"))
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.page.locator('input[value="kennis"]')).to_be_checked()
    change_over(visitor.page, "Nederlands")
    expect(visitor.page).to_have_url(re.compile(r"/advies/[^/]+/stap/doelen/$"))
    expect(visitor.page.locator('input[value="kennis"]')).to_be_checked()
    assert visitor.complaints == []


def test_without_javascript_it_is_a_plain_link(browser: Browser, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site)
    visitor = Visitor(page, site).begin().walk_to("fase")

    change_over(page, "English")

    expect(page).to_have_url(re.compile(r"/en/advice/[^/]+/step/fase/$"))
    page.goto(page.url.replace("/fase/", "/doelen/"))
    expect(page.locator('input[value="toegang"]')).to_be_checked()
    assert visitor.step == "doelen"
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_and_has_no_barriers(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 900})
    visitor.page.goto(f"{visitor.site}/en/")
    assert trouble(visitor.page) == []
    visitor.page.goto(visitor.site)
    visitor.begin().finish()
    change_over(visitor.page, "English")
    expect(visitor.page).to_have_url(re.compile(r"/en/advice/[^/]+/report/$"))
    assert trouble(visitor.page) == []


@pytest.mark.pdf
@pytest.mark.slow
def test_from_the_english_start_page_to_both_pdfs_there_is_no_dutch(visitor: Visitor, tmp_path: Path) -> None:
    page, found = visitor.speaking("en").page, {}
    found["start"] = dutch_in(page.content(), names())
    visitor.begin()
    while visitor.step != "controle":
        found[visitor.step] = dutch_in(page.content(), names())
        visitor.choose_all()
        visitor.press("Volgende stap")
    page.get_by_label("Title of the report").fill("Wages in the supply chain")
    found["check"] = dutch_in(page.content(), names())
    visitor.press("Toon mijn advies")
    found["report"] = dutch_in(page.content(), names())
    texts = {}
    for name in ("Download the advice (PDF)", "Download the dossier (PDF)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        download.value.save_as(tmp_path / "report.pdf")
        texts[name] = text_of_pdf((tmp_path / "report.pdf").read_bytes())
        found[name] = dutch_in(f"<p>{escape(texts[name])}</p>", (*names(), *headings()))

    assert {place: texts for place, texts in found.items() if texts} == {}
    assert len(found) > 12
    for text in texts.values():
        assert "Wages in the supply chain" in text
        assert "Your advice in brief" in text
        assert "‘" not in text  # English quotes are double
    assert visitor.complaints == []


def test_the_switch_is_not_printed(visitor: Visitor) -> None:
    visitor.page.goto(visitor.site)
    switch = visitor.page.get_by_role("navigation", name="Taal")
    expect(switch).to_be_visible()

    visitor.page.emulate_media(media="print")

    expect(switch).to_be_hidden()
