"""A colleague who answers apart: invited by an owner, narrow and without scripts, and wide and in English."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.database


def somebody(browser: Browser, site: str, width: int, *, scripts: bool = True) -> Visitor:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(site)
    return Visitor(page, site)


def too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def in_english(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name="English").click()


def test_two_answer_apart_and_read_what_to_talk_about(browser: Browser, site: str) -> None:
    host, guest = somebody(browser, site, 1280), somebody(browser, site, 320, scripts=False)
    host.begin().finish()
    host.follow("Tweede mening van een collega")
    host.page.get_by_label("Hoe noem je deze collega?").fill("x" * 41)
    host.press("Maak een uitnodiging")
    found = {"a mistake": trouble(host.page)}
    host.page.get_by_label("Hoe noem je deze collega?").fill("Inkoop en logistiek van het hele bedrijf")
    host.page.get_by_label("Hoe noem je jezelf?").fill("Els")
    host.press("Maak een uitnodiging")
    found["invited"] = trouble(host.page)

    guest.page.goto(host.page.get_by_label("Link voor deze collega").input_value())
    wide = {"an invitation": too_wide(guest.page)}
    guest.press("Begin met de vragen")
    guest.walk_to("controle", tijdlijn=["krap"])
    expect(guest.page.get_by_text("Hierna zien jij en je collega elkaars antwoorden")).to_be_visible()
    guest.press("Toon mijn advies")
    expect(guest.page.get_by_role("heading", name="Bespreek samen")).to_be_visible()
    expect(guest.page.get_by_role("link", name="Lees eerst je eigen advies")).to_be_visible()
    wide["a comparison"] = too_wide(guest.page)

    host.page.reload()
    host.page.get_by_role("link", name="wat het zegt over").click()
    expect(host.page.get_by_role("table", name="Partners die anders staan")).to_be_visible()
    in_english(host.page)
    for width in (1280, 320):
        host.page.set_viewport_size({"width": width, "height": 800})
        found[f"a comparison of {width} px in English"] = trouble(host.page)
    table = host.page.get_by_role("table", name="Answers that differ")
    assert table.get_by_role("cell").count() == 2

    guest.press("Stop met meedoen")
    expect(guest.page.get_by_role("heading", name="Bespreek samen")).to_have_count(0)

    assert not any(found.values()), found
    assert not any(wide.values()), wide
    for one in (host, guest):
        one.page.context.close()
