"""The real report as PDF: sound in its structure, complete, and harmless whatever the visitor typed."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pikepdf
import pytest

from dialoog.report.download import ASSETS, render_html
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.stylesheets import STYLESHEETS
from dialoog.report.report import Cover, Report, build_report
from tests.advice.test_golden_cases import CASES
from tests.builders import build_conclusion, real_catalogue
from tests.report.pdf.structure import structure_problems

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def report_of(case: str, **words: str) -> Report:
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    cover = {"title": "Lonen in de keten", "organisation": "Bedrijf", "contact": "", **words}
    rest: dict[str, Any] = {"release_number": 1, "release_date": NOW, "code": "ABCD-2345"}
    dated = Cover(**cover, **rest, completed_at=NOW, expires_at=NOW + timedelta(days=90))
    return build_report(real_catalogue(), build_conclusion(answers), dated)


def pdf_of(report: Report) -> bytes:
    with collect_warnings() as warnings:
        content = write_pdf(render_html(report), ASSETS, STYLESHEETS)
    assert list(warnings) == []
    return content


@pytest.mark.parametrize("case", ["P1", "P6", "B10", "B34", "B36"])
def test_the_structure_is_sound_and_nothing_is_warned_about(case: str) -> None:
    assert structure_problems(pdf_of(report_of(case))) == []


def test_the_longest_words_emoji_and_markup_give_a_sound_pdf() -> None:
    words = {"title": "W" * 120, "organisation": "<script>alert(1)</script>" * 4, "contact": "👩‍👩‍👧 שלום {{ x }}" * 8}

    assert structure_problems(pdf_of(report_of("B34", **words))) == []


def test_title_language_and_bookmarks_are_set() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(report_of("P1")))) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Lonen in de keten")
        assert str(pdf.Root.Lang) == "nl"
        with pdf.open_outline() as outline:
            assert len(outline.root[0].children) > 5


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf_of(report_of("B10")) == pdf_of(report_of("B10"))
