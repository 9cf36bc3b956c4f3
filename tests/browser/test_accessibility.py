"""axe finds nothing, nothing scrolls sideways, and no text gets lost, on every kind of page, narrow and wide."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import axe_findings
from tests.browser.visitor import Visitor
from tests.wizard.content import build_short_document, publish

WIDTHS = [320, 1280]
EVERYTHING = {"doelen": ["kennis", "toegang", "logistiek", "advies", "efficientie"], "hoofddoel": ["kennis"]}
ANSWERS = {
    **EVERYTHING,
    "kennisvraag": ["wetgeving"],
    "diepgang": ["snel"],
    "logistieke_taken": ["vervoer_verblijf"],
    "hulp_ter_plaatse": ["ngo"],
    "adviesvraag": ["stroef_gesprek"],
    "zelfde_gesprek": ["ja"],
    "bekende_partijen": ["branche"],
    "samenwerking": ["loopt_stroef"],
}
"""Every step of the questionnaire is asked."""


TOO_LONG = "field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(121) }"
ADD_STYLE = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }"
"""The Content-Security-Policy keeps out style elements; this is what a reader's own extension would do."""


KNOWLEDGE = (
    "/kennis/",
    "/kennis/doelen/kennis/",
    "/kennis/partners/lokale_ngo/",
    "/kennis/voorbeelden/pakistan_loon/",
    "/kennis/tips/",
    "/kennis/hulpmiddelen/",
    "/kennis/vragen/",
    "/en/knowledge/terms/",
    "/en/knowledge/search/?q=local+trade+union",
    "/kennis/zoeken/?q=xqzwv",
)
"""One of each kind."""


def trouble(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return axe_findings(page) + ([f"scrolls {wider} px sideways"] if wider > 0 else [])


def steps_with_and_without_errors(visitor: Visitor) -> Iterator[str]:
    visitor.begin()
    while visitor.step != "controle":
        yield visitor.step
        visitor.press("Volgende stap")
        yield f"{visitor.step} with an error"
        visitor.choose_all(**ANSWERS)
        visitor.press("Volgende stap")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_step(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})

    found = {place: trouble(visitor.page) for place in steps_with_and_without_errors(visitor)}

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert len(found) == 30
    assert visitor.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_start_check_report_and_the_pages_around_them(visitor: Visitor, width: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    found = {"home": trouble(page)}
    for path in ("/privacy/", "/toegankelijkheid/", "/bestaat-niet/", *KNOWLEDGE):
        page.goto(visitor.site + path)
        found[path] = trouble(page)
    page.goto(visitor.site)
    visitor.begin().walk_to("controle", **ANSWERS)
    found["check"] = trouble(page)
    page.get_by_label("Titel van het rapport").evaluate(TOO_LONG)
    visitor.press("Toon mijn advies")
    found["check with an error"] = trouble(page)
    page.get_by_label("Titel van het rapport").fill("Titel met 漢字")
    visitor.press("Toon mijn advies")
    found["check with a notice"] = trouble(page)
    page.get_by_label("Titel van het rapport").fill("Titel")
    visitor.press("Bewaar en ga later verder")
    found["later"] = trouble(page)
    page.get_by_role("link", name="Ga nu verder met de vragen").click()
    visitor.press("Toon mijn advies")
    found["report"] = trouble(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Delen, wijzigen of verwijderen").click()
    found["manage"] = trouble(page)
    visitor.press("Maak een nieuwe link; de oude werkt dan niet meer")
    found["a new link"] = trouble(page)
    assert page.evaluate("document.activeElement.innerText").startswith("Er is een nieuwe link.")
    visitor.press("Stop met delen; de link werkt dan niet meer")
    found["no link"] = trouble(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Verwijder dit advies").click()
    found["delete"] = trouble(page)

    assert {place: findings for place, findings in found.items() if findings} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_an_answer_that_no_longer_fits(visitor: Visitor, width: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    publish(build_short_document())
    visitor.begin()
    for question, option in [("doelen", "kennis"), ("plaats", "productieland"), ("partijen", "bond")]:
        visitor.choose(question, option)
        visitor.press("Volgende stap")
    visitor.press("Wijzig je antwoord op: plaats?")
    visitor.choose("plaats", "nederland")
    visitor.press("Bewaar en terug naar je antwoorden")
    found = {"step": trouble(page)}
    with page.expect_navigation():
        page.get_by_role("button", name="Terug naar je antwoorden", exact=True).click()
    found["check"] = trouble(page)

    assert found == {"step": [], "check": []}
    assert visitor.complaints == []


def test_with_wider_text_spacing_nothing_is_cut_off(visitor: Visitor) -> None:
    visitor.begin()
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    visitor.page.evaluate(ADD_STYLE, spacing)

    assert trouble(visitor.page) == []


def test_in_forced_colours_the_chosen_answer_shows(visitor: Visitor) -> None:
    visitor.page.emulate_media(forced_colors="active")
    visitor.begin()
    box = visitor.page.locator("main input[type=checkbox]").first
    before = box.screenshot()
    box.check()

    assert box.screenshot() != before
    assert axe_findings(visitor.page) == []
