"""A new editor brings a change to the site and takes it back, while visitors are busy."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import axe_findings
from tests.browser.editor import Editor, make_account
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.slow

OLD, NEW = "Waarvoor zoek je een partner?", "Waarvoor zoek je iemand?"
OPTION = "We verkennen het nog"


@pytest.fixture
def editor(page: Page, site: str) -> Editor:
    make_account("eva", "Eindredacteur")
    return Editor(page, site).log_in("eva")


@pytest.fixture
def new_visitor(browser: Browser, site: str) -> Any:
    """Somebody with a browser of their own, on the start page."""

    def arrive() -> Visitor:
        page = browser.new_context().new_page()
        page.set_default_timeout(30_000)
        page.goto(site)
        return Visitor(page, site)

    return arrive


def test_from_an_edit_to_the_site_and_back(editor: Editor, new_visitor: Any) -> None:
    half_way = new_visitor().begin().walk_to("fase")
    reader = new_visitor().begin().finish()
    report = reader.page.locator("main").inner_text()

    change_a_sentence(editor)
    see_it_in_the_preview(editor)
    add_an_option(editor)
    add_a_rule_that_cannot_fire(editor)
    mend_the_rule(editor)
    publish(editor)

    see_the_change(new_visitor())
    half_way.page.reload()
    expect(half_way.page.get_by_text(OPTION)).to_have_count(0)
    half_way.page.goto(half_way.page.url.replace("/fase/", "/doelen/"))
    expect(half_way.page.get_by_role("heading", name=OLD)).to_be_visible()
    half_way.finish()
    reader.page.reload()
    assert without_the_notice(reader.page.locator("main").inner_text()) == report

    bring_back(editor)

    later = new_visitor().begin()
    expect(later.page.get_by_role("heading", name=OLD)).to_be_visible()
    later.walk_to("fase")
    expect(later.page.get_by_text(OPTION)).to_have_count(0)
    assert editor.complaints == []


def change_a_sentence(editor: Editor) -> None:
    editor.open_record("Vragen", "doelen", OLD)
    editor.page.get_by_role("textbox", name="Vraag:", exact=True).fill(NEW)
    clean(editor)
    editor.save()


def see_it_in_the_preview(editor: Editor) -> None:
    editor.go_to_task("Voorbeeld")
    clean(editor)
    editor.page.get_by_role("link", name="Begin bij de eerste vraag").click()
    expect(editor.page.get_by_role("heading", name=NEW)).to_be_visible()
    expect(editor.page.get_by_role("complementary", name="Concept")).to_be_visible()
    clean(editor)


def add_an_option(editor: Editor) -> None:
    """Nothing looks at the answer yet, and the check says so."""
    editor.open_record("Vragen", "Hoe ver ben je", "Hoe ver ben je met de dialoog?")
    row = editor.add_row("options")
    row.get_by_label("Tekst").fill(OPTION)
    row.get_by_label("Sleutel").fill("verkennen")
    clean(editor)
    editor.save()
    check(editor, f"maakt het antwoord ‘{OPTION}’ voor geen enkel advies verschil")


def add_a_rule_that_cannot_fire(editor: Editor) -> None:
    """Its two groups ask for two answers to a question that takes one."""
    page = editor.page
    editor.add_record("Adviesregels")
    page.get_by_label("Code").fill("Z01")
    page.get_by_label("Onderbouwing").fill("Wie nog verkent, heeft veel aan iemand die het land kent.")
    page.get_by_label("Grond").select_option("Dit leiden wij zelf af")
    editor.pick_more(page.locator(".field-facts"), "Bronverwijzingen", "F26", "F26")
    for number, option in enumerate((OPTION, "We bereiden de dialoog voor")):
        row = page.locator(f"#conditions-{number}")
        editor.choose_condition(row, "Hoe ver ben je met de dialoog?", option)
    row = page.locator("#partners-0")
    row.get_by_label("Partnertype").select_option("Nederlandse ambassade")
    row.get_by_label("Gewicht").fill("40")
    clean(editor)
    editor.save()
    check(editor, "Z01 kan nooit gelden.")


def mend_the_rule(editor: Editor) -> None:
    editor.open_record("Adviesregels", "Z01", "Z01")
    editor.page.locator("#conditions-1").get_by_label("Verwijderen").check()
    editor.save()
    editor.go_to_task("Controle")
    editor.says("0 fouten")
    expect(editor.page.locator("main")).not_to_contain_text(f"‘{OPTION}’ voor geen enkel advies verschil")


def publish(editor: Editor) -> None:
    page = editor.page
    editor.go_to_task("Publiceren")
    button = page.get_by_role("button", name="Publiceer")
    button.wait_for()
    for words in ("iemand?", "Z01", OPTION, "Wat dit met het advies doet", "61 referentiegevallen nagelopen"):
        editor.says(words)
    clean(editor)
    page.get_by_label("Toelichting").fill("Een antwoord voor wie nog verkent.")
    button.click()
    editor.says("Uitgave 2 staat nu op de site.")
    clean(editor)


def see_the_change(visitor: Visitor) -> None:
    visitor.begin()
    expect(visitor.page.get_by_role("heading", name=NEW)).to_be_visible()
    visitor.walk_to("fase")
    visitor.choose("fase", "verkennen")
    visitor.choose("plaats", "productieland")
    visitor.press("Volgende stap")
    visitor.finish()
    expect(visitor.page.locator("main")).to_contain_text("Wie nog verkent, heeft veel aan iemand die het land kent.")


def bring_back(editor: Editor) -> None:
    editor.go_to_task("Uitgaven")
    editor.page.get_by_role("link", name="Maak uitgave 1 weer actueel").click()
    editor.says(OPTION)
    clean(editor)
    editor.page.get_by_label("Toelichting").fill("Toch nog niet.")
    editor.page.get_by_role("button", name="Maak weer actueel").click()
    editor.says("Uitgave 3 staat nu op de site, met de inhoud van uitgave 1.")


def check(editor: Editor, sentence: str) -> None:
    editor.go_to_task("Controle")
    editor.says(sentence)
    clean(editor)


def clean(editor: Editor) -> None:
    """The Content-Security-Policy stops styles of axe's own, which is no complaint about the page."""
    before = list(editor.complaints)
    assert axe_findings(editor.page) == []
    editor.complaints[:] = before


def without_the_notice(text: str) -> str:
    """A finished report may say that there is newer content; the rest stays as it was."""
    notice, found, rest = text.partition("Advies over samenwerken")
    return found + rest if found else notice
