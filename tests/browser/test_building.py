"""Building a rule in a real browser: in few clicks, in words, with what it means in sight, and without a script too."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect

from dialoog.content.models import Question, Rule
from tests.browser.conftest import axe_findings
from tests.browser.editor import Editor, make_account

pytestmark = pytest.mark.slow

FEWEST = 12
ANSWER = "We verkennen het nog"


class Clicks:
    """The mouse of an editor who types whenever that will do.

    A click is what takes a pointer: a link, a button, a box, a field that opens. Going to a field with Tab, typing in
    it, and choosing from a list with the keys are none. Every click of a test that counts goes through here.
    """

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, target: Locator) -> None:
        self.made += 1
        target.click()


@pytest.fixture
def editor(page: Page, site: str) -> Iterator[Editor]:
    make_account("eva", "Redacteur")
    editor = Editor(page, site).log_in("eva")
    yield editor
    assert editor.complaints == []


def main(editor: Editor) -> Locator:
    return editor.page.locator("main")


def open_rule(editor: Editor, code: str = "K06") -> Rule:
    rule = Rule.objects.get(code=code)
    editor.page.goto(editor.site + reverse("admin:content_rule_change", args=[rule.pk]))
    return rule


def sentence(page: Page) -> Locator:
    return page.locator(".as-sentence")


def choose_with_keys(page: Page, field: Locator, text: str) -> None:
    """As who goes there with Tab and types the first letters."""
    field.focus()
    page.keyboard.type(text)
    expect(field.locator("option:checked")).to_contain_text(text)


def test_an_answer_and_a_rule_take_few_clicks(editor: Editor) -> None:
    page, click = editor.page, Clicks()
    click(main(editor).get_by_role("link", name="Vragen", exact=True))
    page.locator("#searchbar").fill("Hoe ver ben je")
    page.locator("#searchbar").press("Enter")
    click(page.locator("#result_list").get_by_role("link", name="Hoe ver ben je met de dialoog?"))
    click(page.locator("#options-group .add-row a"))
    row = page.locator("#options-group .inline-related:not(.empty-form)").last
    row.get_by_label("Tekst").fill(ANSWER)
    expect(row.get_by_label("Sleutel")).to_have_value("we_verkennen_het_nog")
    click(page.get_by_role("button", name="Opslaan", exact=True).first)
    expect(page.locator(".messagelist .success")).to_be_visible()

    click(page.locator("#nav-sidebar tr.model-rule").get_by_role("link", name="Toevoegen"))
    choose_with_keys(page, page.locator("#id_goal"), "1. Kennis")
    expect(page.locator("#id_code")).to_have_value("K27")
    page.get_by_label("Onderbouwing").fill("Wie verkent, leert het meest van wie er werkt.")
    choose_with_keys(page, page.locator("#id_basis"), "Dit leiden wij")
    click(page.locator(".field-facts").get_by_role("searchbox"))
    page.keyboard.type("F26")
    page.get_by_role("option", name="F26").wait_for()
    page.keyboard.press("Enter")
    for number, (question, answer) in enumerate((("Hoe ver ben je", ANSWER), ("Waar voer je", "In een productieland"))):
        row = page.locator(f"#conditions-{number}")
        choose_with_keys(page, row.get_by_label("Vraag"), question)
        click(row.get_by_text(answer, exact=True))
    partners = ("Lokale vakbond", "Nederlandse ambassade", "Lokale ngo")
    for number, name in enumerate(partners):
        row = page.locator(f"#partners-{number}")
        choose_with_keys(page, row.get_by_label("Partnertype"), name)
        row.get_by_label("Gewicht").fill("3")
    click(page.get_by_role("button", name="Opslaan", exact=True).first)
    expect(page.locator(".messagelist .success")).to_be_visible()

    rule = Rule.objects.get(code="K27")
    assert [row.group for row in rule.conditions.all()] == [1, 2]
    assert rule.partners.count() == 3
    assert click.made <= FEWEST


def test_the_sentence_follows_what_is_chosen(editor: Editor) -> None:
    page = editor.page
    open_rule(editor)
    page.locator("#conditions-group .add-row a").click()
    row = page.locator("#conditions-2")
    editor.choose_condition(row, "Om welke sector gaat het?", "Kleding en textiel")
    expect(sentence(page)).to_contain_text("en sector is ‘Kleding en textiel’, dan:")

    row.get_by_label("En of of").select_option("of: dit, of de voorwaarde hierboven")

    expect(sentence(page)).to_contain_text("of sector is ‘Kleding en textiel’), dan:")
    expect(page.locator(".as-sentence-foot")).to_contain_text("of sector is ‘Kleding en textiel’), dan:")
    assert trouble(editor) == []


@pytest.mark.parametrize("address", ["admin:content_rule_add", "admin:content_question_add", "editorial:touching"])
def test_a_page_to_begin_on_is_for_everyone(editor: Editor, address: str) -> None:
    editor.page.goto(editor.site + reverse(address) + "?x=p1", wait_until="networkidle")

    assert trouble(editor) == []


def trouble(editor: Editor) -> list[str]:
    """At the widths of a telephone, a tablet and a desk; the console first, for axe fills it."""
    page, found = editor.page, list(editor.complaints)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += axe_findings(page) + ([f"scrolls {wider} px sideways at {width}"] if wider > 0 else [])
    editor.complaints.clear()
    return found


def names(page: Page) -> list[str]:
    return [row.input_value() for row in page.locator("#options-group .dynamic-options [name$='-label']").all()]


def test_rows_move_with_buttons_and_by_dragging_and_what_is_removed_takes_no_other_along(editor: Editor) -> None:
    page, question = editor.page, Question.objects.get(slug="fase")
    page.goto(editor.site + reverse("admin:content_question_change", args=[question.pk]))
    before = names(page)
    page.locator("#options-0").get_by_role("button", name="Omlaag").click()
    expect(page.locator("#options-0").get_by_role("button", name="Omlaag")).to_be_focused()
    assert names(page)[:2] == before[1::-1]

    page.locator("#options-group .add-row a").click()
    added = page.locator("#options-group .dynamic-options").last
    added.get_by_label("Tekst").fill("Tijdelijk")
    handle, target = page.locator("#options-group .dynamic-options h3").last, page.locator("#options-0 h3")
    handle.dispatch_event("dragstart")
    target.dispatch_event("dragover")
    target.dispatch_event("drop")
    assert names(page)[:3] == [before[1], "Tijdelijk", before[0]]
    page.locator("#options-group .dynamic-options").nth(1).locator(".inline-deletelink").click()
    editor.save()

    assert [option.label for option in question.options.all()][:2] == before[1::-1]
    assert question.options.count() == len(before)


@pytest.mark.parametrize("change", [False, True])
def test_leaving_asks_only_when_something_was_changed(editor: Editor, change: bool) -> None:
    page = editor.page
    open_rule(editor)
    page.locator("#partners-group .add-row a").click()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    if change:
        page.get_by_label("Onderbouwing").fill("Anders.")

    page.locator("#site-name a").click()
    expect(page.get_by_role("heading", name="Wat wil je doen?")).to_be_visible()

    assert asked == (["beforeunload"] if change else [])


def test_saving_asks_nothing_and_leads_back_to_the_row(editor: Editor) -> None:
    page = editor.page
    page.goto(editor.site + reverse("admin:content_rule_changelist") + "?p=2")
    link = page.locator("#result_list tbody th a").nth(40)
    code = link.inner_text()
    link.click()
    page.get_by_label("Onderbouwing").fill("Anders.")
    editor.save()

    assert "p=2#rij-" in page.url
    expect(page.get_by_role("link", name=code, exact=True)).to_be_in_viewport()


def test_without_a_script_a_button_does_it(browser: Browser, editor: Editor, site: str) -> None:
    state = editor.page.context.storage_state()
    page = browser.new_context(java_script_enabled=False, storage_state=state).new_page()
    page.goto(site + reverse("admin:content_rule_add"))
    page.locator("#id_basis").select_option("Dit leiden wij zelf af")
    page.locator("#conditions-0").get_by_label("Vraag").select_option("Om welke sector gaat het?")
    page.locator("#conditions-0").get_by_role("button", name="Toon de antwoorden").click()
    page.locator("#conditions-0").get_by_label("Kleding en textiel").check()
    page.get_by_role("button", name="Lees als zin").click()

    expect(page.locator(".as-sentence")).to_contain_text("Als sector is ‘Kleding en textiel’")
    assert not Rule.objects.filter(conditions__options__slug="kleding_textiel", basis="afgeleid", reason="").exists()

    page.get_by_role("button", name="Opslaan", exact=True).first.click()
    rule = Rule.objects.get(code="C43")
    assert rule.conditions.get().options.get().label == "Kleding en textiel"
