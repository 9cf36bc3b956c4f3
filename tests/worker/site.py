"""The site as it is served: gunicorn, with processes and a database of its own."""

import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 30
"""Seconds; a busy machine may take long, and a test that waits for ever tells nothing."""
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def room(self) -> Path:
        return self.folder / f"dialoog-{os.getuid()}"

    @property
    def leavings(self) -> list[str]:
        """Of PDFs: the folder of the site itself is there as long as it runs."""
        return [entry.name for entry in self.room.glob("pdf-*")]

    def start(self, *arguments: str, **environ: str) -> "Site":
        settings = {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{self.folder / 'site.sqlite3'}",
            "TMPDIR": str(self.folder),
            "PORT": str(self.port),
        }
        command = [sys.executable, "-m", "gunicorn", *arguments]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **settings, **environ},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return self

    def await_start(self) -> "Site":
        until(lambda: self.process.poll() is not None or self.is_there())
        assert self.process.poll() is None, self.log.read_text()
        return self

    def is_there(self) -> bool:
        try:
            return self.ask("GET", "/").status == 200
        except OSError:
            return False

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
        """A connection of its own; what is read of it is in `content`."""
        open_one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            open_one.request(method, path, headers=headers or {})
            answer = open_one.getresponse()
            answer.content = answer.read()
            return answer
        finally:
            open_one.close()

    def send_form(self, page: str, address: str) -> socket.socket:
        """The button of a page that leads to an address, pressed, and its answer not read."""
        shown = self.ask("GET", page)
        cookie = (shown.headers["Set-Cookie"] or "").partition(";")[0]
        body = urlencode({"csrfmiddlewaretoken": CSRF.search(shown.content.decode())[1]})
        line = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        head = f"POST {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: {len(body)}\r\n"
        line.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}".encode())
        return line

    def workers(self) -> list[int]:
        """Processes that serve."""
        return [
            pid for pid in children(self.process.pid) if b"multiprocessing" not in command_of(pid) and is_alive(pid)
        ]

    def await_workers(self, number: int) -> None:
        """Gunicorn loses what is sent to a process that it has only just forked, and then waits for it in vain."""
        until(lambda: sum(listens_for(pid, signal.SIGABRT) for pid in self.workers()) == number)

    def kill_all(self) -> None:
        """All at once: they stand still first, or one that is left for a moment tidies up after another."""
        everyone = [self.process.pid, *descendants(self.process.pid)]
        for pid in everyone:
            os.kill(pid, signal.SIGSTOP)
        for pid in everyone:
            kill(pid)
        self.process.wait()

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(PATIENCE)


@contextmanager
def site() -> Iterator[Site]:
    """Not started yet; nothing of it is left running. The path is short, since a socket has to fit in.

    On PostgreSQL there is no copy: whoever starts it says which database.
    """
    with tempfile.TemporaryDirectory(prefix="dl-", ignore_cleanup_errors=True) as name:
        made = Site(Path(name))
        if connection.vendor == "sqlite":
            _copy_database(made.folder / "site.sqlite3")
        try:
            yield made
        finally:
            if made.process is not None and made.process.poll() is None:
                made.kill_all()


def _copy_database(file: Path) -> None:
    with sqlite3.connect(str(connection.settings_dict["NAME"])) as source:
        with sqlite3.connect(file) as copy:
            source.backup(copy)
        copy.close()
    source.close()


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def descendants(pid: int) -> list[int]:
    return [found for child in children(pid) for found in (child, *descendants(child))]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def listens_for(pid: int, one: signal.Signals) -> bool:
    """Whether it has a handler for a signal; a process of gunicorn has one for SIGABRT, and its master has not."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (one - 1) & 1)


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
