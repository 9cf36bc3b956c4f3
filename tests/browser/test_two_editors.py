"""Two editors side by side at one rule, in two browsers that know nothing of each other."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect

from dialoog.content.models import Caution, Rule, Tip
from dialoog.content.versions.keeping import keep_version
from tests.browser.conftest import axe_findings
from tests.browser.editor import Editor, make_account

pytestmark = pytest.mark.slow


@pytest.fixture
def rule() -> Rule:
    rule = Rule.objects.create(code="Z99", reason="Wie er werkt, weet het.", basis="advies", order=9990)
    for number, caution in enumerate(Caution.objects.all()[:3], start=1):
        rule.cautions.create(caution=caution, reason=f"Reden {number}.", order=10 * number)
    keep_version(rule)
    return rule


@contextmanager
def at_work(browser: Browser, site: str, name: str) -> Iterator[Editor]:
    """Somebody in a browser of her own; the console stays silent."""
    context = browser.new_context(locale="nl-NL")
    editor = Editor(context.new_page(), site).log_in(name)
    yield editor
    assert editor.complaints == []
    context.close()


@pytest.fixture
def els(browser: Browser, site: str) -> Iterator[Editor]:
    make_account("els", "Redacteur")
    with at_work(browser, site, "els") as editor:
        yield editor


@pytest.fixture
def piet(browser: Browser, site: str) -> Iterator[Editor]:
    make_account("piet", "Redacteur")
    with at_work(browser, site, "piet") as editor:
        yield editor


def open_rule(rule: Rule, *editors: Editor) -> None:
    for editor in editors:
        editor.page.goto(editor.site + reverse("admin:content_rule_change", args=[rule.pk]))


def row(editor: Editor, number: int) -> Locator:
    return editor.page.locator(f"#cautions-{number}")


def meeting(editor: Editor) -> Locator:
    return editor.page.locator(".meeting")


def press_save(editor: Editor) -> None:
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Opslaan", exact=True).first.click()


def trouble(page: Page) -> list[str]:
    """At the widths of a telephone, a tablet and a desk, with every fold of the meeting open."""
    page.evaluate("document.querySelectorAll('.meeting details').forEach(fold => { fold.open = true })")
    found = []
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += axe_findings(page) + ([f"scrolls {wider} px sideways at {width}"] if wider > 0 else [])
    return found


def test_another_field_and_other_rows_are_kept(els: Editor, piet: Editor, rule: Rule) -> None:
    open_rule(rule, els, piet)
    piet.page.locator("#id_reason").fill("Van Piet.")
    row(piet, 0).get_by_label("Waarom juist dit").fill("Rij van Piet.")
    row(piet, 2).get_by_label("Verwijderen").check()
    piet.save()

    row(els, 1).get_by_label("Waarom juist dit").fill("Rij van Els.")
    tip = Tip.objects.all()[0]
    added = els.add_row("tips")
    els.pick(added, "Tip", tip.title, tip.title)
    added.get_by_label("Gewicht").fill("2")
    els.save()

    expect(els.page.locator(".messagelist .info")).to_contain_text("piet om ")
    expect(els.page.locator(".messagelist .info")).to_contain_text("Waarschuwing verwijderd")
    rule.refresh_from_db()
    assert rule.reason == "Van Piet."
    assert [link.reason for link in rule.cautions.all()] == ["Rij van Piet.", "Rij van Els."]
    assert rule.tips.count() == 1


def test_the_same_field_and_a_row_that_is_gone_are_a_choice(els: Editor, piet: Editor, rule: Rule) -> None:
    open_rule(rule, els, piet)
    piet.page.locator("#id_reason").fill("Van Piet.")
    row(piet, 1).get_by_label("Verwijderen").check()
    piet.save()

    els.page.locator("#id_reason").fill("Van Els.")
    row(els, 1).get_by_label("Waarom juist dit").fill("Rij van Els.")
    press_save(els)

    expect(meeting(els)).to_contain_text("piet om ")
    for text in ("Van Els.", "Van Piet.", "Rij van Els.", "(verwijderd)"):
        expect(meeting(els)).to_contain_text(text)
    complaints, els.complaints = list(els.complaints), []  # before axe runs: the policy stops styles of its own
    assert (complaints, trouble(els.page)) == ([], [])
    els.complaints.clear()
    meeting(els).get_by_role("link", name="Onderbouwing", exact=True).click()
    expect(els.page.locator("#id_reason")).to_be_in_viewport()
    rule.refresh_from_db()
    assert rule.reason == "Van Piet."

    press_save(els)

    rule.refresh_from_db()
    assert rule.reason == "Van Els."
    assert sorted(link.reason for link in rule.cautions.all()) == ["Reden 1.", "Reden 3.", "Rij van Els."]


def test_a_rule_that_is_gone(els: Editor, piet: Editor, rule: Rule) -> None:
    open_rule(rule, els, piet)
    piet.page.goto(piet.site + reverse("admin:content_rule_delete", args=[rule.pk]))
    piet.page.locator("form input[type=submit]").last.click()
    expect(piet.page.locator(".messagelist .success")).to_be_visible()

    els.page.locator("#id_reason").fill("Van Els.")
    press_save(els)

    els.says("verwijderd door piet")
    els.says("Van Els.")
    complaints, els.complaints = [text for text in els.complaints if "410" not in text], []
    assert (complaints, trouble(els.page)) == ([], [])
    els.complaints.clear()
    els.page.get_by_role("link", name="verwijderde inhoud").click()
    els.page.get_by_role("button", name="Zet terug").first.click()
    expect(els.page.locator("#id_reason")).to_have_value("Wie er werkt, weet het.")
