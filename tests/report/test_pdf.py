"""The real report as PDF: sound in its structure, complete, and harmless whatever the visitor typed."""

import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client

from dialoog.report.body.report import Cover, Report, build_report
from dialoog.report.download import ASSETS, render_html
from dialoog.report.editions import PDFS, Edition
from dialoog.report.models import Rendering
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.stylesheets import STYLESHEETS
from tests.advice.test_golden_cases import CASES
from tests.builders import build_conclusion, real_catalogue
from tests.journey import Journey
from tests.report.pdf.structure import structure_problems

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def report_of(case: str, **words: str) -> Report:
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    cover = {"title": "Lonen in de keten", "organisation": "Bedrijf", "contact": "", **words}
    rest: dict[str, Any] = {"release_number": 1, "release_date": NOW, "code": "ABCD-2345"}
    dated = Cover(**cover, **rest, completed_at=NOW, expires_at=NOW + timedelta(days=90))
    return build_report(real_catalogue(), build_conclusion(answers), dated)


def pdf_of(report: Report, edition: Edition = Edition.DOSSIER) -> bytes:
    with collect_warnings() as warnings:
        content = write_pdf(render_html(report, edition), ASSETS, STYLESHEETS)
    assert list(warnings) == []
    return content


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("case", ["P1", "P6", "B10", "B34", "B36"])
def test_the_structure_is_sound_and_nothing_is_warned_about(case: str, edition: Edition) -> None:
    assert structure_problems(pdf_of(report_of(case), edition)) == []


def test_the_longest_words_emoji_and_markup_give_a_sound_pdf() -> None:
    words = {"title": "W" * 120, "organisation": "<script>alert(1)</script>" * 4, "contact": "👩‍👩‍👧 שלום {{ x }}" * 8}

    assert structure_problems(pdf_of(report_of("B34", **words))) == []


NAMES = {
    "Bengali": "ঢাকা বস্ত্র শিল্প র‍্যাব",
    "Arabic": "شركة النسيج مصر",
    "Devanagari": "भारतीय वस्त्र उद्योग",
    "Burmese": "မြန်မာ အထည်ချုပ် စက်ရုံ",
    "Vietnamese": "Công ty Dệt may Nguyễn",
    "Yoruba, with marks": "Ẹ̀gbẹ́ òṣìṣẹ́",
    "Arabic beside Dutch": "Samen met شركة النسيج in Caïro (2026)",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_is_shown_and_kept_as_it_was_typed(name: str) -> None:
    report = report_of("P1", title=name, organisation=name, contact=name, region=name)

    content = pdf_of(report)

    assert "□" not in render_html(report, Edition.DOSSIER)
    assert structure_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert all("+Dialoog-" in font for font in embedded(pdf))
        assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"])) == (name, name)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == name


def embedded(pdf: pikepdf.Pdf) -> set[str]:
    found = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert found
    return found


def test_the_metadata_hold_what_no_font_shows() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(report_of("P1", title="漢字\x08 <b>", organisation="שלום")))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "漢字 <b>"
        assert str(pdf.docinfo["/Author"]) == "שלום"


@pytest.mark.parametrize(
    "title", ["\u0301\u0302\u0303\u0304", "\u0316", "a" + "\u0300\u0323" * 50, "漢" * 120], ids=ascii
)
def test_a_title_of_marks_or_boxes_gives_a_sound_pdf(title: str) -> None:
    assert structure_problems(pdf_of(report_of("P1", title=title))) == []


def test_title_language_and_bookmarks_are_set() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(report_of("P1")))) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Lonen in de keten")
        assert str(pdf.Root.Lang) == "nl"
        with pdf.open_outline() as outline:
            assert len(outline.root[0].children) > 5


MAKE = """
import sys
from pathlib import Path
from dialoog.report.pdf.document import write_pdf
from dialoog.report.pdf.stylesheets import STYLESHEETS
sys.stdout.buffer.write(write_pdf(sys.stdin.read(), Path(sys.argv[1]), STYLESHEETS))
"""


def made_apart(html: str, seed: int) -> bytes:
    """In a process of its own, in which sets have an order of their own."""
    command = [sys.executable, "-W", "ignore", "-c", MAKE, str(ASSETS)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, input=html.encode(), env=environment, stdout=subprocess.PIPE, check=True).stdout


@pytest.mark.parametrize("edition", PDFS)
def test_the_same_report_gives_the_same_bytes_in_every_process(edition: Edition) -> None:
    here = pdf_of(report_of("B10"), edition)

    assert {made_apart(render_html(report_of("B10"), edition), seed) for seed in (1, 2)} == {here}


@pytest.mark.django_db
def test_a_pdf_that_was_lost_is_made_again_to_the_byte(client: Client) -> None:
    make = Journey(client).finish(title="Lonen").shared + "pdf/dossier/"
    first = client.post(make, follow=True).content
    Rendering.objects.all().delete()

    assert first.startswith(b"%PDF")
    assert client.post(make, follow=True).content == first
