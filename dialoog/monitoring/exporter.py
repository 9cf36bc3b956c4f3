"""Shows the figures of all processes of this server together, on an address of their own.

One of the processes holds the address. When that one ends another takes it over, so it does not matter which.
"""

import atexit
import os
import shutil
import tempfile
from functools import partial
from threading import Thread
from time import sleep

from dialoog.monitoring.figures import FOLDER

SETTING = "DIALOOG_METRICS"
MEMORY = "/dev/shm"  # noqa: S108 a folder of its own is made in it
"""A full disk must not end a process that counts: the folder is mapped into memory."""
RETRY = 5
"""Seconds between two attempts to take over the address."""


def make_folder() -> None:
    """Before the site is loaded, in the process that the others are forked from; gone when that process ends."""
    if not os.environ.get(SETTING, "").strip() or FOLDER in os.environ:
        return
    folder = tempfile.mkdtemp(prefix="dialoog-metrics-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
    os.environ[FOLDER] = folder
    atexit.register(_remove, folder, os.getpid())


def _remove(folder: str, maker: int) -> None:
    """A forked process inherits what is to be done at the end, and must not do it."""
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)


def show(address: tuple[str, int] | None) -> None:
    """In each process that answers requests; returns at once."""
    if address and FOLDER in os.environ:
        Thread(target=partial(_hold, *address), name="metrics", daemon=True).start()


def _hold(host: str, port: int) -> None:
    """An address that is taken is mostly that of a neighbour: wait for it."""
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    while True:
        try:
            start_http_server(port, addr=host, registry=registry)
        except OSError:
            sleep(RETRY)
        else:
            return
