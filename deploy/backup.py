"""Copies the database while it is in use. `python -m deploy.backup FOLDER [--days N]`, with the site's settings.

Never a copy of the file: half of what was written last stands in another one, and what was deleted is still in its
free pages.
"""

import argparse
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from psycopg.conninfo import make_conninfo

ENDINGS = {"sqlite3": ".sqlite3", "postgresql": ".dump"}
NAME = "dialoog-%Y%m%dT%H%M%SZ"
KEEP_DAYS = 14
WHERE = ("host", "service", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile")

Database = dict[str, Any]
"""As in Django's `DATABASES`."""


class BackupFailed(Exception):
    """No backup was made or restored; the message says why, without what is in it."""


def back_up(database: Database, folder: Path, now: datetime) -> Path:
    """The new file, which only its owner reads. It gets its name when it is whole. Raises BackupFailed."""
    ending = ending_of(database)
    whole = folder / (now.strftime(NAME) + ending)
    part = whole.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        (_copy_sqlite if ending == ".sqlite3" else _dump_postgresql)(database, part)
        part.chmod(0o600)
        part.rename(whole)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(f"De reservekopie is niet gelukt: {type(error).__name__}: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return whole


def forget_old(folder: Path, now: datetime, days: int) -> list[Path]:
    """Deletes our own files from before; a backup holds reports, which have a date. The names of those that went."""
    oldest = (now - timedelta(days=days)).strftime(NAME)
    old = [file for file in folder.glob("dialoog-*Z.*") if file.suffix in ENDINGS.values() and file.stem < oldest]
    for file in old:
        file.unlink()
    return old


def ending_of(database: Database) -> str:
    return ENDINGS[database["ENGINE"].rpartition(".")[2]]


def check_sqlite(connection: sqlite3.Connection) -> None:
    """Raises BackupFailed when it is damaged, or holds no site."""
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise BackupFailed("Het bestand is beschadigd.")
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'").fetchone():
        raise BackupFailed("Het bestand is geen database van dialoog.")


def run_program(program: str, database: Database, *arguments: str) -> None:
    """One of PostgreSQL's own, told by the environment what nobody may read in a list of processes."""
    command = [program, "--no-password", f"--dbname={_conninfo(database)}", *arguments]
    secrets = {"PGPASSWORD": str(database["PASSWORD"])} if database.get("PASSWORD") else {}
    try:
        done = subprocess.run(command, env=os.environ | secrets, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise BackupFailed(f"{program} ontbreekt. Typ: sudo apt-get install -y postgresql-client") from None
    if done.returncode:
        # The lines after the first may quote a row.
        raise BackupFailed(f"{program} is niet gelukt: {done.stderr.decode(errors='replace').partition(chr(10))[0]}")


def _conninfo(database: Database) -> str:
    """Of Django's options only where the database is: a limit on the time of a web request is none for a backup."""
    options = {name: value for name, value in database.get("OPTIONS", {}).items() if name in WHERE}
    names = {"dbname": "NAME", "user": "USER", "host": "HOST", "port": "PORT"}
    given = {name: database.get(setting) for name, setting in names.items()}
    return make_conninfo("", **{name: value for name, value in (given | options).items() if value})


def _copy_sqlite(database: Database, part: Path) -> None:
    with closing(sqlite3.connect(f"file:{database['NAME']}?mode=ro", uri=True, timeout=60)) as site:
        site.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part)) as copy:
        check_sqlite(copy)


def _dump_postgresql(database: Database, part: Path) -> None:
    run_program("pg_dump", database, "--format=custom", "--no-owner", "--no-privileges", f"--file={part}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.backup", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--days", type=int, default=KEEP_DAYS, help="zo lang blijft een reservekopie")
    asked = parser.parse_args()
    os.umask(0o077)

    from dialoog.settings import DATABASES

    now = datetime.now(UTC)
    try:
        print(f"Gemaakt: {back_up(DATABASES['default'], asked.folder, now)}")
    except BackupFailed as failed:
        sys.exit(str(failed))
    for file in forget_old(asked.folder, now, asked.days):
        print(f"Verwijderd: {file}")


if __name__ == "__main__":
    main()
