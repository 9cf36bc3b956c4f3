"""The PDFs of several reports in one zip. Each is made in the line that all PDFs are made in, and kept as they are."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from zipfile import ZIP_STORED, ZipFile

from dialoog.advisers.listing import Row
from dialoog.report.download import filename
from dialoog.report.editions import ADDRESSES, Edition
from dialoog.report.pdf.process import PdfFailed
from dialoog.report.renderings.keeping import kept_among, kept_rendering
from dialoog.report.waiting import stay_in_line


@dataclass(frozen=True)
class Progress:
    made: int
    failed: tuple[str, ...]
    """Names of the reports of which no PDF could be made."""
    waiting: int

    @classmethod
    def of(cls, rows: Iterable[Row], edition: Edition) -> "Progress":
        """Who looks keeps their place in the line. One query for all; no PDF is read."""
        asked = list(rows)
        kept = kept_among((row.run for row in asked), edition)
        missing, failed = [row for row in asked if row.run.pk not in kept], list[str]()
        for row in missing:
            try:
                stay_in_line(row.run, edition)
            except PdfFailed:
                failed.append(row.name)
        return cls(len(asked) - len(missing), tuple(failed), len(missing) - len(failed))


def packed(rows: Iterable[Row], edition: Edition) -> bytes:
    """What is kept of them; empty if that is nothing."""
    target, names = io.BytesIO(), set[str]()
    with ZipFile(target, "w", ZIP_STORED) as pack:  # a PDF is compressed already
        for row in rows:
            if content := kept_rendering(row.run, edition):
                names.add(name := _unused(filename(row.name, row.run.code, ADDRESSES[edition]), names))
                pack.writestr(name, content)
    return target.getvalue() if names else b""


def _unused(name: str, used: set[str]) -> str:
    """Two reports can have one code, though that is not to be expected."""
    number, free = 2, name
    while free in used:
        free, number = f"{number}-{name}", number + 1
    return free
