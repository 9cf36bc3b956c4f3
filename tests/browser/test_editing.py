"""The pages on which staff edit, in a real browser: axe finds nothing, nothing scrolls sideways, and choices work."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page

from dialoog.content.models import Fact, PartnerType, Question, ReferenceCase, Rule
from tests.browser.conftest import axe_findings
from tests.browser.visitor import Visitor

PASSWORD = "een-lang-wachtwoord"


@pytest.fixture
def editor(visitor: Visitor) -> Visitor:
    """Somebody on the first page of the admin, who may do everything."""
    User.objects.create_superuser("redactie", password=PASSWORD)
    page = visitor.page
    page.goto(f"{visitor.site}{reverse('admin:login')}")
    page.get_by_label("Gebruikersnaam").fill("redactie")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    return visitor


def trouble(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return axe_findings(page) + ([f"scrolls {wider} px sideways"] if wider > 0 else [])


def addresses() -> list[str]:
    rule, fact = Rule.objects.get(code="K06"), Fact.objects.get(code="F32")
    editor = User.objects.get(username="redactie")
    pages: list[tuple[str, list[Any]]] = [
        ("index", []),
        ("content_rule_changelist", []),
        ("content_rule_add", []),
        ("content_rule_change", [rule.pk]),
        ("content_rule_delete", [rule.pk]),
        ("content_fact_delete", [fact.pk]),
        ("content_question_change", [Question.objects.get(slug="hoofddoel").pk]),
        ("content_partnertype_change", [PartnerType.objects.get(slug="lokale_vakbond").pk]),
        ("content_referencecase_change", [ReferenceCase.objects.get(code="P1").pk]),
        ("auth_user_changelist", []),
        ("auth_user_add", []),
        ("auth_user_change", [editor.pk]),
        ("password_change", []),
    ]
    return [reverse(f"admin:{name}", args=args) for name, args in pages]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_every_kind_of_page(editor: Visitor, width: int) -> None:
    page = editor.page
    page.set_viewport_size({"width": width, "height": 800})
    found, complaints = {}, []
    for address in addresses():
        page.goto(editor.site + address, wait_until="networkidle")
        complaints += editor.complaints  # before axe runs: the Content-Security-Policy stops styles of its own
        found[address] = trouble(page)
        editor.complaints.clear()

    assert {address: findings for address, findings in found.items() if findings} == {}
    assert complaints == []


def test_the_login_page(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.site}{reverse('admin:login')}")

    assert trouble(visitor.page) == []


def test_a_condition_is_added_in_words_and_the_sentence_follows(editor: Visitor) -> None:
    page, rule = editor.page, Rule.objects.get(code="K06")
    page.goto(editor.site + reverse("admin:content_rule_change", args=[rule.pk]))
    page.locator("#conditions-group .add-row a").click()
    row = page.locator("#conditions-2")
    row.get_by_label("En of of").select_option("en: dit moet ook kloppen")
    row.get_by_label("Vraag").select_option("Om welke sector gaat het?")
    row.get_by_label("Kleding en textiel").wait_for()

    assert trouble(page) == []

    row.get_by_label("Kleding en textiel").check()
    page.get_by_role("button", name="Opslaan en opnieuw bewerken").first.click()

    assert "en sector is ‘Kleding en textiel’, dan:" in page.locator(".field-sentence").inner_text()


def test_an_error_stands_at_its_row(editor: Visitor) -> None:
    page, rule = editor.page, Rule.objects.get(code="K06")
    page.goto(editor.site + reverse("admin:content_rule_change", args=[rule.pk]))
    page.locator("#partners-0").get_by_label("Gewicht").fill("0")
    page.get_by_role("button", name="Opslaan en opnieuw bewerken").first.click()

    assert page.title().startswith("Fout: ")
    assert not page.title().startswith("Fout: Fout: ")
    assert "Een gewicht van 0 doet niets." in page.locator("#partners-0").inner_text()
    assert trouble(page) == []
