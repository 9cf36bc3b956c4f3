"""Hashing a password is slow on purpose, so it gets one core of a machine at a time and few may wait for it.

Whoever waits holds a thread that could serve a visitor; that is why the rest is sent away at once.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

SEATS = 1
"""With who has the turn that is two of the four threads of a process, which may get all requests of a moment, or two of
the three processes behind a proxy. More would leave nothing for visitors."""
WAIT_SECONDS = 8
PAUSE_SECONDS = 0.05


class HashingBusy(Exception):
    """Too many passwords are being checked on this machine; try again in a few seconds."""


class QueuedPasswordHasher(PBKDF2PasswordHasher):
    """Django's own, with the same result, so that every password that was stored stays good."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        with turn(settings.DIALOOG_VAR, SEATS):
            return super().encode(password, salt, iterations)


@contextmanager
def turn(folder: Path, seats: int) -> Iterator[None]:
    """Alone on the machine. At most `seats` wait, for at most WAIT_SECONDS. Raises HashingBusy.

    The kernel frees a lock when the process that holds it ends, however it ends.
    """
    with ExitStack() as stack:
        desk = stack.enter_context((folder / "hashing.lock").open("a"))
        if not _take(desk):
            with _seat(folder, seats):
                _wait_for(desk)
        yield


@contextmanager
def _seat(folder: Path, seats: int) -> Iterator[None]:
    with ExitStack() as stack:
        for number in range(seats):
            if _take(stack.enter_context((folder / f"hashing-{number}.lock").open("a"))):
                break
        else:
            raise HashingBusy("All seats are taken.")
        yield


def _wait_for(desk: IO[str]) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not _take(desk):
        if time.monotonic() > end:
            raise HashingBusy(f"No turn within {WAIT_SECONDS} seconds.")
        time.sleep(PAUSE_SECONDS)


def _take(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
