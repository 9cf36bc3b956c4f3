"""Lists of records on narrow screens: nothing scrolls sideways, and search, filters and records can be reached."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from dialoog.content.models import AdviceSettings, Option
from dialoog.insight.models import Remark
from tests.browser.conftest import axe_findings
from tests.browser.editor import PASSWORD, Editor

pytestmark = pytest.mark.slow

SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll('.results')]
    .filter(part => part.scrollWidth > part.clientWidth).map(part => part.className || 'page')"""
OFF_SCREEN = """() => [...document.querySelectorAll('#content :is(a, input, select, button)')]
    .filter(part => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth)
    .map(part => part.textContent || part.name)"""


@pytest.fixture
def boss(page: Page, site: str) -> Editor:
    """Who may see every list; in each there is something."""
    User.objects.create_superuser("baas", password=PASSWORD, email="baas@voorbeeld.example")
    Remark.objects.create(day="2026-11-20", is_useful=True, text="Duidelijk, maar lang. " * 8)
    return Editor(page, site).log_in("baas")


def lists() -> list[str]:
    """All but those that lead to another page at once."""
    models = [model for model in admin.site._registry if model not in (AdviceSettings, Option)]
    names = [f"{model._meta.app_label}_{model._meta.model_name}" for model in models]
    return [reverse(f"admin:{name}_changelist") for name in names]


@pytest.mark.parametrize("width", [320, 768, 1024])
def test_no_list_scrolls_sideways(boss: Editor, width: int) -> None:
    page = boss.page
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for place in lists():
        page.goto(boss.site + place)
        found[place] = [*page.evaluate(SIDEWAYS), *page.evaluate(OFF_SCREEN)]

    assert {place: parts for place, parts in found.items() if parts} == {}
    assert boss.complaints == []


def test_the_state_of_a_web_address_is_seen_beside_the_filters(boss: Editor) -> None:
    """Its column stands last, and an address has no place to break but between letters."""
    page = boss.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(boss.site + reverse("admin:content_organisation_changelist"))

    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("width", [320, 768])
def test_a_list_can_be_searched_filtered_and_opened(boss: Editor, width: int) -> None:
    page = boss.page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(boss.site + reverse("admin:content_rule_changelist"))
    page.get_by_role("link", name="Naar de filters").click()
    filters = page.get_by_role("navigation", name="Filter")
    expect(filters).to_be_in_viewport()
    with page.expect_navigation():
        filters.get_by_role("link", name="Elk doel", exact=True).click()
    with page.expect_navigation():
        page.locator("#result_list tbody a").first.click()

    expect(page.locator("#rule_form")).to_be_visible()
    page.goto(boss.site + reverse("admin:content_rule_changelist"))
    assert axe_findings(page) == []


def test_the_columns_that_matter_first_stay(boss: Editor) -> None:
    page = boss.page
    page.goto(boss.site + reverse("admin:content_rule_changelist"))
    shown = {}
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        heads = page.locator("#result_list thead th .text").all()
        shown[width] = [
            head.inner_text().casefold() for head in heads if head.is_visible() and head.inner_text().strip()
        ]

    assert shown[320] == ["code", "de regel als zin"]
    assert shown[768] == [*shown[320], "bevestigd", "doel"]
    assert shown[1280] == [*shown[768], "grond"]
