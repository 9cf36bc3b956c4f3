"""How a process of many threads keeps the memory that it no longer needs."""

import ctypes
from contextlib import suppress

M_ARENA_MAX = -8
"""Of glibc's `mallopt`: how many pools of memory a process may have."""


def share_one_pool() -> bool:
    """For this process and those forked from it; whether the system's C library could do it.

    By default each thread gets a pool, and what a large answer leaves free in one is of no use to the others. Threads
    of Python seldom ask for memory at the same moment, so they do not wait for one another.
    """
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1))
    return False
