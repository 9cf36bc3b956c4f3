"""Remarks at a step and after finishing: narrow and wide, in both languages, with and without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.database

WORDS = "Kwikstaart van inkoop zocht dit uit.\nZie haar mail."


def field(slug: str) -> str:
    return f'textarea[name$="opmerking.{slug}"]'


def test_a_remark_goes_along_from_its_step_to_the_report(browser: Browser, site: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(site)
    visitor = Visitor(page, site).begin()
    visitor.choose_all()
    expect(page.locator(field("doelen"))).to_be_hidden()
    page.get_by_text("Opmerking bij je antwoord", exact=True).click()
    page.locator(field("doelen")).fill(WORDS)
    found = {"step": trouble(page)}
    visitor.walk_to("controle")
    expect(page.locator(".answer-list").first).to_contain_text("Kwikstaart")
    found["check"] = trouble(page)
    visitor.finish()
    report = page.url
    visitor.follow("Delen, wijzigen of verwijderen")
    visitor.follow("Schrijf opmerkingen bij je antwoorden")
    expect(page.locator(field("doelen"))).to_have_value(WORDS)
    page.locator(field("sector")).fill("漢 حوار")
    visitor.press("Bewaar")
    expect(page.get_by_role("heading", name="Je opmerkingen zijn bewaard.")).to_be_in_viewport()
    found["page"] = trouble(page)
    page.goto(report)
    assert (
        page.locator("#verantwoording .remark").all_text_contents()[0].startswith("Opmerking van de maker: Kwikstaart")
    )
    page.context.close()
    found |= in_english_without_scripts(browser, report)

    assert {place: findings for place, findings in found.items() if findings} == {}


def in_english_without_scripts(browser: Browser, report: str) -> dict[str, list[str]]:
    """By the owner, on a wide screen; one remark is too long."""
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}).new_page()
    page.goto(report.replace("/advies/", "/en/advice/").replace("/rapport/", "/remarks/"))
    page.locator(field("fase")).fill("Zwaluw " * 200)
    page.get_by_role("button", name="Save").click()
    assert page.title().startswith("Error: ")
    expect(page.get_by_text("Use at most 1000 characters in your remark.")).to_be_visible()
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.locator(field("fase")).fill("Zwaluw")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Your remarks have been saved.")).to_be_visible()
    page.context.close()
    return {"in English": [f"scrolls {wider} px sideways"] if wider else []}
