"""HTML to a PDF that is PDF/A-2a and PDF/UA-1. Runs in the process that calls it; see process.py for one apart."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from dialoog.report.pdf.fetcher import AssetFetcher
from dialoog.report.pdf.finisher import finish
from dialoog.report.pdf.languages import on_links, write_languages

write_languages()

FONTS = FontConfiguration()
"""One for the process: reading the fonts is dear. Never to be shared between threads, GLib corrupts its lists."""


def write_pdf(html: str, assets: Path, stylesheets: list[str]) -> bytes:
    """The same HTML gives the same bytes.

    `stylesheets` are paths below `assets`, to which addresses in the HTML are relative too.
    """
    page = HTML(string=on_links(html), base_url=_base(assets), url_fetcher=AssetFetcher(assets))
    sheets = _parsed(assets, tuple(stylesheets))
    return page.write_pdf(stylesheets=sheets, font_config=FONTS, pdf_variant="pdf/a-2a", finisher=finish)


@cache
def _parsed(assets: Path, stylesheets: tuple[str, ...]) -> list[CSS]:
    """Once for the process and those forked from it: it reads the fonts too, a quarter of the time of a short PDF."""
    fetcher = AssetFetcher(assets)
    return [CSS(url=_base(assets) + name, url_fetcher=fetcher, font_config=FONTS) for name in stylesheets]


def _base(assets: Path) -> str:
    return assets.resolve().as_uri() + "/"


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """Everything that WeasyPrint warns about in the block. It can quote the document, so it reaches no log."""
    messages: list[str] = []
    collector = _Collector(messages)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield messages
    finally:
        logger.propagate = True
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())
