"""Files that hold answers are for the account that runs the site, and for nobody else on the machine."""

import logging
import os
import stat
from pathlib import Path

from django.conf import settings

FOLDER_MODE, FILE_MODE = 0o700, 0o600

logger = logging.getLogger(__name__)


def keep_private() -> None:
    """The var folder, and SQLite's file with what stands beside it.

    The file is made here if it is not there yet: SQLite makes what comes beside it as open as that file is.
    """
    make_private(Path(settings.DIALOOG_VAR), FOLDER_MODE)
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        _close_sqlite(Path(database["NAME"]))


def _close_sqlite(file: Path) -> None:
    try:
        file.touch(mode=FILE_MODE)
    except OSError:
        return  # SQLite itself says what is wrong with it
    for suffix in ("", "-wal", "-shm", "-journal"):
        make_private(file.with_name(file.name + suffix), FILE_MODE)


def make_private(path: Path, mode: int) -> None:
    """Only what is ours, and no folder that many share, such as /tmp."""
    try:
        found = path.stat()
        is_ours = found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX
        if is_ours and found.st_mode & 0o077:
            path.chmod(mode)
    except FileNotFoundError:
        return
    except OSError as error:
        logger.warning("a file could not be made private", exc_info=error)
