"""An owner switches a code on, somebody else opens the report by it: narrow, wide, in both languages, no scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.fitting import misfits
from tests.browser.test_accessibility import WIDTHS, trouble
from tests.browser.visitor import Visitor
from tests.handover.handing import finish

pytestmark = pytest.mark.database


def trouble_in_widths(page: Page, *, scripts: bool) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += trouble(page) if scripts else misfits(page)
    return found


@pytest.mark.parametrize(("language", "scripts"), [("nl", True), ("en", False)], ids=["nl", "en without scripts"])
def test_an_advice_is_handed_over_by_code(browser: Browser, site: str, language: str, scripts: bool) -> None:
    owner, adviser = (
        Visitor(browser.new_context(java_script_enabled=scripts).new_page(), site).speaking(language) for _ in range(2)
    )
    owner.open("report:manage", token=finish().token)
    owner.follow("Laat een ander meelezen, met een mail, QR-code of deelcode")
    found = {"off": trouble_in_widths(owner.page, scripts=scripts)}
    owner.press("Zet een deelcode aan")
    expect(owner.page.locator("#gedaan")).to_have_text(owner.said("De deelcode staat aan."))
    found["on"] = trouble_in_widths(owner.page, scripts=scripts)
    code = owner.page.locator("#deelcode .handover-code").inner_text()

    adviser.follow("Heb je een deelcode? Open een advies")
    found["empty"] = trouble_in_widths(adviser.page, scripts=scripts)
    field = adviser.page.get_by_label(adviser.said("Deelcode"))
    field.fill("K7M-3FX-9RT")
    adviser.press("Open het advies")
    expect(field).to_have_value("K7M-3FX-9RT")
    expect(field).to_have_attribute("aria-describedby", "code-fout code-uitleg")
    found["wrong"] = trouble_in_widths(adviser.page, scripts=scripts)
    field.fill(code.lower().replace("-", " "))
    adviser.press("Open het advies")

    expect(adviser.page.get_by_role("heading", level=1)).to_have_text("Lonen")
    assert found == {"off": [], "on": [], "empty": [], "wrong": []}


def test_the_pdf_with_the_picture_is_downloaded(visitor: Visitor) -> None:
    visitor.open("handover:page", token=finish().token)

    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name="Download het advies met QR-code (pdf)").click()

    assert download.value.suggested_filename.startswith("lonen-overdragen-")
    assert visitor.complaints == []
