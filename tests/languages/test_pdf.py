"""A PDF says in which language it is, in all that is not in its sentences too."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from django.utils.translation import override
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import TextBox

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import in_language
from dialoog.report.body.report import build_report
from dialoog.report.download import ASSETS, filename, render_html
from dialoog.report.editions import ADDRESSES, PDFS, Edition
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.fetcher import AssetFetcher
from dialoog.report.pdf.stylesheets import STYLESHEETS
from tests.advice.test_golden_cases import CASES
from tests.builders import real_catalogue, real_document
from tests.report.pdf.overprint import beside_the_page, broken_too_soon, overprinted
from tests.report.pdf.structure import structure_problems
from tests.report.pdf.test_length import laid_out
from tests.report.test_report import COVER

pytestmark = [pytest.mark.pdf, pytest.mark.slow]
DECIDES = "vertaling"
"""The anchor of what only a translation says."""


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with override(request.param):
        yield request.param


def html_of(language: str, edition: Edition, case: str = "B34") -> str:
    catalogue = real_catalogue() if language == "nl" else read_catalogue(in_language(real_document(), language))
    answers = next(c["answers"] for c in CASES if c["id"] == case)
    conclusion = Conclusion.of(catalogue, Answers.from_json(catalogue, answers))
    cover = replace(COVER, title="Lonen & <werk>")
    return render_html(build_report(catalogue, conclusion, cover), edition)


def feet_of(html: str) -> list[str]:
    """What stands at the foot of each page."""
    fetcher, base = AssetFetcher(ASSETS), ASSETS.resolve().as_uri() + "/"
    sheets = [CSS(url=base + name, url_fetcher=fetcher) for name in STYLESHEETS]
    pages = HTML(string=html, base_url=base, url_fetcher=fetcher).render(stylesheets=sheets).pages
    return [
        "".join(part.text for part in box.descendants() if isinstance(part, TextBox))
        for page in pages
        for box in page._page_box.children
        if getattr(box, "at_keyword", "") == "@bottom-right"
    ]


@pytest.mark.parametrize("edition", PDFS)
def test_it_is_sound_in_its_language(language: str, edition: Edition) -> None:
    html = html_of(language, edition)
    with collect_warnings() as warnings:
        content = write_pdf(html, ASSETS, STYLESHEETS)

    assert list(warnings) == []
    assert structure_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo["/Title"]) == "Lonen & <werk>"


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("case", ["P1", "B34", "N03", "N04"])
def test_every_text_has_its_place_and_no_line_ends_too_soon(language: str, edition: Edition, case: str) -> None:
    pages = laid_out(html_of(language, edition, case))

    assert [found for page in pages for found in (*overprinted(page), *beside_the_page(page))] == []
    assert [found for page in pages for found in broken_too_soon(page)] == []


def test_what_is_not_translated_says_so_in_a_pdf_too() -> None:
    with override("en"):
        html = html_of("xx", Edition.DOSSIER)
    with collect_warnings() as warnings:
        content = write_pdf(html, ASSETS, STYLESHEETS)

    assert list(warnings) == []
    assert structure_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        languages = [str(item.Lang) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item]
    assert languages.count("en") == 1
    assert languages.count("nl") > 100


def test_the_pages_are_counted_in_its_language(language: str) -> None:
    feet = feet_of(html_of(language, Edition.DOSSIER))

    assert len(feet) > 3
    begin, between = ("Pagina", "van") if language == "nl" else ("Page", "of")
    assert feet[-1] == f"{begin} {len(feet) + 1} {between} {len(feet) + 1}"


@pytest.mark.parametrize("edition", list(Edition))
def test_only_a_translation_says_that_the_dutch_text_decides(language: str, edition: Edition) -> None:
    html = html_of(language, edition)

    assert html.count(f'id="{DECIDES}"') == (language != "nl")
    assert ("the Dutch text" in html) == (language != "nl")


def test_a_download_is_named_in_its_language(language: str) -> None:
    name = filename("", "ABCD-2345", ADDRESSES[Edition.ADVICE])

    assert name == ("samenwerken-advies-ABCD-2345.pdf" if language == "nl" else "working-together-advice-ABCD-2345.pdf")
