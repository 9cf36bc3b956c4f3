"""The documents to go on with: chosen, read, copied and taken along, narrow and wide, in both languages."""

import pytest

from tests.browser.test_accessibility import WIDTHS, trouble
from tests.browser.visitor import Visitor

OPEN = "for (const fold of document.querySelectorAll('details')) fold.open = true"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_documents_are_found_chosen_and_taken_along(visitor: Visitor, width: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    visitor.begin().finish()
    with page.expect_navigation():
        page.get_by_role("link", name="Werkdocumenten").click()
    page.evaluate(OPEN)
    found = {"nl": trouble(page)}
    page.get_by_label("Voor welke partner?").select_option(label="Nog geen partner gekozen")
    page.get_by_label("In welke taal?").select_option(label="English")
    visitor.press("Pas de documenten aan")
    page.get_by_text("De documenten zijn nu voor: nog geen partner, in het Engels.").wait_for()
    page.evaluate(OPEN)
    found["a document in English"] = trouble(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download voor ODT").first.click()
    with page.expect_download() as packed:
        page.get_by_role("button", name="Download alles voor Word (zip)").click()
    with page.expect_navigation():
        page.get_by_role("link", name="English").click()
    page.evaluate(OPEN)
    found["en"] = trouble(page)

    assert found == {"nl": [], "a document in English": [], "en": []}
    assert waiting.value.suggested_filename.startswith("draft-email-to-a-possible-partner-")
    assert packed.value.suggested_filename.startswith("worksheets-")
    assert visitor.complaints == []


def test_the_mail_is_copied_whole(visitor: Visitor) -> None:
    page = visitor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.begin().finish()
    with page.expect_navigation():
        page.get_by_role("link", name="Werkdocumenten").click()
    page.get_by_role("button", name="Kopieer de mail").click()
    page.get_by_text("De mail is gekopieerd.").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("De mail, om te kopiëren").input_value()
    assert visitor.complaints == []


def test_what_is_folded_is_printed(visitor: Visitor) -> None:
    page = visitor.page
    visitor.begin().finish()
    with page.expect_navigation():
        page.get_by_role("link", name="Werkdocumenten").click()
    table = page.locator(".sheet-table").first
    assert not table.is_visible()
    page.emulate_media(media="print")

    assert table.bounding_box()["height"] > 100  # type: ignore[index]
