"""A backup is whole whatever is written meanwhile, and brings back what was there: the same on both databases."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from deploy.backup import BackupFailed, Database, back_up, forget_old
from deploy.restore import restore
from tests.deploy.nginx import ROOT

NOW = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)
ROLE = f"dialoog_try_{os.getpid()}"
"""Several workers share one server."""

pytestmark = [pytest.mark.database, pytest.mark.slow]


class Site:
    """A database of its own, made as on a server, with some rows that somebody wrote."""

    def __init__(self, database: Database, open_one: Any) -> None:
        self.database = database
        self.open = open_one
        self.run("CREATE TABLE django_migrations (name TEXT)")
        self.run("CREATE TABLE answers (organisation TEXT UNIQUE)")
        self.run("INSERT INTO answers VALUES ('Bakkerij')")

    def run(self, sql: str) -> None:
        with closing(self.open()) as opened:
            opened.execute(sql)
            opened.commit()

    def rows(self) -> list[str]:
        with closing(self.open()) as opened:
            return [name for (name,) in opened.execute("SELECT organisation FROM answers ORDER BY 1").fetchall()]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with _on_postgresql() if connection.vendor == "postgresql" else _on_sqlite(tmp_path / "site.sqlite3") as made:
        yield made


@contextmanager
def _on_sqlite(file: Path) -> Iterator[Site]:
    """In use, so that what was written last stands in the log beside the file. What is deleted is left where it was."""

    def open_one() -> sqlite3.Connection:
        opened = sqlite3.connect(file, timeout=5)
        opened.execute("PRAGMA journal_mode=WAL")
        opened.execute("PRAGMA secure_delete=OFF")
        opened.execute("SELECT * FROM sqlite_master").fetchall()
        return opened

    with closing(open_one()):
        yield Site({"ENGINE": "django.db.backends.sqlite3", "NAME": file}, open_one)


@contextmanager
def _on_postgresql() -> Iterator[Site]:
    """By the file with which a server makes its database, so that this is tried too."""
    server = connection.settings_dict
    socket = server["HOST"] or server["OPTIONS"]["host"]
    psql = ["psql", "--no-psqlrc", "--quiet", "-h", socket, "-U", server["USER"], "postgres"]
    make = [*psql, f"--set=name={ROLE}", f"--file={ROOT}/deploy/postgresql/create.sql"]
    made = {**server, "NAME": ROLE, "USER": ROLE, "PASSWORD": "geheim%&"}
    try:
        subprocess.run(make, check=True, capture_output=True)
        yield Site(made, lambda: psycopg.connect(host=socket, user=ROLE, dbname=ROLE))
    finally:
        drop = [f"DROP DATABASE IF EXISTS {ROLE} WITH (FORCE)", f"DROP ROLE IF EXISTS {ROLE}"]
        subprocess.run([*psql, *(f"--command={sql}" for sql in drop)], check=True, capture_output=True)


def test_what_was_there_comes_back_and_what_came_later_goes(site: Site, tmp_path: Path) -> None:
    backup = back_up(site.database, tmp_path, NOW)
    site.run("DELETE FROM answers")
    site.run("INSERT INTO answers VALUES ('Slagerij')")
    site.run("CREATE TABLE of_a_later_version (name TEXT)")
    site.run("INSERT INTO django_migrations VALUES ('later')")

    restore(site.database, backup)

    assert site.rows() == ["Bakkerij"]
    with pytest.raises((sqlite3.OperationalError, psycopg.errors.UndefinedTable)):
        site.run("SELECT * FROM of_a_later_version")
    site.run("INSERT INTO answers VALUES ('Visboer')")
    assert site.rows() == ["Bakkerij", "Visboer"]


def test_a_backup_is_one_file_that_only_its_owner_reads(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    backup = back_up(site.database, folder, NOW)

    assert backup.name.startswith("dialoog-20261126T023000Z.")
    assert list(folder.iterdir()) == [backup]
    assert backup.stat().st_mode & 0o777 == 0o600


def test_it_can_be_made_while_somebody_is_writing(site: Site, tmp_path: Path) -> None:
    with closing(site.open()) as writer:
        writer.execute("INSERT INTO answers VALUES ('halverwege')")
        backup = back_up(site.database, tmp_path, NOW)
        writer.commit()

    assert site.rows() == ["Bakkerij", "halverwege"]
    restore(site.database, backup)
    assert site.rows() == ["Bakkerij"]


def test_what_was_deleted_is_in_no_new_backup(site: Site, tmp_path: Path) -> None:
    site.run("INSERT INTO answers VALUES ('Verwijderd-geheim')")
    assert b"Verwijderd-geheim" in plain(site, back_up(site.database, tmp_path, NOW))

    site.run("DELETE FROM answers WHERE organisation = 'Verwijderd-geheim'")

    assert b"Verwijderd-geheim" not in plain(site, back_up(site.database, tmp_path, NOW.replace(hour=3)))


def plain(site: Site, backup: Path) -> bytes:
    """A dump is compressed."""
    if backup.suffix == ".sqlite3":
        return backup.read_bytes()
    return subprocess.run(["pg_restore", "-f", "-", backup], check=True, capture_output=True).stdout


@pytest.mark.parametrize("damage", ["half", "other", "missing", "wrong_ending"])
def test_what_cannot_be_restored_changes_nothing(site: Site, tmp_path: Path, damage: str) -> None:
    backup = back_up(site.database, tmp_path, NOW)
    if damage == "half":
        backup.write_bytes(backup.read_bytes()[:-700])
    elif damage == "other":
        backup.write_bytes(b"dit is een brief")
    elif damage == "missing":
        backup.unlink()
    else:
        backup = backup.rename(backup.with_suffix(".zip"))

    with pytest.raises(BackupFailed):
        restore(site.database, backup)
    assert site.rows() == ["Bakkerij"]


def test_a_backup_that_fails_leaves_nothing_and_says_why(site: Site, tmp_path: Path) -> None:
    gone = {**site.database, "NAME": tmp_path / "er-niet" if connection.vendor == "sqlite" else "er_niet"}

    with pytest.raises(BackupFailed) as failed:
        back_up(gone, tmp_path, NOW)
    assert "geheim" not in str(failed.value)
    assert list(tmp_path.glob("dialoog-*")) == []


def test_a_backup_into_a_folder_that_is_not_there_is_refused(site: Site, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed):
        back_up(site.database, tmp_path / "weg", NOW)


def test_only_our_own_old_backups_go(tmp_path: Path) -> None:
    names = ["dialoog-20261110T023000Z.dump", "dialoog-20261111T000000Z.sqlite3"]
    kept = ["dialoog-20261112T023000Z.dump", "dialoog-20261126T023000Z.sqlite3", "dialoog-oud.txt", "brief.dump"]
    for name in [*names, *kept]:
        (tmp_path / name).touch()

    assert sorted(file.name for file in forget_old(tmp_path, NOW, days=14)) == names
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(kept)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_the_log_of_postgresql_quotes_nobody(site: Site) -> None:
    server = connection.settings_dict
    log = Path(server["HOST"] or server["OPTIONS"]["host"]) / "server.log"
    with pytest.raises(psycopg.errors.UniqueViolation):
        site.run("INSERT INTO answers VALUES ('Bakkerij')")

    new = log.read_text()
    assert "duplicate key value violates" in new
    assert "Bakkerij" not in new


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_the_role_may_only_use_its_own_database(site: Site) -> None:
    with closing(site.open()) as opened:
        role = opened.execute("SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user")
        assert role.fetchone() == (False, False, False)
        everybody = opened.execute("SELECT datacl::text FROM pg_database WHERE datname = current_database()").fetchone()
    assert everybody
    assert "=Tc/" not in everybody[0].replace(f"{ROLE}=CTc/", "")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="needs no server")
def test_the_commands_read_the_sites_own_settings(tmp_path: Path) -> None:
    with _on_sqlite(tmp_path / "dialoog.sqlite3") as site:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {"DIALOOG_VAR": str(tmp_path)}

        def command(*words: str) -> str:
            command = [sys.executable, "-m", *words]
            return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout

        made = command("deploy.backup", str(tmp_path), "--days", "3").removeprefix("Gemaakt: ").strip()
        site.run("DELETE FROM answers")
        command("deploy.restore", made)

        assert site.rows() == ["Bakkerij"]


def test_a_password_is_in_no_list_of_processes_and_a_limit_for_visitors_is_none_for_a_backup(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: dict[str, Any] = {}

    def pretend(command: list[str], *, env: dict[str, str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        seen.update(command=command, env=env)
        Path(command[-1].partition("=")[2]).touch()
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(subprocess, "run", pretend)
    names = {"ENGINE": "django.db.backends.postgresql", "NAME": "d", "USER": "u", "HOST": "h", "PORT": 1}
    options = {"sslmode": "require", "options": "-c statement_timeout=15000", "pool": True}
    back_up(names | {"PASSWORD": "geheim", "OPTIONS": options}, tmp_path, NOW)

    assert not any("geheim" in word for word in seen["command"])
    assert seen["env"]["PGPASSWORD"] == "geheim"
    assert seen["command"][2] == "--dbname=dbname=d user=u host=h port=1 sslmode=require"
