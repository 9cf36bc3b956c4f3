"""Old code does not start on a newer database, two upgrades do not run through each other, and files are private."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from dialoog.database.private import make_private
from dialoog.database.upgrading import NewerDatabase, one_at_a_time, refuse_newer
from tests.together import at_once

ROOT = Path(__file__).parent.parent.parent


def record(app: str, name: str) -> None:
    MigrationRecorder(connection).record_applied(app, name)


@pytest.mark.django_db
@pytest.mark.database
def test_a_database_of_newer_code_is_refused_by_name() -> None:
    refuse_newer(connection)
    record("wizard", "9999_later")

    with pytest.raises(NewerDatabase, match=r"nieuwere code \(wizard\.9999_later\)"):
        refuse_newer(connection)
    with pytest.raises(CommandError, match=r"^dialoog start niet: de database is van nieuwere code"):
        call_command("setup")


@pytest.mark.django_db
@pytest.mark.database
def test_what_was_squashed_or_taken_out_is_no_newer_code() -> None:
    replaced = [one for migration in MigrationLoader(None).disk_migrations.values() for one in migration.replaces]
    assert replaced
    for app, name in [*replaced, ("an_app_of_before", "0001_initial")]:
        record(app, name)

    refuse_newer(connection)


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_a_second_setup_waits_for_the_first() -> None:
    steps: list[str] = []

    def set_up() -> None:
        with one_at_a_time(connection):
            steps.append("in")
            time.sleep(0.05)
            steps.append("out")

    assert at_once(*[set_up] * 3) == [None] * 3
    assert steps == ["in", "out"] * 3


def start(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """A web server as it starts, without what is set on this machine."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DIALOOG_", "DATABASE_URL"))}
    return subprocess.run(
        [sys.executable, "-c", f"import os; os.umask(0o022); {code}"],
        env=clean | {"DIALOOG_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "dialoog.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_web_server_of_older_code_stops_with_one_sentence(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "dialoog.sqlite3") as database:
        database.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'wizard', '9999_later', '2030-01-01 00:00:00')")
    database.close()
    (tmp_path / "static").mkdir()

    started = start(tmp_path, "import dialoog.wsgi")

    assert started.returncode == 1
    assert started.stderr.startswith("dialoog start niet: de database is van nieuwere code (wizard.9999_later)")
    assert started.stderr.count("\n") == 1


@pytest.mark.slow
def test_nobody_else_on_the_machine_reads_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    write = (
        "import dialoog.wsgi; from django.db import connection as c; k = c.cursor(); k.execute('CREATE TABLE a (b)');"
        "from pathlib import Path; from django.conf import settings as s;"
        "print(*[f'{p.name}:{p.stat().st_mode & 0o77:o}' for p in Path(s.DIALOOG_VAR).glob('*sqlite3*')])"
    )

    made = start(folder, write)
    (folder / "dialoog.sqlite3").chmod(0o644)
    again = start(folder, write.replace("k.execute('CREATE TABLE a (b)')", "k.execute('DROP TABLE a')"))

    files = {f"dialoog.sqlite3{suffix}:0" for suffix in ("", "-wal", "-shm")}
    assert set(made.stdout.split()) == set(again.stdout.split()) == files
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_many_share_stays_open(tmp_path: Path) -> None:
    tmp_path.chmod(0o777 | stat.S_ISVTX)

    make_private(tmp_path, 0o700)

    assert tmp_path.stat().st_mode & 0o777 == 0o777
