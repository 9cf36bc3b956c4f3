"""Rendering in a process of its own, because a text can cost any amount of time and memory.

The fork server has WeasyPrint loaded and no threads, so that forking it is quick and safe, whatever server, command or
test asks for it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from signal import Signals

from dialoog.report.pdf.child import Rendered, run
from dialoog.workshop.forking import shared
from dialoog.workshop.scratch import scratch_folder, sweep
from dialoog.workshop.turns import Occupied, turn

WALL_SECONDS = 300
"""For a child that neither works nor ends. Its work is limited in seconds of its own, however busy the machine."""

logger = logging.getLogger(__name__)
forkserver = get_context("forkserver")
shared.set_forkserver_preload(["dialoog.report.pdf.warm"])


class PdfBusy(Exception):
    """Another PDF is being made on this machine; try again in a few seconds."""


class PdfFailed(Exception):
    """No PDF was made. The message says why, for the log, and holds nothing of the document."""


def warm_up() -> None:
    """Start the fork server before the first PDF needs it, for this process and those forked from it later.

    A site without it still shows pages, so that it cannot start is told and no more.
    """
    sweep_up()
    try:
        shared.start()
    except OSError as error:
        logger.error("The renderer did not start.", exc_info=error)


def sweep_up() -> None:
    """Delete what killed processes left. Without a temporary folder there is nothing."""
    with suppress(OSError):
        sweep()


def clear_up() -> None:
    """For who called `warm_up`, at its end."""
    shared.clear_up()


@contextmanager
def my_turn(lock_path: Path, *, patient: bool = False) -> Iterator[None]:
    """One PDF at a time on the machine. Raises PdfBusy at once, unless `patient`: then it waits. Raises PdfFailed."""
    try:
        with turn(lock_path, patient=patient):
            yield
    except Occupied as error:
        raise PdfBusy("Another PDF is being made.") from error
    except OSError as error:
        raise PdfFailed("There is no lock.") from error


def render(html: str, assets: Path, stylesheets: list[str], *, lock_path: Path | None) -> bytes:
    """Like `document.write_pdf`, one at a time on the machine. Raises PdfBusy at once, or PdfFailed.

    Without `lock_path` for who has its turn already.
    """
    with my_turn(lock_path) if lock_path else nullcontext():
        rendered = _render(html, assets, stylesheets)
    if rendered.warnings:
        logger.warning("WeasyPrint gave %d warnings.", rendered.warnings)
    return rendered.pdf


def _render(html: str, assets: Path, stylesheets: list[str]) -> Rendered:
    try:
        with scratch_folder("pdf") as scratch:
            return _run_child(html, assets, stylesheets, str(scratch))
    except OSError as error:
        raise PdfFailed("There is no room for what a PDF needs while it is made.") from error


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
