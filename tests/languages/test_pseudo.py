"""The PDFs in a language with longer words; `browser/test_pseudo.py` has the pages."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.utils.translation import override
from weasyprint import Page

from dialoog.report.download import ASSETS, render_html
from dialoog.report.editions import PDFS, Edition
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.stylesheets import STYLESHEETS
from tests.languages.pseudo import LONGER, dates, pseudo, pseudo_report, untranslated, words_of
from tests.languages.third import THIRD, spoken
from tests.report.pdf.overprint import beside_the_page, broken_too_soon, overprinted
from tests.report.pdf.structure import structure_problems
from tests.report.pdf.test_length import laid_out
from tests.words.dutch import texts_in

REPORTS = ["P1", "B34", "N03", "N04", "N07"]
MOST_PAGES = {"P1": 8, "B34": 8, "N03": 10, "N04": 10, "N07": 8}
"""Of the short PDF in Dutch, as `test_length.py` has them."""


@pytest.fixture
def third(tmp_path: Path) -> Iterator[None]:
    with spoken(tmp_path, words_of()), override(THIRD):
        yield


@cache
def html_of(case: str, edition: Edition) -> str:
    return render_html(pseudo_report(case), edition)


@cache
def pages_of(case: str, edition: Edition) -> list[Page]:
    return laid_out(html_of(case, edition))


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("case", REPORTS)
def test_every_text_of_a_pdf_is_translated_and_has_its_place(third: None, case: str, edition: Edition) -> None:
    pages = pages_of(case, edition)

    assert list(untranslated(texts_in(html_of(case, edition), THIRD), ["Titel", *dates()])) == []
    assert [found for page in pages for found in (*overprinted(page), *beside_the_page(page))] == []
    assert [found for page in pages for found in broken_too_soon(page)] == []


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.parametrize("case", REPORTS)
def test_the_advice_grows_with_its_words_and_no_more(third: None, case: str) -> None:
    assert len(pages_of(case, Edition.ADVICE)) <= MOST_PAGES[case] * LONGER


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.parametrize("edition", PDFS)
def test_it_is_sound(third: None, edition: Edition) -> None:
    with collect_warnings() as warnings:
        content = write_pdf(html_of("B34", edition), ASSETS, STYLESHEETS)

    assert list(warnings) == []
    assert structure_problems(content) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nee", "Ñéé ŵ"),
        ("", ""),
        ("\n- Lees [meer](https://x.nl/meer)\n", "\n- Ĺééš [mééŕ](https://x.nl/meer) ŵöŕ\n"),
        ("<b>%(a)s</b> en {land} is 100%%.", "<b>%(a)s</b> éñ {land} íš 100%%. ŵöŕđ"),
        ("1. Een", "1. Ééñ ŵ"),
    ],
)
def test_a_text_keeps_what_is_not_words(text: str, said: str) -> None:
    assert pseudo(text) == said


def test_words_without_accents_were_never_translated() -> None:
    said = ["Ŵöŕđ", "PDF ŵ", "Code YPQ5-UW39", "Dit íš", "https://ser.nl", "Titel 2"]

    assert list(untranslated(said, ["Code", "Titel", "PDF"])) == ["Dit íš"]
