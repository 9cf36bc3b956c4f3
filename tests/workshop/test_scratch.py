"""What is left behind goes, and what is in use stays."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dialoog.workshop.scratch import hold_folder, room, scratch_folder, sweep

HOLDER = """
import time
from dialoog.workshop.scratch import scratch_folder
with scratch_folder("pdf") as folder:
    (folder / "letter.otf").write_bytes(b"-")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def own_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return room()


def test_a_folder_is_gone_after_its_block(own_room: Path) -> None:
    with scratch_folder("pdf") as folder:
        (folder / "letter.otf").write_bytes(b"-")

    assert [*own_room.iterdir()] == []


def test_what_is_in_use_is_not_swept() -> None:
    with scratch_folder("pdf") as folder:
        assert sweep() == 0
        assert folder.is_dir()


def test_what_a_killed_process_held_is_swept(own_room: Path, tmp_path: Path) -> None:
    environ = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, text=True, env=environ) as holder:
        folder = Path(holder.stdout.readline().strip())
        assert sweep() == 0
        assert (folder / "letter.otf").exists()
        holder.send_signal(signal.SIGKILL)

    assert folder.is_dir()
    assert sweep() == 1
    assert [*own_room.iterdir()] == []


def test_a_new_folder_clears_what_was_left(own_room: Path) -> None:
    (own_room / "pdf-left").mkdir()

    with scratch_folder("pdf") as folder:
        assert [*own_room.iterdir()] == [folder]


def test_a_process_that_was_forked_holds_it_too() -> None:
    folder, lock = hold_folder("site")
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.close(writing)
        os.read(reading, 1)
        os._exit(0)
    os.close(lock)

    assert sweep() == 0
    os.close(writing)
    os.close(reading)
    os.waitpid(child, 0)
    assert sweep() == 1
    assert not folder.exists()


def test_a_room_of_somebody_else_is_refused(own_room: Path) -> None:
    own_room.chmod(0o777)

    with pytest.raises(PermissionError), scratch_folder("pdf"):
        pass


def test_a_link_to_elsewhere_is_not_followed(own_room: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (own_room / "pdf-link").symlink_to(elsewhere)

    assert sweep() == 0
    assert elsewhere.is_dir()
