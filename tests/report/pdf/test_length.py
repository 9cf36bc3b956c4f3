"""How long the PDFs are, and that none of their pages is left nearly empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from weasyprint import CSS, HTML, Page
from weasyprint.formatting_structure.boxes import LineBox

from dialoog.report.download import ASSETS, render_html
from dialoog.report.editions import PDFS, Edition
from dialoog.report.pdf.document import FONTS, collect_warnings, write_pdf
from dialoog.report.pdf.fetcher import AssetFetcher
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS
from tests.advice.test_golden_cases import CASES
from tests.report.longest import longest_catalogue
from tests.report.pdf.structure import structure_problems
from tests.report.test_report import report_of

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
BASE = ASSETS.as_uri() + "/"
EXPERTS = [case["id"] for case in CASES if case["id"][0] in "PB"]


@dataclass(frozen=True)
class Shown:
    """What a test asks of a page; the page itself holds everything that was laid out."""

    filled: float
    """How far down the last line of text stands, as a part of the height between the margins."""
    ids: frozenset[str]
    """Of the elements that it shows something of."""


@cache
def pages_of(case: str, edition: Edition) -> list[Shown]:
    """Laid out once for all tests here."""
    return shown(render_html(report_of(case), edition))


def shown(html: str) -> list[Shown]:
    return [Shown(filled(page), frozenset(ids(page))) for page in laid_out(html)]


def laid_out(html: str) -> list[Page]:
    page = HTML(string=html, base_url=BASE, url_fetcher=AssetFetcher(ASSETS))
    return list(page.render(stylesheets=sheets(), font_config=FONTS).pages)


@cache
def sheets() -> list[CSS]:
    """Read once, as in `document.py`."""
    return [CSS(url=BASE + name, url_fetcher=AssetFetcher(ASSETS), font_config=FONTS) for name in STYLESHEETS]


def filled(page: Page) -> float:
    box = page._page_box
    top = box.content_box_y()
    lines = (line for line in box.descendants() if isinstance(line, LineBox))
    inside = [line.position_y + line.height - top for line in lines if top <= line.position_y <= top + box.height]
    return float(max(inside, default=0) / box.height)


def ids(page: Page) -> Iterator[str]:
    for box in page._page_box.descendants():
        if box.element is not None and box.element.get("id"):
            yield box.element.get("id")


def test_the_advice_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    counts = {case: len(pages_of(case, Edition.ADVICE)) for case in EXPERTS}

    with capsys.disabled():
        print("\nPages of the short PDF:", ", ".join(f"{case} {count}" for case, count in counts.items()))
    assert len(counts) == 44
    assert median(counts.values()) <= 6
    assert {case: count for case, count in counts.items() if count > 8} == {}


@pytest.mark.parametrize("case", ["N03", "N04"])
def test_it_is_not_much_longer_with_seven_goals(case: str) -> None:
    assert len(report_of(case).goals) == 7
    assert len(pages_of(case, Edition.ADVICE)) <= 10


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("case", ["P1", "P3", "P6", "B10", "B19", "B24", "B34", "B36", "N03", "N04", "N07", "N08"])
def test_no_page_but_the_last_is_filled_under_a_third(case: str, edition: Edition) -> None:
    pages = pages_of(case, edition)

    assert [round(page.filled, 2) for page in pages[:-1] if page.filled < 1 / 3] == []


@pytest.mark.parametrize("case", ["P1", "B34", "N07"])
def test_the_first_page_of_the_advice_holds_the_first_chapter_and_nothing_else(case: str) -> None:
    first, second, *_others = (page.ids for page in pages_of(case, Edition.ADVICE))

    assert [chapter.slug for chapter in report_of(case).chapters if chapter.slug in first] == ["in-het-kort"]
    assert "in-het-kort" not in second


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("case", ["P1", "B10"])
def test_texts_as_long_as_the_admin_takes_them_give_a_good_pdf(case: str, edition: Edition) -> None:
    html = render_html(report_of(case, longest_catalogue()), edition)

    with collect_warnings() as warnings:
        content = write_pdf(html, ASSETS, STYLESHEETS)

    assert list(warnings) == []
    assert structure_problems(content) == []
    assert [round(page.filled, 2) for page in shown(html)[:-1] if page.filled < 1 / 3] == []


@pytest.mark.parametrize("edition", PDFS)
def test_the_longest_possible_pdf_is_made_within_the_limits(edition: Edition, tmp_path: Path) -> None:
    """Of time and memory, see `child.py`: with seven goals there is most to say."""
    html = render_html(report_of("N03", longest_catalogue()), edition)

    assert render(html, ASSETS, STYLESHEETS, lock_path=tmp_path / "pdf.lock").startswith(b"%PDF")
