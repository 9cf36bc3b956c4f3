"""Rendering in a process of its own, because a text can cost any amount of time and memory.

The fork server has WeasyPrint loaded and no threads, so that forking it is quick and safe, whatever server, command or
test asks for it.
"""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from signal import Signals
from tempfile import TemporaryDirectory

from dialoog.report.pdf.child import Rendered, run

WALL_SECONDS = 15
"""Beyond the limit on CPU time, for a child that waits or a machine that is overloaded."""

logger = logging.getLogger(__name__)
forkserver = get_context("forkserver")
forkserver.set_forkserver_preload(["dialoog.report.pdf.warm"])


class PdfBusy(Exception):
    """Another PDF is being made on this machine; try again in a few seconds."""


class PdfFailed(Exception):
    """No PDF was made. The message says why, for the log, and holds nothing of the document."""


def warm_up() -> None:
    """Start the fork server before the first PDF needs it. In a web worker after it was forked, never in its parent."""
    ensure_running()


def render(html: str, assets: Path, stylesheets: list[str], *, lock_path: Path) -> bytes:
    """Like `document.write_pdf`, one at a time on the machine. Raises PdfBusy at once, or PdfFailed."""
    with _only_one(lock_path), TemporaryDirectory(prefix="dialoog-pdf-") as scratch:
        rendered = _run_child(html, assets, stylesheets, scratch)
    if rendered.warnings:
        logger.warning("WeasyPrint gave %d warnings.", rendered.warnings)
    return rendered.pdf


@contextmanager
def _only_one(lock_path: Path) -> Iterator[None]:
    """The kernel frees the lock when the process that holds it ends, however it ends."""
    with lock_path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PdfBusy("Another PDF is being made.") from error
        yield


def _run_child(html: str, assets: Path, stylesheets: list[str], scratch: str) -> Rendered:
    receiving, sending = forkserver.Pipe(duplex=False)
    child = forkserver.Process(target=run, args=(sending, scratch, html, assets, stylesheets))
    with receiving:
        with sending:
            _start(child)
        try:
            return _receive(receiving, child)
        finally:
            child.kill()
            child.join()


def _start(child: ForkServerProcess) -> None:
    try:
        child.start()
    except (OSError, EOFError) as error:
        raise PdfFailed("The renderer did not start.") from error


def _receive(receiving: Connection, child: ForkServerProcess) -> Rendered:
    if not receiving.poll(WALL_SECONDS):
        raise PdfFailed(f"The renderer was not ready after {WALL_SECONDS} seconds.")
    try:
        answer = receiving.recv()
    except EOFError:
        child.join()
        raise PdfFailed(f"The renderer was ended by {_ending(child.exitcode)}.") from None
    if isinstance(answer, str):
        raise PdfFailed(f"The renderer stopped with {answer}.")
    return answer


def _ending(exit_code: int | None) -> str:
    """SIGXCPU is the limit on CPU time; SIGABRT and SIGTRAP are mostly the one on memory."""
    return Signals(-exit_code).name if exit_code and exit_code < 0 else f"exit code {exit_code}"
