"""Was dit nuttig? and the page for staff, in a real browser."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Browser, expect

from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind, Opinion, Place
from tests.browser.conftest import axe_findings
from tests.browser.visitor import Visitor

PASSWORD = "een-lang-wachtwoord"


@pytest.mark.parametrize("width", [320, 1280])
def test_an_opinion_with_an_error_first(visitor: Visitor, width: int) -> None:
    visitor.begin().finish()
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_role("link", name="Was dit advies nuttig?").first.click()
    assert axe_findings(page) == []
    visitor.press("Verstuur")

    assert page.title().startswith("Fout: ")
    assert page.evaluate("document.activeElement.contains(document.querySelector('main a[href^=\"#nuttig\"]'))")
    assert axe_findings(page) == []
    page.get_by_role("link", name="Kies ‘Ja’ of ‘Nee’.").click()
    assert page.evaluate("document.activeElement.value") == "ja"
    page.keyboard.press("Space")
    page.get_by_label("Wil je er iets bij zeggen?").fill("Helder.")
    visitor.press("Verstuur")

    expect(page.get_by_role("heading", name="Dank je wel")).to_be_in_viewport()
    assert axe_findings(page) == []
    page.reload()
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
    assert Remark.objects.get().text == "Helder."
    assert visitor.complaints == []


def test_an_opinion_of_a_reader_without_javascript(visitor: Visitor, browser: Browser) -> None:
    visitor.begin().finish()
    visitor.page.get_by_role("link", name="Delen, wijzigen of verwijderen").click()
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(visitor.page.get_by_label("Link om te delen").input_value())
    reader.get_by_role("link", name="Was dit advies nuttig?").first.click()

    reader.get_by_label("Nee", exact=True).check()
    reader.get_by_role("button", name="Verstuur").click()

    expect(reader.get_by_role("heading", name="Dank je wel")).to_be_visible()
    assert DayCount.objects.get(kind=CountKind.USEFUL).key == Opinion.NO
    reader.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_for_staff(visitor: Visitor, width: int) -> None:
    User.objects.create_superuser("baas", password=PASSWORD)
    today = timezone.localdate()
    for kind, key, number in (
        (CountKind.BEGUN, "", 12),
        (CountKind.COMPLETED, "", 3),
        (CountKind.PLACE, Place.COMPLETED, 12),
    ):
        DayCount.objects.create(day=today, kind=kind, key=key, number=number)
    Remark.objects.create(day=today, is_useful=True, text="Helder.")
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{visitor.site}/beheer/inzicht/")
    page.get_by_label("Gebruikersnaam").fill("baas")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_text("Dezelfde getallen in een tabel").click()

    expect(page.get_by_role("img", name="Begonnen per dag")).to_be_visible()
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert visitor.complaints == []
