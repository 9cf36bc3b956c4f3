"""Documents as files: what they are called, one by one or together in a zip."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialoog.worksheets.formats import Format
from dialoog.worksheets.sheet import Sheet, plain

LONGEST = 50
"""Characters of a part of a name: with all parts below what any file system takes."""


def write(sheet: Sheet, form: Format) -> bytes:
    """What writes a format takes up to 10 MB of memory, so it is there from the first document on and not before."""
    if form is Format.WORD:
        from dialoog.worksheets.word import write_word

        return write_word(sheet)
    from dialoog.worksheets.odt import write_odt

    return write_odt(sheet)


def filename(sheet: Sheet, partner: str, code: str, form: Format) -> str:
    """In the language of the document; nothing of it is the visitor's own words."""
    parts = (_part(plain(sheet.title)) or sheet.slug, _part(partner), code)
    return f"{'-'.join(filter(None, parts))}.{form}"


def packed(sheets: Iterable[Sheet], partner: str, code: str, form: Format) -> bytes:
    """All in one zip, numbered in the order of the page."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as pack:
        for number, sheet in enumerate(sheets, start=1):
            pack.writestr(f"{number}-{filename(sheet, partner, code, form)}", write(sheet, form))
    return target.getvalue()


def pack_name(partner: str, code: str) -> str:
    """In the active language."""
    parts = (_("werkdocumenten"), _part(partner), code)
    return f"{'-'.join(filter(None, parts))}.zip"


def _part(said: str) -> str:
    return slugify(said)[:LONGEST].strip("-")
