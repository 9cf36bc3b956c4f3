"""One at a time on a machine, and in turn: a lock for who is busy, and one before it for who is next.

Who was busy and comes back stands behind who is next, so that no process keeps another waiting for ever. The kernel
frees both when a process ends, however it ends.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dialoog.workshop.locks import take


class Occupied(Exception):
    """Somebody else is busy, or next."""


@contextmanager
def turn(lock_path: Path, *, patient: bool = False) -> Iterator[None]:
    """Raises Occupied at once, unless `patient`: then it waits its turn. Raises OSError when there can be no lock."""
    with lock_path.open("a") as busy:
        with next_path(lock_path).open("a") as following:
            _take(following, patient)
            _take(busy, patient)
        yield


def next_path(lock_path: Path) -> Path:
    return lock_path.with_suffix(".next")


def _take(lock: IO[str], patient: bool) -> None:
    if patient:
        fcntl.flock(lock, fcntl.LOCK_EX)
    elif not take(lock):
        raise Occupied
