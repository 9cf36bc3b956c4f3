"""A variant and its origin side by side in a browser: nothing scrolls sideways, and what is heard is a table."""

import pytest

from tests.browser.test_accessibility import WIDTHS, trouble
from tests.browser.visitor import Visitor


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_variant_is_compared_with_one_click(visitor: Visitor, width: int, language: str) -> None:
    page = visitor.page
    visitor.begin().finish()
    visitor.press("Probeer een variant")
    visitor.press("Wijzig je antwoord op: Hoeveel tijd heb je om een samenwerking op te bouwen?")
    visitor.choose("tijdlijn", "krap")
    visitor.press("Bewaar en terug naar je antwoorden")
    visitor.press("Toon mijn advies")
    page.set_viewport_size({"width": width, "height": 800})
    with page.expect_navigation():
        page.get_by_role("link", name="Bekijk de vergelijking met het andere advies").click()
    if language == "en":
        with page.expect_navigation():
            page.get_by_role("link", name="English").click()
    names = {"nl": ("Antwoorden die verschillen", "Vraag"), "en": ("Answers that differ", "Question")}[language]

    table = page.get_by_role("table", name=names[0])

    assert trouble(page) == []
    assert visitor.complaints == []
    assert [cell.split()[0] for cell in table.get_by_role("columnheader").all_inner_texts()] == [names[1], "A", "B"]
    assert table.get_by_role("rowheader").count() == 1
    assert table.get_by_role("cell").count() == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_links_are_pasted_without_a_report(visitor: Visitor, width: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    with page.expect_navigation():
        page.get_by_role("link", name="Vergelijk adviezen die er al zijn").click()
    found = {"empty": trouble(page)}
    page.get_by_label("Links van adviezen").fill("geen link")
    visitor.press("Vergelijk")
    found["with an error"] = trouble(page)

    assert found == {"empty": [], "with an error": []}
    assert page.evaluate("document.activeElement.innerText").startswith("Pas dit eerst aan")
    assert visitor.complaints == []
