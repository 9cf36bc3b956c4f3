"""These start processes of their own, with less time than the real ones where that is tested."""

import logging
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dialoog.report.pdf import child, process
from dialoog.report.pdf.document import write_pdf
from dialoog.report.pdf.process import PdfBusy, PdfFailed, render
from dialoog.workshop.scratch import room
from dialoog.workshop.turns import next_path
from tests.report.pdf.sample import ASSETS, STYLESHEETS, build_html

pytestmark = pytest.mark.pdf
# One word of this length takes minutes. Of 300,000 letters it takes none: the width does not fit in a number any more.
TIME_BOMB = build_html("<p>" + "a" * 100_000)
NEST_BOMB = build_html("<div>" * 3_000)


def run_with_little_time(*arguments) -> None:
    child.LIMITS[resource.RLIMIT_CPU] = 1
    child.run(*arguments)


def run_and_want_much_memory(*arguments) -> None:
    child._render = lambda *_: bytearray(2 * 1024**3)
    child.run(*arguments)


def run_and_die(*_arguments) -> None:
    os.kill(os.getpid(), 9)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "pdf.lock"


def make(lock: Path, html: str = build_html()) -> bytes:
    return render(html, ASSETS, STYLESHEETS, lock_path=lock)


def test_the_pdf_is_the_same_as_one_made_here(lock):
    assert make(lock) == write_pdf(build_html(), ASSETS, STYLESHEETS)


def test_a_warm_process_makes_one_as_well(lock):
    process.warm_up()

    assert make(lock)


def test_it_can_be_made_from_a_thread(lock):
    made = []
    thread = threading.Thread(target=lambda: made.append(make(lock)))
    thread.start()
    thread.join()

    assert made[0].startswith(b"%PDF-1.7")


@pytest.mark.parametrize("html", [NEST_BOMB, build_html("<p>\ud800")], ids=["nested", "surrogate"])
def test_what_weasyprint_cannot_take_fails(lock, html):
    with pytest.raises(PdfFailed, match=r"^The renderer stopped with (RecursionError|UnicodeEncodeError)\.$"):
        make(lock, html)


def test_a_bomb_is_ended_when_its_time_is_used(lock, monkeypatch):
    monkeypatch.setattr(process, "run", run_with_little_time)

    with pytest.raises(PdfFailed, match="SIGXCPU"):
        make(lock, TIME_BOMB)


def test_a_bomb_is_ended_when_its_memory_is_used(lock, monkeypatch):
    monkeypatch.setattr(process, "run", run_and_want_much_memory)

    with pytest.raises(PdfFailed, match="MemoryError"):
        make(lock, TIME_BOMB)


def test_nobody_waits_longer_than_the_wall_time(lock, monkeypatch):
    make(lock)  # Starting the fork server can take long as well.
    monkeypatch.setattr(process, "WALL_SECONDS", 1)
    started = time.monotonic()

    with pytest.raises(PdfFailed, match="not ready after 1 seconds"):
        make(lock, TIME_BOMB)

    assert time.monotonic() - started < child.LIMITS[resource.RLIMIT_CPU]


def test_a_killed_renderer_leaves_the_lock_free(lock, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(process, "run", run_and_die)
        with pytest.raises(PdfFailed, match="SIGKILL"):
            make(lock)

    assert make(lock)


def test_a_second_pdf_is_refused_at_once(lock):
    with process.my_turn(lock), pytest.raises(PdfBusy):
        make(lock)


def test_a_killed_holder_frees_the_lock(lock):
    program = (
        f"import fcntl; f = open({str(lock)!r}, 'a'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        with pytest.raises(PdfBusy):
            make(lock)
        holder.kill()

    assert make(lock)


def test_nothing_of_the_document_is_in_log_or_error(lock, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        make(lock, build_html('<p><a href="#geheim">geheim</a>'))
        with pytest.raises(PdfFailed) as failed:
            make(lock, build_html("<p>geheim \ud800"))

    assert caplog.messages == ["WeasyPrint gave 1 warnings."]
    assert "geheim" not in str(failed.value) + "".join(capfd.readouterr())


def test_no_copies_of_the_fonts_are_left(lock, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    make(lock)

    assert {path for path in tmp_path.rglob("*") if not path.is_dir()} == {lock, next_path(lock)}
    assert [*room().iterdir()] == []


def test_the_web_process_does_not_load_weasyprint():
    program = "import sys, dialoog.report.pdf.process; sys.exit('weasyprint' in sys.modules)"

    subprocess.run([sys.executable, "-c", program], check=True, cwd=ASSETS.parent)
