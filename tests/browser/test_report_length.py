"""A report that is read in two minutes: how much of it is in view, in a real browser, for every case of the experts."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from playwright.sync_api import Page, Route

from dialoog.report.editions import Edition
from tests.advice.test_golden_cases import CASES
from tests.report.test_report import report_of

pytestmark = pytest.mark.slow
ADDRESS = "http://rapport.test/"
EXPERTS = [case["id"] for case in CASES if case["id"][0] in "PB"]
MEASURE = r"""() => ({
  words: document.body.innerText.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length,
  height: document.documentElement.scrollHeight,
  width: document.documentElement.scrollWidth,
  summary: document.querySelector("#in-het-kort").getBoundingClientRect().bottom,
})"""
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}


class Length(NamedTuple):
    case: str
    words: int
    screens: float
    summary: int
    """Where the first chapter ends, in pixels from the top of the page."""
    width: int


def lengths(page: Page, cases: list[str], size: dict[str, int]) -> list[Length]:
    """With all folds closed. The pages come without a server: the answers in between are not what is measured."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    found = []
    page.route("**/*", answer)
    for case in cases:
        page.goto(ADDRESS + case)
        page.evaluate("document.fonts.ready")
        seen: dict[str, Any] = page.evaluate(MEASURE)
        screens = round(seen["height"] / size["height"], 1)
        found.append(Length(case, seen["words"], screens, round(seen["summary"]), seen["width"]))
    return found


def page_of(case: str) -> str:
    return render_to_string("report/page.html", {"report": report_of(case), "edition": Edition.PAGE})


def answer(route: Route) -> None:
    answer_with(page_of, route)


def answer_with(page_of: Callable[[str], str], route: Route) -> None:
    """The page of a case, and its style sheets and fonts."""
    _, is_static, name = route.request.url.partition("/static/")
    if is_static:
        route.fulfill(path=Path(str(finders.find(name))))
    else:
        html = page_of(route.request.url.removeprefix(ADDRESS))
        route.fulfill(body=html, content_type="text/html; charset=utf-8")


def show(title: str, found: list[Length]) -> None:
    print(f"\n{title}\n{'case':6}{'words':>7}{'screens':>9}{'summary':>9}")
    for length in found:
        print(f"{length.case:6}{length.words:7}{length.screens:9}{length.summary:9}")
    print(f"median{median(length.words for length in found):7}{median(length.screens for length in found):9}")


def test_a_report_is_short_and_the_first_screen_of_a_laptop_holds_the_answer(
    page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    found = lengths(page, EXPERTS, LAPTOP)

    with capsys.disabled():
        show("Reports at 1280 x 800, folds closed", found)
    assert len(found) == 44
    assert median(length.words for length in found) <= 1500
    assert [length for length in found if length.words > 1900 or length.screens > 12] == []
    assert [length for length in found if length.summary > LAPTOP["height"]] == []


def test_two_screens_of_a_phone_hold_it_too(page: Page) -> None:
    found = lengths(page, EXPERTS, PHONE)

    assert [length for length in found if length.summary > 2 * PHONE["height"]] == []
    assert [length for length in found if length.width > PHONE["width"]] == []


@pytest.mark.parametrize("case", ["P1", "B34", "N07"])
def test_the_first_chapter_has_a_beginning_a_caution_and_three_actions(page: Page, case: str) -> None:
    report = report_of(case)
    lengths(page, [case], LAPTOP)
    summary = page.locator("#in-het-kort")

    assert summary.locator(".action").count() == 3
    assert summary.locator(".opening").count() == len(report.beginning.openings)
    assert summary.locator(".alert").count() == bool(report.main_caution)
    if not report.beginning.openings:
        assert summary.get_by_role("heading", name=report.beginning.no_start.title).is_visible()
        assert "Maak je meer tijd? Dan kun je beginnen met" in summary.inner_text()


def test_a_printed_page_has_what_is_open_and_no_controls(page: Page) -> None:
    lengths(page, ["P1"], LAPTOP)
    page.locator("#meer > .fold > summary").first.click()
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()

    assert "Waar gaat het om?" in text
    assert "De andere tips" not in text
    assert "Omdat je antwoordde" not in text
    assert "In dit advies" not in text


@pytest.mark.parametrize("case", ["P1", "B36", "N03"])
def test_nothing_on_the_page_needs_colours_or_runs_over_at_twice_the_size(page: Page, case: str) -> None:
    """There is no picture or table in a report; large text and spacing of one's own fit a phone."""
    page.emulate_media(forced_colors="active")
    lengths(page, [case], PHONE)
    page.add_style_tag(content="html { font-size: 200% } * { letter-spacing: 0.12em; word-spacing: 0.16em }")

    assert page.locator(".report svg, .report table, .summary svg").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
