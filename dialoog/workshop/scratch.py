"""Folders for what is needed for a moment. Who holds one holds a lock on it: one that nobody holds was left behind.

All are in one folder of the system's own for such things, so that nothing of a killed process has to be looked for. The
kernel frees a lock however its holder ends.
"""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dialoog.workshop.locks import take


def room() -> Path:
    """Where all folders are, of this user alone. Raises OSError where it cannot be or is somebody else's."""
    folder = Path(tempfile.gettempdir()) / f"dialoog-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} is not a folder of this user alone.")
    return folder


@contextmanager
def scratch_folder(kind: str) -> Iterator[Path]:
    """A new folder, gone after the block; after a kill it goes with the next `sweep`. Raises OSError."""
    folder, lock = hold_folder(kind)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def hold_folder(kind: str) -> tuple[Path, int]:
    """A new folder and the file descriptor that holds it, also for processes forked from this one. Raises OSError."""
    sweep()
    with _locked(fcntl.LOCK_SH):  # between making and holding it, it looks like one that was left
        folder = Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=room()))
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return folder, lock


def sweep() -> int:
    """Delete what nobody holds, and say how many folders that were. Raises OSError."""
    with _locked(fcntl.LOCK_EX):
        return sum(_swept(entry) for entry in room().iterdir())


def _swept(entry: Path) -> bool:
    try:
        lock = os.open(entry, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:  # no folder, or gone meanwhile: none of ours
        return False
    try:
        if not take(lock):
            return False
        shutil.rmtree(entry, ignore_errors=True)
        return not entry.exists()
    finally:
        os.close(lock)


@contextmanager
def _locked(kind: int) -> Iterator[None]:
    """The lock on the room. Held for moments only, so waiting for it is no matter."""
    lock = os.open(room(), os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, kind)
        yield
    finally:
        os.close(lock)
