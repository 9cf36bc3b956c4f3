"""A PDF on a site where something is wrong: it comes, or a page says that it does not, and nothing is left of it."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from dialoog.report.models import Rendering
from tests.journey import Journey
from tests.worker.site import Site, children, command_of, descendants, is_alive, kill, site, until

pytestmark = [pytest.mark.slow, pytest.mark.pdf, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(client: Client) -> str:
    return Journey(client).finish(title="Lonen").shared


@pytest.fixture
def served(report: str) -> Iterator[Site]:
    """With the report in its database."""
    with site() as one:
        yield one.start().await_start()


def pdf_processes(one: Site) -> list[int]:
    """Those that make one: children of the fork server."""
    servers = [pid for pid in descendants(one.process.pid) if b"forkserver" in command_of(pid)]
    return [child for pid in servers for child in children(pid)]


def begin_pdf(one: Site, report: str) -> list[int]:
    """Its processes, stopped in the middle."""
    with one.send_form(report, f"{report}pdf/dossier/"):
        until(lambda: bool(one.leavings and pdf_processes(one)))
    stopped = pdf_processes(one)
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    assert one.leavings
    return stopped


def go_on(stopped: list[int]) -> None:
    """Who waits too long for one that stands still ends it."""
    for pid in stopped:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def test_a_killed_web_process_leaves_nothing_of_its_pdf(served: Site, report: str) -> None:
    makers = begin_pdf(served, report)
    for pid in served.workers():
        kill(pid)
    go_on(makers)

    until(lambda: not served.leavings and not any(map(is_alive, makers)))


def test_a_killed_site_leaves_nothing_after_its_next_start(served: Site, report: str) -> None:
    begin_pdf(served, report)
    served.kill_all()
    assert served.leavings

    served.start().await_start()

    assert served.leavings == []
    assert len([*served.room.iterdir()]) == 1


def test_the_purge_takes_what_was_left_and_not_what_is_being_made(
    served: Site, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(served.folder))
    makers = begin_pdf(served, report)
    (served.room / "pdf-left").mkdir()

    call_command("purge")

    assert len(served.leavings) == 1
    assert "pdf-left" not in served.leavings
    go_on(makers)
    until(lambda: not served.leavings)


def test_a_killed_fork_server_is_replaced(served: Site, report: str) -> None:
    kill(next(pid for pid in descendants(served.process.pid) if b"forkserver" in command_of(pid)))

    with served.send_form(report, f"{report}pdf/dossier/") as line:
        assert line.recv(65536).split()[1] in {b"202", b"302"}

    until(lambda: served.ask("GET", f"{report}dossier.pdf").status == 200)


def refused(report: str) -> None:
    reader = Client()
    response = reader.post(f"{report}pdf/dossier/")
    while response.status_code == 202:  # the renderer of this process may have to start first
        time.sleep(0.1)
        response = reader.get(response["Refresh"].partition("url=")[2])

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "<h1>De PDF is niet gelukt</h1>" in response.content.decode()
    assert not Rendering.objects.filter(edition="dossier").exists()


def test_without_a_temporary_folder_a_page_says_so(
    report: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "weg"))

    refused(report)


def test_a_lock_that_cannot_be_opened_gives_the_page(report: str, settings, tmp_path: Path) -> None:
    settings.DIALOOG_VAR = tmp_path
    (tmp_path / "pdf.lock").mkdir()

    refused(report)


def test_a_var_that_is_gone_gives_the_page(report: str, settings, tmp_path: Path) -> None:
    settings.DIALOOG_VAR = tmp_path / "weg"

    refused(report)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A temporary folder in which no file or folder fits any more."""
    folder = Path("/dev/shm") / f"dl-{os.getpid()}"
    folder.mkdir()
    if os.system(f"mount -t tmpfs -o nr_inodes=1 tmpfs {folder} 2>/dev/null"):
        shutil.rmtree(folder)
        pytest.skip("no right to mount a small disk")
    yield folder
    os.system(f"umount -l {folder}")
    folder.rmdir()


def test_a_full_disk_gives_the_page(report: str, monkeypatch: pytest.MonkeyPatch, full_disk: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(full_disk))

    refused(report)
