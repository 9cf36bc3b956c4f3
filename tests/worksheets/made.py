"""Sheets to test with, of the real content, and what an opened document holds."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from zipfile import ZipFile

import docx
import odfdo
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.report.body.report import Report, build_report
from dialoog.worksheets.formats import Format
from dialoog.worksheets.making import sheets_of
from dialoog.worksheets.packing import write
from dialoog.worksheets.partners import partners_of
from dialoog.worksheets.sheet import Heading, Sheet, Table, plain
from dialoog.worksheets.tasks import Noted
from tests.answers import ANSWERS
from tests.builders import real_catalogue
from tests.report.test_report import COVER

ARABIC = "الحوار مع النقابات في سلسلة التوريد " * 9
"""Some 300 characters."""
WORDS = {"title": "Lonen in Kenia", "organisation": "ACME & <b>zonen</b>", "contact": "Els", "region": "Kenia"}


def report_of(
    catalogue: Catalogue | None = None,
    *,
    cover: dict[str, str] | None = None,
    remarks: dict[str, str] | None = None,
    **changes: Any,
) -> Report:
    """Of a company that has something to say about everything."""
    catalogue = catalogue or real_catalogue()
    suspicious = {"leverancier_houding": ["terughoudend"], "toezeggingen": ["vergoeding", "project"]}
    answers = {slug: tuple(options) for slug, options in {**ANSWERS, **suspicious, **changes}.items()}
    conclusion = Conclusion.of(catalogue, Answers.from_chosen(catalogue, answers))
    return build_report(catalogue, conclusion, replace(COVER, **(WORDS if cover is None else cover)), remarks or {})


def sheets(report: Report | None = None, *, partner: bool = True, noted: Noted | None = None) -> dict[str, Sheet]:
    report = report or report_of()
    return {sheet.slug: sheet for sheet in sheets_of(report, partners_of(report)[0] if partner else None, noted or {})}


def texts_of(sheet: Sheet) -> list[str]:
    """In the order of reading, without cells that are there to write in."""
    return [said for text in sheet.texts if (said := plain(text))]


def headings_of(sheet: Sheet) -> list[tuple[int, str]]:
    found = [(block.level, plain(block.text)) for block in sheet.blocks if isinstance(block, Heading)]
    return [(1, plain(sheet.title)), *found]


def headers_of(sheet: Sheet) -> list[list[str]]:
    return [list(map(plain, block.header)) for block in sheet.blocks if isinstance(block, Table)]


@dataclass(frozen=True)
class Opened:
    """A document as another program reads it."""

    texts: list[str]
    headings: list[tuple[int, str]]
    headers: list[list[str]]
    """Rows of tables that come back on every page."""
    languages: set[str]
    """Of its text, and as its properties say."""
    title: str
    author: str
    parts: dict[str, bytes]


def opened(sheet: Sheet, form: Format) -> Opened:
    content = write(sheet, form)
    with ZipFile(io.BytesIO(content)) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    return _word(content, held) if form is Format.WORD else _odt(content, held)


def _word(content: bytes, parts: dict[str, bytes]) -> Opened:
    document = docx.Document(io.BytesIO(content))
    texts = [WordParagraph(element, document.part).text for element in document.element.body.iter(qn("w:p"))]
    heads = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    defaults = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    return Opened(
        texts=[text for text in texts if text],
        headings=[(int(name.removeprefix("Heading ")), text) for name, text in heads],
        headers=[
            [cell.text for cell in row.cells]
            for table in document.tables
            for row in table.rows
            if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
        ],
        languages={document.core_properties.language, *defaults.attrib.values()},
        title=document.core_properties.title,
        author=document.core_properties.author,
        parts=parts,
    )


def _odt(content: bytes, parts: dict[str, bytes]) -> Opened:
    document = odfdo.Document(io.BytesIO(content))
    found = [element for element in document.body.xpath("descendant::text:h|descendant::text:p") if _text(element)]
    heads = [(int(element.get_attribute("text:outline-level")), _text(element)) for element in document.body.headers]
    rows = document.body.xpath("descendant::table:table-header-rows/table:table-row")
    return Opened(
        texts=[_text(element) for element in found],
        headings=heads,
        headers=[[_text(cell) for cell in row.xpath("table:table-cell")] for row in rows],
        languages={document.meta.language or "", *_odt_languages(document)},
        title=document.meta.title or "",
        author=document.meta.initial_creator or "",
        parts=parts,
    )


def _text(element: Any) -> str:
    return str(element.inner_text).strip()


def _odt_languages(document: Any) -> Iterator[str]:
    for style in document.get_styles():
        if style.tag == "style:default-style":
            for properties in style.get_elements("style:text-properties"):
                if language := properties.get_attribute("fo:language"):
                    yield f"{language}-{properties.get_attribute('fo:country')}"
