"""From a search with mistakes to a report in an adviser's list, and nothing of it after its owner deletes it."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from dialoog.report import download
from tests.browser.editor import Editor, make_account
from tests.browser.test_advisers import choose_all, press
from tests.browser.visitor import Visitor
from tests.privacy.traces import places_of

pytestmark = [pytest.mark.slow, pytest.mark.database]

WAYS = {
    "wide, in Dutch": ("nl", 1280, True, "vakbnod leverancirs"),
    "narrow, in Dutch, without scripts": ("nl", 320, False, "vakbnod leverancirs"),
    "narrow, in English": ("en", 320, True, "uniom suplier"),
    "wide, in English, without scripts": ("en", 1280, False, "uniom suplier"),
}
"""Each width, language and state of scripts with each of the others."""
PAGES = 3
TITLE, LABEL, NOTE = "Zebrastrepen", "Olifantenpad", "Giraffenhals"
"""Words that stand nowhere else, so that what is left of them is found."""


def new_page(browser: Browser, width: int, *, scripts: bool) -> Page:
    return browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800}).new_page()


def read_and_begin(visitor: Visitor, words: str) -> None:
    """Three pages that a search with two mistakes finds; the last leads to the questions."""
    visitor.open("knowledge:index")
    visitor.page.get_by_role("searchbox").fill(words)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("searchbox").press("Enter")
    found = [link.get_attribute("href") for link in visitor.page.locator(".knowledge-found a").all()]
    assert len(found) >= PAGES
    read = [address for address in found if "#" not in address and "?" not in address][:PAGES]
    for address in read:
        visitor.page.goto(f"{visitor.site}{address}")
        expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    visitor.follow("Wie past bij jouw situatie?")
    visitor.begin()


def take_documents(visitor: Visitor) -> set[str]:
    """One in each language, one of each form."""
    page, taken = visitor.page, set()
    with page.expect_navigation():
        page.get_by_role("link", name=visitor.said("Werkdocumenten, zoals een mail aan een partner")).click()
    for language, form in (("Nederlands", "Word"), ("English", "ODT")):
        page.get_by_label(visitor.said("In welke taal?")).select_option(label=language)
        visitor.press("Pas de documenten aan")
        page.locator("summary").first.click()
        with page.expect_download() as waiting:
            page.get_by_role("link", name=visitor.said("Download voor %(format)s") % {"format": form}).first.click()
        taken.add(waiting.value.suggested_filename.rpartition(".")[2])
    return taken


def try_a_variant(visitor: Visitor) -> None:
    """With less time; from its report to the two side by side."""
    visitor.press("Probeer een variant")
    token = token_in(visitor.page.url)
    visitor.open("wizard:step", token=token, step="inzet")
    visitor.choose("tijdlijn", "krap")
    visitor.press("Volgende stap")
    visitor.finish()
    visitor.open("compare:owner", token=token)
    expect(visitor.page.get_by_role("table", name=visitor.said("Antwoorden die verschillen"))).to_be_visible()


def hand_over(visitor: Visitor, token: str) -> str:
    visitor.open("handover:page", token=token)
    visitor.press("Zet een deelcode aan")
    return visitor.page.locator(".handover-code").first.inner_text()


def token_in(address: str) -> str:
    """Of an owner's page."""
    return address.split("/advies/" if "/advies/" in address else "/advice/")[1].partition("/")[0]


def open_by_code(page: Page, site: str, code: str) -> None:
    """From the start page, in Dutch, as it was heard."""
    page.goto(site)
    with page.expect_navigation():
        page.get_by_role("link", name="Heb je een deelcode? Open een advies").click()
    page.get_by_label("Deelcode").fill(code.lower().replace("-", " "))
    press(page, "Open het advies")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def keep(page: Page, site: str, code: str) -> None:
    page.goto(f"{site}/beheer/rapporten/")
    if not (field := page.get_by_label("Links of een deelcode")).is_visible():
        page.locator("summary", has_text="Voeg rapporten toe").click()
    field.fill(code)
    press(page, "Voeg toe")


def choose_all_in_list(page: Page, site: str) -> None:
    page.goto(f"{site}/beheer/rapporten/")
    choose_all(page)


def note_compare_and_pack(page: Page, site: str, folder: Path) -> list[str]:
    """With all reports of the list; returns the names of the PDFs in the zip."""
    with page.expect_navigation():
        page.get_by_role("link", name="Label, notitie of weghalen").first.click()
    page.get_by_label("Label").fill(LABEL)
    page.get_by_label("Notitie").fill(NOTE)
    press(page, "Bewaar")
    choose_all_in_list(page, site)
    with page.expect_download() as got:
        page.get_by_role("button", name="Download de adviezen (zip)").click()
    got.value.save_as(folder / "z.zip")
    choose_all_in_list(page, site)
    press(page, "Vergelijk")
    expect(page.get_by_role("heading", name="Adviezen vergelijken")).to_be_visible()
    return ZipFile(folder / "z.zip").namelist()


def delete(visitor: Visitor, token: str) -> None:
    visitor.open("wizard:delete", token=token)
    visitor.press("Verwijder alles")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(visitor.said("Alles is verwijderd"))


@pytest.mark.parametrize(("language", "width", "scripts", "words"), WAYS.values(), ids=WAYS)
def test_what_one_does_with_an_advice(
    browser: Browser,
    site: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    width: int,
    scripts: bool,
    words: str,
) -> None:
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF-1.7")
    owner = Visitor(new_page(browser, width, scripts=scripts), site).speaking(language)
    make_account("ad", "Adviseur")
    adviser = Editor(new_page(browser, width, scripts=scripts), site).log_in("ad").page

    read_and_begin(owner, words)
    owner.walk_to("controle").page.get_by_label(owner.said("Titel van het rapport")).fill(TITLE)
    owner.finish()
    first = token_in(owner.page.url)
    assert take_documents(owner) == {"docx", "odt"}
    owner.open("report:owner", token=first)
    try_a_variant(owner)
    second = token_in(owner.page.url)
    codes = [hand_over(owner, token) for token in (first, second)]
    open_by_code(adviser, site, codes[0])
    for code in codes:
        keep(adviser, site, code)
    assert len(note_compare_and_pack(adviser, site, tmp_path)) == 2
    assert all(places_of(word) for word in (TITLE, LABEL, NOTE))

    for token in (first, second):
        delete(owner, token)

    adviser.goto(f"{site}/beheer/rapporten/")
    expect(adviser.get_by_text("is weg: de maker heeft het verwijderd")).to_have_count(2)
    assert {word: places_of(word) for word in (TITLE, LABEL, NOTE)} == {TITLE: set(), LABEL: set(), NOTE: set()}
