"""Hashing a password is slow on purpose, so it gets one core of a machine at a time and few may wait for it.

Whoever waits holds a thread that could serve a visitor; that is why the rest is sent away at once.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from dialoog.workshop.locks import take

SEATS = 1
"""With who has the turn that is two threads: of the four of one process, which may get all requests of a moment, or of
the six that three processes have behind a proxy. More would leave too little for visitors."""
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
    """Alone on the machine. At most `seats` wait, for at most WAIT_SECONDS. Raises HashingBusy."""
    with ExitStack() as stack:
        desk = stack.enter_context((folder / "hashing.lock").open("a"))
        if not take(desk):
            with _seat(folder, seats):
                _wait_for(desk)
        yield


@contextmanager
def _seat(folder: Path, seats: int) -> Iterator[None]:
    with ExitStack() as stack:
        for number in range(seats):
            if take(stack.enter_context((folder / f"hashing-{number}.lock").open("a"))):
                break
        else:
            raise HashingBusy("All seats are taken.")
        yield


def _wait_for(desk: IO[str]) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not take(desk):
        if time.monotonic() > end:
            raise HashingBusy(f"No turn within {WAIT_SECONDS} seconds.")
        time.sleep(PAUSE_SECONDS)
