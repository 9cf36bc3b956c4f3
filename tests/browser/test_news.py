"""From the report to what changed for it, and on to the news: once narrow without JavaScript, once wide in English."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor
from tests.news.releases import release, with_other_advice

pytestmark = pytest.mark.database


def visit(browser: Browser, site: str, language: str, width: int, *, scripts: bool) -> Visitor:
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800}).new_page()
    return Visitor(page, site).speaking(language)


@pytest.mark.parametrize(("language", "width", "scripts"), [("nl", 320, False), ("en", 1280, True)])
def test_what_changed_for_a_report_and_for_all(
    browser: Browser, site: str, language: str, width: int, scripts: bool
) -> None:
    visitor = visit(browser, site, language, width, scripts=scripts)
    page = visitor.page
    visitor.begin().finish()
    release(with_other_advice(), {"nl": "Na overleg.", "en": "After a conversation."})
    visitor.follow("Is er iets veranderd voor dit rapport?")
    table = page.get_by_role("table", name=visitor.said("Partners die anders staan"))

    expect(table.get_by_role("rowheader").first).to_be_visible()
    found = {"report": _trouble(page, scripts)}
    visitor.follow("Al het nieuws over deze gids")
    expect(page.locator("#uitgave-2")).to_contain_text({"nl": "Na overleg.", "en": "After a conversation."}[language])
    found["news"] = _trouble(page, scripts)
    page.go_back()
    visitor.press("Bekijk mijn antwoorden met de nieuwe inhoud")

    assert visitor.step == "controle"
    assert found == {"report": [], "news": []}
    page.context.close()


def _trouble(page: Page, scripts: bool) -> list[str]:
    """axe is a script itself."""
    if scripts:
        return trouble(page)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls {wider} px sideways"] if wider > 0 else []
