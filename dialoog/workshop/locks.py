"""A lock on a file, which the kernel frees when the process that holds it ends, however it ends."""

import fcntl
from typing import IO


def take(file: IO[str] | int) -> bool:
    """Whether it is ours now, without waiting; a number is a file descriptor. It is given back by closing the file."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
