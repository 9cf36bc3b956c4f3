"""A Sheet as an OpenDocument text, the open standard of the Dutch government. The library's template is in French."""

import io
from datetime import UTC, datetime

from odfdo import Cell, Column, Document, Element, Header, HeaderRows, List, ListItem, Row, Span
from odfdo import Paragraph as OdtParagraph
from odfdo import Table as OdtTable

from dialoog.worksheets.formats import locale_of
from dialoog.worksheets.sheet import Block, Heading, Listing, Paragraph, Sheet, Table, Text

BODY, BULLETS = "Text_20_body", "Opsomming"
BLANK, ASIDE, CELL, HEAD = "Invulplek", "Toelichting", "Cel", "Kop_20_van_20_tabel"
TABLE, ROW, FRAME = "Tabel", "Rij", "Kader"
NEW_PAGE = "Kop_op_nieuwe_pagina_"
"""And the level of the heading."""
FONT = "Liberation Sans"
HEADINGS = {1: "20pt", 2: "14pt", 3: "12pt"}
"""Sizes by level."""
INK = "#14284b"
STYLES = (
    f'<style:style style:name="{BLANK}" style:family="text">'
    f'<style:text-properties style:text-underline-style="solid" fo:color="{INK}"/></style:style>',
    f'<style:style style:name="{ASIDE}" style:family="paragraph" style:parent-style-name="{BODY}">'
    '<style:text-properties fo:font-style="italic"/></style:style>',
    f'<style:style style:name="{CELL}" style:family="paragraph" style:parent-style-name="Standard"/>',
    f'<style:style style:name="{HEAD}" style:display-name="Kop van tabel" style:family="paragraph"'
    f' style:parent-style-name="{CELL}"><style:text-properties fo:font-weight="bold"/></style:style>',
    f'<text:list-style style:name="{BULLETS}"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.6cm"'
    ' fo:text-indent="-0.6cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style>",
)
FRAMED = (
    f'<style:style style:name="{FRAME}" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #6d7588" fo:padding="0.1cm"/></style:style>'
)

WHOLE = (
    f'<style:style style:name="{ROW}" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
)
WIDE = (
    f'<style:style style:name="{TABLE}" style:family="table">'
    '<style:table-properties table:align="margins"/></style:style>'
)


def write_odt(sheet: Sheet) -> bytes:
    document = Document("text")
    document.body.clear()
    _describe(document, sheet)
    _prepare(document, sheet)
    document.body.append(_filled(_header(1, _heading(1)), sheet.title))
    for block in sheet.blocks:
        for element in _elements(block):
            document.body.append(element)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _describe(document: Document, sheet: Sheet) -> None:
    meta, now = document.meta, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    meta.title, meta.language, meta.generator = sheet.name, _code(sheet.language), "dialoog"
    meta.initial_creator, meta.creator = sheet.author, sheet.author
    meta.creation_date, meta.date = now, now


def _prepare(document: Document, sheet: Sheet) -> None:
    """The language of all that says no other, one font, and our own styles."""
    language, country = locale_of(sheet.language)
    for style in document.get_styles():
        for properties in style.get_elements("style:text-properties"):
            if properties.get_attribute("fo:language"):
                properties.set_attribute("fo:language", language)
                properties.set_attribute("fo:country", country or "none")
            if properties.get_attribute("style:font-name") in ("Liberation Serif", "Liberation Sans"):
                properties.set_attribute("style:font-name", FONT)
    _plain_headings(document)
    for xml in STYLES:
        document.insert_style(xml)
    widths = sorted({_parts(share) for block in sheet.blocks if isinstance(block, Table) for share in block.shares})
    own = (FRAMED, WHOLE, WIDE, *map(_new_page_style, HEADINGS))
    for xml in (*own, *map(_column_style, widths), *map(_language_style, _others(sheet))):
        document.insert_style(xml, automatic=True)


def _plain_headings(document: Document) -> None:
    """Without the numbers that the template gives them, and none of them slanted."""
    for numbered in document.styles.get_elements("//text:outline-level-style"):
        numbered.set_attribute("style:num-format", "")
        numbered.del_attribute_list(["style:num-suffix", "loext:num-list-format", "text:display-levels"])
    for level, size in HEADINGS.items():
        path = f"//style:style[@style:name='{_heading(level)}']/style:text-properties"
        for properties in document.styles.get_elements(path):
            properties.set_attribute("fo:font-size", size)
            properties.set_attribute("fo:font-style", "normal")


def _header(level: int, style: str) -> Header:
    """The library takes a style for a heading and forgets it."""
    header = Header(level)
    header.set_attribute("text:style-name", style)
    return header


def _heading(level: int) -> str:
    return f"Heading_20_{level}"


def _elements(block: Block) -> list[Element]:
    match block:
        case Heading():
            style = f"{NEW_PAGE}{block.level}" if block.on_new_page else _heading(block.level)
            return [_filled(_header(block.level, style), block.text)]
        case Paragraph():
            return [_filled(OdtParagraph(style=ASIDE if block.is_aside else BODY), block.text)]
        case Listing():
            items = List(style=BULLETS)
            for item in block.items:
                entry = ListItem()
                entry.append(_filled(OdtParagraph(style=BODY), item))
                items.append(entry)
            return [items]
        case Table():
            return [_table(block), OdtParagraph(style=BODY)]


def _table(block: Table) -> OdtTable:
    """Its header comes back on every page, and no row is torn in two."""
    table = OdtTable(block.name)
    table.clear()
    table.set_attribute("table:name", block.name)
    table.set_attribute("table:style-name", TABLE)
    for share in block.shares:
        table.append(Column(style=_column(_parts(share))))
    head = HeaderRows()
    head.append(_row(block.header, HEAD))
    table.append(head)
    for texts in block.rows:
        table.append(_row(texts, CELL))
    return table


def _row(texts: tuple[Text, ...], style: str) -> Row:
    row = Row(style=ROW)
    for text in texts:
        cell = Cell(style=FRAME)
        cell.set_attribute("office:value-type", "string")
        cell.append(_filled(OdtParagraph(style=style), text))
        row.append(cell)
    return row


def _filled(element: OdtParagraph | Header, text: Text) -> OdtParagraph | Header:
    for phrase in text:
        style = BLANK if phrase.is_blank else _name(phrase.language) if phrase.language else ""
        if style:
            element.append(Span(phrase.shown, style=style))
        else:
            element.append_plain_text(phrase.shown)
    return element


def _others(sheet: Sheet) -> list[str]:
    """Languages in it besides its own."""
    return sorted({phrase.language for text in sheet.texts for phrase in text} - {""})


def _language_style(code: str) -> str:
    language, country = locale_of(code)
    return (
        f'<style:style style:name="{_name(code)}" style:family="text"><style:text-properties'
        f' fo:language="{language}" fo:country="{country or "none"}"/></style:style>'
    )


def _new_page_style(level: int) -> str:
    return (
        f'<style:style style:name="{NEW_PAGE}{level}" style:family="paragraph"'
        f' style:parent-style-name="{_heading(level)}">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )


def _column_style(parts: int) -> str:
    return (
        f'<style:style style:name="{_column(parts)}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{parts}*"/></style:style>'
    )


def _column(parts: int) -> str:
    return f"Kolom_{parts}"


def _parts(share: float) -> int:
    """In thousands of the width of the table."""
    return round(1000 * share)


def _name(language: str) -> str:
    return f"Taal_{language}"


def _code(language: str) -> str:
    return "-".join(filter(None, locale_of(language)))
