"""A comparison as a PDF: made when somebody asks for it, with the machine of the report's PDFs, and kept nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialoog.compare.columns import Column
from dialoog.compare.comparison import Comparison, compare
from dialoog.report.download import ASSETS, lock_path, printable_cover
from dialoog.report.pdf.glyphs import metadata_text, printable_body
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS

SHEETS = [*STYLESHEETS, "css/print/compare.css"]


@dataclass(frozen=True)
class Paper:
    """What a PDF with a comparison in it is called, and the template that it is made from."""

    heading: str
    template: str = "compare/pdf.html"
    more: Mapping[str, Any] = field(default_factory=dict)
    """What that template asks for besides."""
    comparison: Comparison | None = None
    """Where it was worked out already."""

    def filename(self, columns: list[Column]) -> str:
        codes = "-".join(column.cover.code for column in columns)
        return f"{slugify(self.heading)}-{codes}.pdf"


def comparing() -> Paper:
    """In the active language."""
    return Paper(_("Adviezen vergelijken"))


def render_pdf(columns: list[Column], paper: Paper | None = None) -> bytes:
    """PDF/A-2a and PDF/UA-1. Raises PdfBusy or PdfFailed."""
    return render(render_html(columns, paper), ASSETS, SHEETS, lock_path=lock_path())


def render_html(columns: list[Column], paper: Paper | None = None) -> str:
    """The page that becomes the PDF. The titles of the reports stand in it as its fonts can show them."""
    paper = paper or comparing()
    titles = "; ".join(metadata_text(column.cover.title) for column in columns)
    for column in columns:
        column.cover = printable_cover(column.cover)
    context = {
        **paper.more,
        "heading": paper.heading,
        "columns": columns,
        "codes": ", ".join(column.cover.code for column in columns),
        "comparison": paper.comparison or compare(columns),
        "metadata": {"title": f"{paper.heading}: {titles}"},
        "made_at": max(column.cover.completed_at for column in columns),
    }
    return printable_body(render_to_string(paper.template, context))
