"""Reading and searching: headings fit on a telephone, and the source unfolds where a search leads."""

import pytest
from django.utils.translation import override
from playwright.sync_api import expect

from dialoog.knowledge.shelf import Shelf
from tests.browser.test_accessibility import trouble
from tests.browser.visitor import Visitor
from tests.builders import real_catalogue

pytestmark = pytest.mark.slow

BROKEN_WORDS = """() => {
  const heading = document.querySelector("h1").firstChild;
  return [...heading.data.matchAll(/[^\\s-]+-?/g)].filter(({0: word, index}) => {
    const range = document.createRange();
    range.setStart(heading, index);
    range.setEnd(heading, index + word.length);
    return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
  }).map(([word]) => word);
}"""
"""This browser knows no place to hyphenate, so a word that does not fit breaks anywhere."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_of_a_heading_breaks_on_a_narrow_telephone(visitor: Visitor, language: str) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    with override(language):
        addresses = [subject.url for subject in Shelf(real_catalogue()).pages.values()]
    broken = {}
    for address in addresses:
        visitor.page.goto(visitor.site + address)
        broken[address] = visitor.page.evaluate(BROKEN_WORDS)

    assert {address: words for address, words in broken.items() if words} == {}


def test_where_a_search_finds_it_in_the_source_the_fold_is_open(visitor: Visitor) -> None:
    page, said = visitor.page, "een veilige plek voor klachten"
    page.goto(f"{visitor.site}/kennis/voorbeelden/rajasthan_dialoog/")
    expect(page.get_by_text(said)).to_be_hidden()
    page.goto(f"{visitor.site}/kennis/zoeken/?q=klacht")
    visitor.follow("Gesprek met mensen die informeel werken in Rajasthan")

    expect(page.get_by_text(said)).to_be_visible()
    assert trouble(page) == []


def test_paper_shows_the_source_for_who_unfolded_it(visitor: Visitor) -> None:
    """It is half of a page in print, and who reads on paper asked for the page."""
    page = visitor.page
    page.goto(f"{visitor.site}/kennis/doelen/kennis/")
    page.emulate_media(media="print")
    expect(page.locator("#bron")).to_be_hidden()

    page.locator("summary", has=page.get_by_role("heading", name="Waar dit in de bron staat")).click()

    expect(page.locator("#bron")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("typed", ["vakbnod", "keten winkel", "supermarkt", "MSI", "klachtenmechanisme"])
def test_what_was_searched_for_is_accessible_and_fits(visitor: Visitor, typed: str, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})
    visitor.page.goto(f"{visitor.site}/kennis/zoeken/?q={typed}")

    assert trouble(visitor.page) == []
    assert visitor.complaints == []
