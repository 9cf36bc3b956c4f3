"""From the start page to the PDF, the ways that people go: by mouse, by keyboard alone, without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import axe_findings
from tests.browser.visitor import Visitor
from tests.builders import real_catalogue
from tests.wizard.content import build_short_document, publish


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


@pytest.mark.database
@pytest.mark.pdf
def test_from_the_start_page_to_the_pdf(visitor: Visitor, tmp_path: Path) -> None:
    visitor.begin().walk_to("controle")
    visitor.page.get_by_label("Titel van het rapport").fill("Lonen in de keten")
    visitor.press("Toon mijn advies")
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name="Download het advies (pdf)").click()
    download.value.save_as(tmp_path / "rapport.pdf")

    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert download.value.suggested_filename.startswith("lonen-in-de-keten-")
    assert visitor.complaints == []


def test_with_the_keyboard_alone(visitor: Visitor) -> None:
    _press_by_keyboard(visitor.page, "Begin met de vragen")
    for _ in range(20):
        if visitor.step == "controle":
            break
        _answer_by_keyboard(visitor.page)
        _press_by_keyboard(visitor.page, "Volgende stap")
    _press_by_keyboard(visitor.page, "Toon mijn advies")

    expect(visitor.page.get_by_role("heading", name="Je advies in het kort")).to_be_visible()


def _press_by_keyboard(page: Page, name: str) -> None:
    """Tab on until the focus is on the button with this name, and press it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main button') && document.activeElement.innerText") == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard never reached {name!r} on {page.url}")


def _answer_by_keyboard(page: Page) -> None:
    """Choose the first option of every question with Tab and Space."""
    names = page.locator("main input:not([type=hidden])").evaluate_all("els => [...new Set(els.map(e => e.name))]")
    open_names = [name for name in names if not page.locator(f'main input[name="{name}"]:checked').count()]
    for _ in range(60):
        if not open_names:
            return
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.name || ''")
        if focused in open_names:
            page.keyboard.press("Space")
            open_names.remove(focused)
    raise AssertionError(f"not reached by keyboard: {open_names}")


def test_without_javascript(browser: Browser, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site)

    Visitor(page, site).begin().finish()

    expect(page.get_by_role("button", name="Download het advies (pdf)")).to_be_visible()
    page.context.close()


def test_an_error_takes_the_focus_and_leads_to_the_question(visitor: Visitor) -> None:
    visitor.begin().press("Volgende stap")
    page = visitor.page

    assert page.title().startswith("Fout: ")
    assert page.evaluate("document.activeElement.contains(document.querySelector('main a[href^=\"#\"]'))")
    page.locator("main").get_by_role("link", name=real_catalogue().questions["doelen"].error_text).click()
    assert page.evaluate("document.activeElement.type") == "checkbox"


def test_a_notice_takes_the_focus_and_leads_to_the_question(visitor: Visitor) -> None:
    publish(build_short_document())
    visitor.begin()
    for question, option in [("doelen", "kennis"), ("plaats", "productieland"), ("partijen", "bond")]:
        visitor.choose(question, option)
        visitor.press("Volgende stap")
    visitor.press("Wijzig je antwoord op: plaats?")
    visitor.choose("plaats", "nederland")
    visitor.press("Bewaar en terug naar je antwoorden")
    page = visitor.page

    assert page.title().startswith("Let op: ")
    expect(page.locator(".notice-summary")).to_be_focused()
    page.keyboard.press("Tab")
    assert "‘Bond’" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "buren"


@pytest.mark.parametrize("with_scripts", [True, False])
def test_headings_name_their_options_by_keyboard(browser: Browser, site: str, with_scripts: bool) -> None:
    publish(build_short_document())
    page = browser.new_context(java_script_enabled=with_scripts).new_page()
    page.goto(site)
    visitor = Visitor(page, site).begin()
    for question, option in [("doelen", "kennis"), ("plaats", "productieland")]:
        visitor.choose(question, option)
        visitor.press("Volgende stap")

    group = page.get_by_role("group", name="Buiten het productieland", exact=True)
    group.get_by_label("Branche").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    checked = page.locator("main input:checked")
    assert [box.get_attribute("value") for box in checked.all()] == ["branche", "adviseur"]
    assert group.get_by_role("checkbox").count() == 2
    expect(group.get_by_role("heading", level=2, name="Buiten het productieland")).to_be_visible()
    page.context.close()


