"""A comparison as a PDF: made when somebody asks for it, with the machine of the report's PDFs, and kept nowhere."""

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialoog.compare.columns import Column
from dialoog.compare.comparison import compare
from dialoog.report.download import ASSETS, lock_path, printable_cover
from dialoog.report.pdf.glyphs import metadata_text, printable_body
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS

SHEETS = [*STYLESHEETS, "css/print/compare.css"]


def render_pdf(columns: list[Column]) -> bytes:
    """PDF/A-2a and PDF/UA-1. Raises PdfBusy or PdfFailed."""
    return render(render_html(columns), ASSETS, SHEETS, lock_path=lock_path())


def render_html(columns: list[Column]) -> str:
    """The page that becomes the PDF. The titles of the reports stand in it as its fonts can show them."""
    titles = "; ".join(metadata_text(column.cover.title) for column in columns)
    for column in columns:
        column.cover = printable_cover(column.cover)
    context = {
        "columns": columns,
        "comparison": compare(columns),
        "metadata": {"title": f"{_('Adviezen vergelijken')}: {titles}"},
        "made_at": max(column.cover.completed_at for column in columns),
    }
    return printable_body(render_to_string("compare/pdf.html", context))


def filename(columns: list[Column]) -> str:
    codes = "-".join(column.cover.code for column in columns)
    return f"{slugify(_('Adviezen vergelijken'))}-{codes}.pdf"
