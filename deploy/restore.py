"""Puts a backup in the place of what is in the database. `python -m deploy.restore FILE`, with the site's settings.

All or nothing, while the site stands still. Afterwards `manage.py setup` brings it to this code, and `manage.py purge`
deletes what has passed its date since the backup was made.
"""

import argparse
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.backup import BackupFailed, Database, check_sqlite, ending_of, run_program


def restore(database: Database, file: Path) -> None:
    """Raises BackupFailed, and then nothing has changed."""
    ending = ending_of(database)
    if file.suffix != ending:
        raise BackupFailed(f"Voor deze database eindigt een reservekopie op {ending}.")
    if not file.is_file():
        raise BackupFailed(f"Dit bestand is er niet: {file}")
    try:
        (_restore_sqlite if ending == ".sqlite3" else _restore_postgresql)(database, file)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(f"Het terugzetten is niet gelukt: {type(error).__name__}: {error}") from error


def _restore_sqlite(database: Database, file: Path) -> None:
    """Into the database itself, under its locks: another file in its place would leave the old one's log beside it."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as backup:
        check_sqlite(backup)
        with closing(sqlite3.connect(database["NAME"], timeout=60)) as site:
            backup.backup(site)


def _restore_postgresql(database: Database, file: Path) -> None:
    """First to SQL, whole; what cannot be read must not empty the database. Later tables than the backup's go too."""
    with TemporaryDirectory(prefix="dialoog-restore-") as scratch:
        sql = Path(scratch) / "restore.sql"
        command = ["pg_restore", "--no-owner", "--no-privileges", f"--file={sql}", str(file)]
        if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
            raise BackupFailed("Het bestand is beschadigd, of geen reservekopie van PostgreSQL.")
        empty = "DROP OWNED BY CURRENT_USER CASCADE"
        once = ("--single-transaction", "--set=ON_ERROR_STOP=1")
        run_program("psql", database, "--no-psqlrc", "--quiet", *once, f"--command={empty}", f"--file={sql}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.restore", description=__doc__)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    os.umask(0o077)

    from dialoog.settings import DATABASES

    try:
        restore(DATABASES["default"], asked.file)
    except BackupFailed as failed:
        sys.exit(str(failed))
    print(f"Teruggezet: {asked.file}")


if __name__ == "__main__":
    main()