@pytest.mark.database
def test_the_browsers_back_button_keeps_the_answers(visitor: Visitor) -> None:
    visitor.begin().walk_to(step_of("sector"))
    visitor.page.go_back()
    visitor.page.go_back()

    assert visitor.page.locator("main input:checked").count()


@pytest.mark.database
def test_back_and_reload_after_a_mistake_show_the_form_as_it_was_filled_in(visitor: Visitor) -> None:
    visitor.begin().walk_to(step_of("fase"))
    page, step = visitor.page, visitor.step
    visitor.choose("fase", "opvolgen")
    visitor.press("Volgende stap")
    assert page.title().startswith("Fout: ")
    page.reload()
    assert page.title().startswith("Fout: ")
    visitor.choose("plaats", "productieland")
    visitor.press("Volgende stap")

    for _ in range(2):
        page.go_back()
        assert visitor.step == step
        assert page.locator(f'main input[name="{step}-fase"][value="opvolgen"]').is_checked()
        assert not page.title().startswith("Fout: ")


@pytest.mark.database
def test_a_stale_tab_is_told_what_changed_before_it_finishes(visitor: Visitor) -> None:
    page, thema = visitor.page, step_of("thema")
    visitor.begin().walk_to("controle")
    other = page.context.new_page()
    other.goto(page.url.replace("/controle/", f"/{thema}/?wijzig"))
    second = Visitor(other, visitor.site)
    second.choose("thema", "migranten")
    second.press("Bewaar en terug naar je antwoorden")
    assert second.step == "controle"

    page.get_by_label("Titel van het rapport").fill("Lonen")
    visitor.press("Toon mijn advies")

    assert page.title().startswith("Let op: ")
    assert "intussen veranderd" in page.evaluate("document.activeElement.innerText")
    assert page.get_by_label("Titel van het rapport").input_value() == "Lonen"
    assert axe_findings(page) == []
    visitor.press("Toon mijn advies")
    expect(page.get_by_role("heading", name="Je advies in het kort")).to_be_visible()


def test_a_dead_link_has_a_page_that_everybody_can_read(page: Page, site: str) -> None:
    page.goto(f"{site}/rapport/onbekend/")

    expect(page.get_by_role("heading", name="Deze link werkt niet (meer)")).to_be_visible()
    assert axe_findings(page) == []


@pytest.mark.database
def test_reloading_every_step_keeps_the_place_and_the_answers(visitor: Visitor) -> None:
    visitor.begin()
    for _ in range(20):
        if visitor.step == "controle":
            break
        before = visitor.step
        visitor.page.reload()
        assert visitor.step == before
        visitor.choose_all()
        visitor.press("Volgende stap")

    assert visitor.step == "controle"


@pytest.mark.database
def test_pausing_and_going_on_in_another_browser(visitor: Visitor, browser: Browser) -> None:
    visitor.begin().walk_to(step_of("stakeholders"))
    visitor.choose_all()
    visitor.press("Bewaar en ga later verder")
    address = visitor.page.get_by_label("Je privélink").input_value()

    other = browser.new_context().new_page()
    other.goto(address)

    assert Visitor(other, visitor.site).step == step_of("thema")
    other.context.close()


@pytest.mark.database
def test_all_the_way_back_and_forward_with_a_change(visitor: Visitor) -> None:
    visitor.begin().walk_to(step_of("thema"))
    while visitor.step != step_of("doelen"):
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("button", name="Vorige stap").click()
    visitor.choose("doelen", "efficientie")
    visitor.press("Volgende stap")

    assert visitor.step == "hoofddoel"
    visitor.finish(hoofddoel=["efficientie"], zelfde_gesprek=["ja"])


@pytest.mark.database
def test_a_second_tab_offers_to_go_on_or_to_begin_anew(visitor: Visitor) -> None:
    visitor.begin().walk_to(step_of("sector"))
    second = visitor.page.context.new_page()
    second.goto(visitor.site)

    expect(second.get_by_role("link", name="Ga verder")).to_be_visible()
    second.get_by_role("link", name="Ga verder").click()
    assert Visitor(second, visitor.site).step == step_of("sector")
