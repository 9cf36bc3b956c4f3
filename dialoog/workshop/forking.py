"""One fork server for all processes of a site: it holds what is dear to load, a third of the site's memory.

The library's own is for the process that started it: it asks whether its child still lives, which only a parent may.
That, and where it puts its socket, is all that is different here.
"""

import os
import shutil
import signal
import threading
from multiprocessing import forkserver, process, util
from multiprocessing.forkserver import ForkServer
from pathlib import Path

from dialoog.workshop.scratch import hold_folder


class SharedForkServer(ForkServer):
    """Started before the processes that use it are forked. If it dies or its socket goes, each starts its own."""

    _forkserver_address: str | None
    _forkserver_alive_fd: int | None
    _forkserver_pid: int | None

    def __init__(self) -> None:
        super().__init__()
        self._starter = 0
        self._folder: tuple[Path, int] | None = None
        self._one_thread = threading.Lock()

    def start(self) -> None:
        """In a folder of our own, from the main thread. Raises OSError."""
        self._folder = hold_folder("site")
        process.current_process()._config["tempdir"] = str(self._folder[0])  # type: ignore[attr-defined]
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for who started it, also while it loads
        try:
            self.ensure_running()
        finally:
            signal.signal(signal.SIGINT, before)

    def clear_up(self) -> None:
        """For who called `start`, at its end."""
        if self._folder is not None:
            shutil.rmtree(self._folder[0], ignore_errors=True)

    def ensure_running(self) -> None:
        """Raises OSError."""
        with self._one_thread:
            self._ensure_running()

    def _ensure_running(self) -> None:
        if self._forkserver_pid is not None and not self._can_be_reached(self._forkserver_pid):
            self._forget()
        if self._forkserver_pid is None or self._starter == os.getpid():
            Path(util.get_temp_dir()).mkdir(mode=0o700, parents=True, exist_ok=True)
            super().ensure_running()
            self._starter = os.getpid()

    def _can_be_reached(self, pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return self._forkserver_address is not None and Path(self._forkserver_address).exists()

    def _forget(self) -> None:
        """It ends by itself when all who know it let go."""
        if self._forkserver_alive_fd is not None:
            os.close(self._forkserver_alive_fd)
        self._forkserver_address = self._forkserver_alive_fd = self._forkserver_pid = None


shared = SharedForkServer()

# The library calls these by their name in its module.
forkserver.ensure_running = shared.ensure_running
forkserver.connect_to_new_process = shared.connect_to_new_process
