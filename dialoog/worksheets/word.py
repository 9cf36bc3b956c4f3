"""A Sheet as a document for Word. The library's template says that it is English and made by the library; not here."""

import io
from datetime import UTC, datetime
from functools import cache
from typing import Any

from docx import Document as new_document
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.package import OpcPackage
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from dialoog.worksheets.formats import locale_of
from dialoog.worksheets.sheet import Block, Heading, Listing, Paragraph, Sheet, Table, Text

FONT = "Calibri"
INK = RGBColor(0x14, 0x28, 0x4B)
"""That of the site, which is dark enough for every size."""
BLANK, ASIDE = "Invulplek", "Toelichting"
"""Our own styles: somebody can change all places to fill in at once."""
NOT_NEEDED = ("stylesWithEffects", "thumbnail", "customXml", "extended-properties")
"""Parts of the library's template: half a megabyte that no document here uses, and whose computer it was made on."""
MARGIN, WIDTH, HEIGHT = Mm(25), Mm(210), Mm(297)
AIR = Mm(1)
"""Above and below the text of a cell."""


def write_word(sheet: Sheet) -> bytes:
    document = new_document(io.BytesIO(_template()))
    _describe(document, sheet)
    _phrases(document.add_paragraph(style="Heading 1"), sheet.title)
    for block in sheet.blocks:
        _add(document, block)
    return _saved(document)


def _describe(document: Document, sheet: Sheet) -> None:
    """Its properties, and the language of all that says no other."""
    core, now = document.core_properties, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    code = _code(sheet.language)
    core.title, core.author, core.last_modified_by = sheet.name[:255], sheet.author[:255], sheet.author[:255]
    core.comments, core.language, core.created, core.modified = "", code, now, now
    defaults = document.styles.element.find(qn("w:docDefaults"))
    language = defaults.find(f".//{qn('w:lang')}")
    for name in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{name}"), code)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            heading = document.add_paragraph(style=f"Heading {block.level}")
            heading.paragraph_format.page_break_before = block.on_new_page or None
            _phrases(heading, block.text)
        case Paragraph():
            _phrases(document.add_paragraph(style=ASIDE if block.is_aside else "Normal"), block.text)
        case Listing():
            for item in block.items:
                _phrases(document.add_paragraph(style="List Bullet"), item)
        case Table():
            _table(document, block)


def _table(document: Document, block: Table) -> None:
    """Its first row comes back on every page, and no row is torn in two."""
    table = document.add_table(rows=1 + len(block.rows), cols=len(block.header), style="Table Grid")
    table.autofit = False
    widths = [round((WIDTH - 2 * MARGIN) * share) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(table.rows, (block.header, *block.rows), strict=True):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if texts is block.header:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            _phrases(cell.paragraphs[0], text, bold=texts is block.header)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), block.name)
    table._tbl.tblPr.append(caption)
    document.add_paragraph()


def _phrases(paragraph: WordParagraph, text: Text, *, bold: bool = False) -> None:
    for phrase in text:
        run = paragraph.add_run(phrase.shown, style=BLANK if phrase.is_blank else None)
        run.bold = bold or None
        if phrase.language:
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), _code(phrase.language))
            run._r.get_or_add_rPr().append(language)


@cache
def _template() -> bytes:
    """The library's own, on A4, in one font, and without what it brings along of others."""
    document = new_document()
    _leave_out(document)
    section = document.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        _in_one_font(document.styles[name])
    for name, size in {"Normal": 11, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12}.items():
        document.styles[name].font.size = Pt(size)
    blank: Any = document.styles.add_style(BLANK, WD_STYLE_TYPE.CHARACTER)
    blank.font.underline, blank.font.color.rgb = True, INK
    _give_air(document.styles["Table Grid"])
    aside: Any = document.styles.add_style(ASIDE, WD_STYLE_TYPE.PARAGRAPH)
    aside.base_style, aside.font.italic = document.styles["Normal"], True
    return _saved(document)


def _give_air(grid: Any) -> None:
    for side in ("top", "bottom"):
        grid.element.find(f".//{qn('w:tblCellMar')}/{qn(f'w:{side}')}").set(qn("w:w"), str(AIR.twips))


def _in_one_font(style: Any) -> None:
    """The template names fonts of a theme, which go before any other."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    style.font.color.rgb = INK


def _leave_out(document: Document) -> None:
    package: OpcPackage = document.part.package
    for holder in (document.part, package):
        for key, relation in list(holder.rels.items()):
            if any(relation.reltype.endswith(end) for end in NOT_NEEDED):
                del holder.rels[key]
    for style in list(document.styles.element.style_lst):
        if style.type == WD_STYLE_TYPE.TABLE and style.name_val not in ("Normal Table", "Table Grid"):
            document.styles.element.remove(style)


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _code(language: str) -> str:
    return "-".join(filter(None, locale_of(language)))
