"""What happens in the rendering process: limits first, then one PDF."""

import gc
import os
import resource
import shutil
import tempfile
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread

LIMITS = {
    resource.RLIMIT_CPU: 10,  # Seconds. A typical report takes one to two, the longest possible one three.
    resource.RLIMIT_AS: 1024**3,  # Bytes of address space.
    resource.RLIMIT_CORE: 0,  # A core dump would hold the report.
}
NICENESS = 10
"""Pages go before PDFs."""


@dataclass(frozen=True)
class Rendered:
    pdf: bytes
    warnings: int


def run(sending: Connection, scratch: str, html: str, assets: Path, stylesheets: list[str]) -> None:
    """Send a Rendered, or the name of the error: its message and traceback can quote the document."""
    _end_with_parent(scratch)
    _limit()
    tempfile.tempdir = scratch  # WeasyPrint puts copies of the fonts there, and the caller clears it.
    try:
        sending.send(_render(html, assets, stylesheets))
    except Exception as error:
        sending.send(type(error).__name__)


def _render(html: str, assets: Path, stylesheets: list[str]) -> Rendered:
    # Imported here, so that the web process, which only names `run`, does not load WeasyPrint.
    from dialoog.report.pdf.document import collect_warnings, write_pdf

    gc.disable()  # The process ends with this PDF; looking for garbage would take a fifth of its time.
    with collect_warnings() as warnings:
        pdf = write_pdf(html, assets, stylesheets)
    return Rendered(pdf, len(warnings))


def _limit() -> None:
    os.nice(NICENESS)
    for kind, most in LIMITS.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, hard))


def _end_with_parent(scratch: str) -> None:
    """A killed web worker leaves no renderer behind, and nothing of what that wrote."""
    Thread(target=_watch_parent, args=(scratch,), daemon=True).start()


def _watch_parent(scratch: str) -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        shutil.rmtree(scratch, ignore_errors=True)
        os._exit(1)
