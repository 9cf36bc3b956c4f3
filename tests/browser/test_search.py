"""Searching the content and the list of texts in a browser, and a link that puts the keyboard in its field."""

import pytest
from playwright.sync_api import Page, expect

from dialoog.catalogue.document import chosen_in
from dialoog.content.models import Caution
from dialoog.editorial.frame.links import address
from tests.browser.editor import Editor, make_account
from tests.browser.test_staff_accessibility import OPEN_FOLDS, trouble
from tests.builders import real_document

pytestmark = pytest.mark.slow


@pytest.fixture
def editor(page: Page, site: str) -> Editor:
    make_account("eva", "Redacteur")
    return Editor(page, site).log_in("eva")


def test_the_pages_are_accessible_and_fit(editor: Editor) -> None:
    page = editor.page
    Caution.objects.update(text="Vraag eerst wat haalbaar is.")
    case = chosen_in(real_document()["reference_cases"][0])
    places = [
        "/beheer/zoeken/",
        "/beheer/zoeken/?q=lokale+vakbnd",
        "/beheer/zoeken/?q=xyzzyplugh",
        "/beheer/teksten/voorbeeld/stap/doelen/",
        address("editorial:texts_preview_report", case),
    ]
    found = {}
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for place in places:
            page.goto(editor.site + place)
            found[place, width] = trouble(page)
            if page.evaluate(OPEN_FOLDS):
                found[f"{place} unfolded", width] = trouble(page)
            complaints = [c for c in editor.complaints if "style" not in c]  # axe's own styles
            assert complaints == []

    assert {place: findings for place, findings in found.items() if findings} == {}


def test_from_a_step_to_the_field_of_an_answer(editor: Editor) -> None:
    page = editor.page
    page.goto(editor.site)
    page.get_by_role("button", name="Begin").first.click()
    page.get_by_role("link", name="Waar staan deze teksten?").click()
    page.locator("a[href*='id_options-2-label']").first.click()

    focused = page.locator("#id_options-2-label")
    expect(focused).to_be_focused()
    expect(focused).to_be_in_viewport()


def test_a_field_in_a_fold_comes_into_view(editor: Editor) -> None:
    page = editor.page
    page.goto(f"{editor.site}/beheer/inhoud/cautions/{Caution.objects.first().slug}/#id_order")  # type: ignore[union-attr]

    expect(page.locator("#id_order")).to_be_focused()
    expect(page.locator("#id_order")).to_be_in_viewport()


def test_a_search_leads_to_its_field(editor: Editor) -> None:
    page = editor.page
    page.get_by_role("link", name="Zoeken in de inhoud").first.click()
    page.get_by_label("Wat zoek je?").fill("interationale vakbond")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.get_by_role("link", name="naam").first.click()

    expect(page.locator("#id_name")).to_be_focused()
