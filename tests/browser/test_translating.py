"""An editor who changes a Dutch sentence, and keeps the other language up to date."""

from pathlib import Path

import polib
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from dialoog.content.models import Goal, PageText, TranslatedText, Translation
from tests.browser.editor import Editor, make_account
from tests.browser.test_staff_accessibility import OPEN_FOLDS, trouble

pytestmark = pytest.mark.slow

START = "start_intro"
"""The page text with which the start page begins."""
DUTCH, ENGLISH = "Een nieuwe zin over samenwerken.", "A new sentence about working together."


@pytest.fixture
def editor(page: Page, site: str) -> Editor:
    make_account("eva", "Eindredacteur")
    return Editor(page, site).log_in("eva")


def work_list(editor: Editor, query: str = "") -> None:
    editor.page.goto(f"{editor.site}/beheer/vertalingen/?taal=en{query}")


def test_a_dutch_sentence_changes_and_its_translation_follows(editor: Editor) -> None:
    page = editor.page
    text = PageText.objects.get(slug=START)
    page.goto(editor.site + reverse("admin:content_pagetext_change", args=[text.pk]))
    page.locator("#id_text").fill(DUTCH)
    editor.save()

    editor.go_to_task("Vertalen")
    page.locator("main").get_by_role("link", name="tekst").first.click()
    expect(page.locator(".beside-dutch-text", has_text=DUTCH)).to_be_in_viewport()
    row = page.locator(".inline-related", has=page.locator(".beside-dutch-text", has_text=DUTCH))
    row.get_by_role("textbox").fill(ENGLISH)
    editor.save()
    work_list(editor)
    editor.says("0 teksten in de lijst.")

    editor.go_to_task("Publiceren")
    editor.says("Engels: ")
    editor.says(ENGLISH)
    page.get_by_label("Toelichting").fill("Een zin op de startpagina.")
    page.get_by_role("button", name="Publiceer").click()
    editor.says("staat nu op de site")
    page.goto(f"{editor.site}/en/")
    expect(page.locator("main")).to_contain_text(ENGLISH)
    assert editor.complaints == []


def test_ten_translations_come_back_from_a_translator(editor: Editor, tmp_path: Path) -> None:
    page = editor.page
    work_list(editor)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download alle teksten").click()
    file = polib.pofile(str(download.value.path()))
    for number, entry in enumerate(file[:10]):
        entry.msgstr = f"Anew {number}"
    file.save(str(tmp_path / "en.po"))

    page.get_by_label("PO-bestand met vertalingen").set_input_files(tmp_path / "en.po")
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    editor.says("10 vertalingen veranderen. Er is nog niets ingelezen")
    assert not TranslatedText.objects.filter(text__startswith="Anew").exists()
    page.get_by_role("button", name="Neem de vertalingen over").click()

    editor.says("10 vertalingen ingelezen.")
    work_list(editor, "&stand=alle&q=anew")
    expect(page.locator(".translation-pair")).to_have_count(10)
    assert editor.complaints == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_pages_have_no_barriers(editor: Editor, width: int, tmp_path: Path) -> None:
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    goal = Goal.objects.all()[0]
    Goal.objects.filter(pk=goal.pk).update(summary="Een andere samenvatting.", theory=goal.theory + " Nog een zin.")
    english = Translation.objects.get(language="en", collection="goals", identity=goal.slug)
    english.texts.filter(path="what_to_do").delete()
    found, complaints = {}, []
    for place in (
        "/beheer/vertalingen/",
        reverse("admin:content_translation_change", args=[english.pk]),
        reverse("admin:content_goal_change", args=[goal.pk]),
    ):
        page.goto(editor.site + place)
        complaints += editor.complaints  # before axe runs: the Content-Security-Policy stops styles of its own
        page.evaluate(OPEN_FOLDS)
        found[place] = trouble(page)
        editor.complaints.clear()
    for name, content in (("fout", b"PK"), ("goed", polib_file())):
        work_list(editor)
        page.get_by_label("PO-bestand met vertalingen").set_input_files(
            {"name": "en.po", "mimeType": "text/plain", "buffer": content}
        )
        page.get_by_role("button", name="Bekijk wat er verandert").click()
        editor.says("Er is niets ingelezen." if name == "fout" else "Wat niet mee kan")
        found[name] = trouble(page)

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert complaints == []


def polib_file() -> bytes:
    """Something to take, and something that cannot be taken."""
    file = polib.POFile()
    goal = Goal.objects.all()[0]
    for path, dutch in (("summary", goal.summary), ("weg", "Weg")):
        file.append(polib.POEntry(msgctxt=f"goals/{goal.slug}/{path}", msgid=dutch, msgstr="In short."))
    return str(file).encode()
