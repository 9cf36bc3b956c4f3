"""The test database with the real content: made once for a whole run, and copied for each worker of it.

It is made in a process beside the workers, while they still gather their tests.
"""

import fcntl
import gc
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from signal import SIGINT

from django.core.management import call_command
from django.db import connection

from tests import snapshot

MAKE = "import django; django.setup(); import sys; from tests import prepared; prepared.prepare(sys.argv[1])"


class Preparation:
    """The process that makes it, and a folder with what it says; on SQLite the database is there too."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dialoog-prepared-"))
        command = [sys.executable, "-c", MAKE, str(self.folder)]
        with (self.folder / "busy").open("w") as busy, (self.folder / "log").open("w") as log:
            fcntl.flock(busy, fcntl.LOCK_EX)  # the process has it too, and keeps it until it ends, however it ends
            self.process = subprocess.Popen(
                command, cwd=Path(__file__).parents[1], stdout=log, stderr=log, pass_fds=[busy.fileno()]
            )

    def clean_up(self) -> None:
        self.process.send_signal(SIGINT)  # so that it takes its own temporary folder with it
        self.process.wait()
        if (self.folder / "ready").exists():
            before, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], name_in(self.folder)
            drop(before)
        shutil.rmtree(self.folder, ignore_errors=True)


@cache
def preparation() -> Preparation:
    """Begun by the first who asks."""
    return Preparation()


def clean_up() -> None:
    if preparation.cache_info().currsize:
        preparation().clean_up()
        preparation.cache_clear()


def name_in(folder: Path) -> str:
    """What the database is called that was made; waits for it. Raises RuntimeError when making it failed."""
    with (folder / "busy").open() as busy:
        fcntl.flock(busy, fcntl.LOCK_SH)
    if not (folder / "ready").exists():
        raise RuntimeError(f"the test database was not made: {(folder / 'log').read_text()}")
    return (folder / "ready").read_text()


def copy(folder: Path, worker: str) -> None:
    """From here on this process has a database of its own, with the content of the one that was made."""
    connection.settings_dict["NAME"] = name_in(folder)
    connection.creation.clone_test_db(suffix=worker, verbosity=0)
    connection.settings_dict["NAME"] = connection.creation.get_test_db_clone_settings(worker)["NAME"]


def make() -> None:
    """From here on this process has a database of its own, made from nothing.

    Migrations leave a million objects that know one another; to look through them took a third of the time.
    """
    gc.disable()
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        call_command("setup")
        snapshot.keep()
    finally:
        gc.enable()


def drop(before: str) -> None:
    """Give the process the database back that it had `before`."""
    connection.creation.destroy_test_db(before, verbosity=0)


def prepare(folder: str) -> None:
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = Path(folder) / "test.sqlite3"
    make()
    connection.close()  # nobody can copy a database that somebody is in
    (Path(folder) / "ready").write_text(str(connection.settings_dict["NAME"]))
