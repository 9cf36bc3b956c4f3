"""A temporary disk without room for one byte more: the visitor gets the PDF or the page, and never an error."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.test import Client

from dialoog.report.models import Rendering
from dialoog.report.pdf import child, process
from tests.journey import Journey
from tests.report.coming_back import come_back

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pdf, pytest.mark.slow]


def run_on_a_full_disk(*arguments) -> None:
    def write(*_html) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    child._render = write
    child.run(*arguments)


@pytest.fixture
def report(client: Client) -> str:
    return Journey(client).finish(title="Lonen").shared


@pytest.fixture
def full_disk() -> Iterator[Path]:
    """Folders still fit, since those take no bytes here."""
    folder = Path("/dev/shm") / f"bytes-{os.getpid()}"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        shutil.rmtree(folder)
        pytest.skip("no right to mount a small disk")
    with (folder / "all").open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


def asked(report: str):
    """The answer in the end, whether or not there was a page to wait at."""
    reader = Client()
    response = come_back(reader, reader.post(f"{report}pdf/advies/"))
    return response if response.status_code == 503 else reader.get(f"{report}advies.pdf")


def test_a_renderer_that_cannot_write_gives_the_page(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "run", run_on_a_full_disk)

    response = asked(report)

    assert response.status_code == 503
    assert "<h1>De PDF is niet gelukt</h1>" in response.content.decode()
    assert not Rendering.objects.filter(edition="advies").exists()


def test_a_disk_that_fills_up_while_the_site_runs_stops_no_pdf(
    report: str, monkeypatch: pytest.MonkeyPatch, full_disk: Path
) -> None:
    """Whatever a PDF needs is read when the renderer starts; to make one writes nothing."""
    process.warm_up()
    monkeypatch.setattr("tempfile.tempdir", str(full_disk))

    assert asked(report).content.startswith(b"%PDF-1.7")
