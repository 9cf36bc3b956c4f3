"""The owner works with a plan, narrow and wide, with and without JavaScript, in both languages; a reader looks on."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect

from dialoog.plan.models import LENGTHS
from tests.browser.conftest import axe_findings
from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor
from tests.handover.handing import finish

pytestmark = pytest.mark.database

DAY = timezone.localdate() + timedelta(days=40)


def at_work(browser: Browser, site: str, width: int, *, scripts: bool) -> Page:
    """On the plan of a report that was just finished, reached from its list of actions."""
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800}).new_page()
    page.goto(site)
    Visitor(page, site).begin().finish()
    with page.expect_navigation():
        page.get_by_role("link", name="Naar het plan: wat is gedaan").click()
    return page


def action(page: Page, place: int) -> Locator:
    return page.locator(".plan-action").nth(place)


def press(page: Page, within: Locator, name: str) -> None:
    with page.expect_navigation():
        within.get_by_role("button", name=name).click()


def fill_in(page: Page, within: Locator, **values: str) -> None:
    within.locator("summary").last.click()
    for name, value in values.items():
        within.locator(f"[name={name}]").fill(value)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_owner_works_with_the_plan(browser: Browser, site: str, width: int, scripts: bool) -> None:
    page = at_work(browser, site, width, scripts=scripts)
    found = {"new": _trouble(page, scripts)}

    press(page, action(page, 0), "Dit is gedaan")
    expect(action(page, 0)).to_contain_text("Gedaan (afgevinkt op")
    expect(action(page, 0)).to_be_in_viewport()
    fill_in(page, action(page, 1), who="Els", due_on=DAY.isoformat(), note="Bel eerst.\nDan mailen.")
    press(page, action(page, 1), "Bewaar")
    expect(action(page, 1)).to_contain_text("Els")
    adding = page.locator("details", has=page.get_by_label("Wat ga je doen?")).last
    fill_in(page, adding, text="Koop taart")
    press(page, adding, "Voeg toe")
    expect(page.locator(".plan-action").last).to_contain_text("Koop taart")
    found["worked with"] = _trouble(page, scripts)
    with page.expect_navigation():
        page.get_by_role("link", name="Zet de acties op datum").click()
    expect(action(page, 0)).to_contain_text("Els")
    found["by date"] = _trouble(page, scripts)
    with page.expect_navigation():
        page.get_by_role("link", name="Zet de acties op volgorde van doen").click()
    fill_in(page, action(page, 2), who="x" * 90)
    press(page, action(page, 2), "Bewaar")
    assert page.title().startswith("Fout: ")
    found["with a mistake"] = _trouble(page, scripts)

    assert {place: findings for place, findings in found.items() if findings} == {}
    page.context.close()


def _trouble(page: Page, scripts: bool) -> list[str]:
    """axe is a script itself, and Chromium runs what a test asks for without those of the page."""
    return trouble(page) if scripts else too_wide(page)


def too_wide(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls {wider} px sideways"] if wider > 0 else []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_sees_it_and_an_english_owner_has_it_in_english(browser: Browser, site: str, width: int) -> None:
    page = at_work(browser, site, width, scripts=True)
    press(page, action(page, 0), "Dit is gedaan")
    page.get_by_role("link", name="English").click()
    expect(action(page, 0)).to_contain_text("Done (ticked off on")
    assert trouble(page) == []
    page.goto(page.url.partition("plan/")[0] + "manage/")
    page.goto(page.locator("#link").input_value() + "plan/")

    expect(action(page, 0)).to_contain_text("Done (ticked off on")
    assert page.locator("form").count() == 0
    assert trouble(page) == []
    page.context.close()


@pytest.mark.parametrize(("language", "width"), [("nl", 320), ("en", 1280)])
def test_what_is_typed_elsewhere_on_the_page_is_not_lost(visitor: Visitor, language: str, width: int) -> None:
    visitor.speaking(language)
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    visitor.open("plan:owner", token=finish().token)
    long = "x" * (LENGTHS["note"] + 1)

    fill_in(page, action(page, 0), who="inkoop")
    fill_in(page, action(page, 1), note="Bel eerst.")
    press(page, action(page, 2), visitor.said("Dit is gedaan"))
    expect(action(page, 0).locator("dd")).to_have_text("inkoop")
    expect(action(page, 1).locator("dd")).to_have_text("Bel eerst.")
    expect(action(page, 2)).to_contain_text(visitor.said("Gedaan (afgevinkt op %(date)s)").partition("%")[0])

    fill_in(page, action(page, 0), note=long)
    fill_in(page, action(page, 1), who="directie")
    press(page, action(page, 3), visitor.said("Dit is gedaan"))
    expect(action(page, 0).locator("textarea")).to_have_value(long)
    expect(action(page, 1).locator("dd").first).to_have_text("directie")
    expect(action(page, 3)).to_contain_text(visitor.said("Gedaan (afgevinkt op %(date)s)").partition("%")[0])

    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name=visitor.said("Terug naar het advies")).click()
    page.wait_for_timeout(200)
    expect(action(page, 0).locator("textarea")).to_have_value(long)
    assert asked == ["beforeunload"]
    assert trouble(page) == []
    action(page, 0).locator("textarea").fill("Kort.")
    press(page, action(page, 0).locator("details"), visitor.said("Bewaar"))
    expect(action(page, 0).locator("dd").last).to_have_text("Kort.")
    assert asked == ["beforeunload"]


def test_the_plan_goes_along_as_files_and_as_text(browser: Browser, site: str) -> None:
    page = at_work(browser, site, 1280, scripts=True)
    fill_in(page, action(page, 0), due_on=DAY.isoformat())
    press(page, action(page, 0), "Bewaar")

    for name, ending in (("Voor je agenda (ics)", ".ics"), ("Als spreadsheet (xlsx)", ".xlsx")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename.endswith(ending)
    page.get_by_text("Als tekst om te plakken").click()
    assert "Nog te doen" in page.get_by_label("Het plan als tekst").input_value()
    assert axe_findings(page) == []
    page.context.close()
