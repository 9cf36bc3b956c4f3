"""An adviser at work, narrow without JavaScript and wide with it, from keeping a report until its owner deletes it."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from dialoog.report import download
from tests.browser.editor import Editor, make_account
from tests.browser.test_accessibility import trouble
from tests.browser.test_plan import too_wide
from tests.compare.reports import finish
from tests.journey import Journey

pytestmark = [pytest.mark.slow, pytest.mark.database]

Look = Callable[[Page], list[str]]
LONG = "onderhandelingsvoorwaardenovereenkomsten"
WAYS = [(320, False), (1280, True)]


def at_work(browser: Browser, site: str, width: int, *, scripts: bool) -> Editor:
    make_account("ad", "Adviseur")
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800}).new_page()
    return Editor(page, site).log_in("ad")


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def choose_all(page: Page) -> None:
    for box in page.get_by_role("checkbox").all():
        box.check()


@pytest.mark.parametrize(("width", "scripts"), WAYS, ids=["narrow, no scripts", "wide"])
def test_an_adviser_works_with_a_list(
    browser: Browser, site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, scripts: bool
) -> None:
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF-1.7")
    one, other = finish(Client(), title=f"Lonen, {LONG}"), finish(title="Haast")
    editor = at_work(browser, site, width, scripts=scripts)
    page, look = editor.page, trouble if scripts else too_wide
    found = {}

    page.goto(site + one.shared.replace("/rapport/", "/en/report/"))
    follow(page, "Keep in my list")
    found["keep"] = look(page)
    press(page, "Bewaar in mijn lijst")
    page.get_by_label("Label").fill("Klant 1")
    page.get_by_label("Notitie").fill("Bel eerst.")
    found["note"] = look(page)
    press(page, "Bewaar")
    editor.go_to_task("Rapporten")
    page.locator("summary").first.click()
    page.get_by_label("Links of een deelcode").fill(other.shared)
    press(page, "Voeg toe")
    expect(page.get_by_text("1 rapport staat nu in je lijst.")).to_be_visible()
    found["list"] = look(page)
    press(page, "Vergelijk")
    found["list with a mistake"] = look(page)
    choose_all(page)
    _zip(page, tmp_path)
    found["zip"] = look(page)
    follow(page, "Terug naar je lijst")
    choose_all(page)
    press(page, "Vergelijk")
    expect(page.get_by_role("heading", name="Adviezen vergelijken")).to_be_visible()
    _search_and_read(page, site)
    _end(page, site, one, look, found)

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert [said for said in editor.complaints if "404" not in said] == []
    page.context.close()


def _zip(page: Page, folder: Path) -> None:
    with page.expect_download() as got:
        page.get_by_role("button", name="Download de adviezen (zip)").click()
    got.value.save_as(folder / "z.zip")
    assert len(ZipFile(folder / "z.zip").namelist()) == 2


def _search_and_read(page: Page, site: str) -> None:
    page.goto(f"{site}/beheer/rapporten/")
    page.get_by_label("Zoek in je lijst").fill("EERST")
    press(page, "Zoek")
    expect(page.get_by_text("1 rapport gevonden.")).to_be_visible()
    follow(page, "Klant 1")
    follow(page, "English")
    expect(page.get_by_role("heading", name="Lonen")).to_be_visible()
    follow(page, "Back to your list of reports")


def _end(page: Page, site: str, journey: Journey, look: Look, found: dict[str, list[str]]) -> None:
    """The owner deletes; in the list is a line, and then nothing."""
    page.goto(f"{site}/beheer/rapporten/")
    address = page.get_by_role("link", name="Klant 1", exact=True).get_attribute("href")
    journey.client.post(f"/advies/{journey.token}/verwijderen/")
    page.goto(f"{site}{address}")
    expect(page.get_by_role("heading", name="Deze link werkt niet (meer)")).to_be_visible()
    follow(page, "Naar je lijst")
    expect(page.get_by_text("is weg: de maker heeft het verwijderd")).to_be_visible()
    found["list with a line"] = look(page)
    page.get_by_role("button", name="Haal deze regel weg").click()
    expect(page.get_by_text("is weg: de maker")).to_have_count(0)
    expect(page.get_by_text("Klant 1")).to_have_count(0)
