"""Databases for servers that a test starts: one with the content in it, and an empty one made as on a server."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from django.db import connection

from tests.conftest import end_other_sessions
from tests.deploy.nginx import ROOT


@dataclass(frozen=True)
class OwnDatabase:
    settings: dict[str, Any]
    """As in Django's `DATABASES`."""
    url: str
    """For the environment."""

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What it gives, in a connection of its own; `%s` stands for a value. What it changes is kept."""
        if self.is_postgresql:
            with psycopg.connect(self.url, autocommit=True) as opened:
                cursor = opened.execute(sql.encode(), values)
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.settings["NAME"], timeout=30, isolation_level=None)) as opened:
            return opened.execute(sql.replace("%s", "?"), values).fetchall()

    @property
    def is_postgresql(self) -> bool:
        return self.url.startswith("postgres")


@contextmanager
def filled(folder: Path) -> Iterator[OwnDatabase]:
    """A copy of the database of the tests, on whichever of the two they run."""
    if connection.vendor != "postgresql":
        file = folder / "filled.sqlite3"
        of_tests = str(connection.settings_dict["NAME"])
        with closing(sqlite3.connect(of_tests)) as source, closing(sqlite3.connect(file)) as copy:
            source.backup(copy)
        yield _on_sqlite(file)
        return
    name, template = f"filled_{uuid4().hex}", connection.settings_dict["NAME"]
    end_other_sessions()
    connection.close()  # nobody may be in what is copied
    with _server() as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield _on_postgresql(name, connection.settings_dict["USER"])
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def empty(folder: Path) -> Iterator[OwnDatabase]:
    """On PostgreSQL with a role that owns it and nothing else, since restoring drops all that its role owns."""
    if connection.vendor != "postgresql":
        yield _on_sqlite(folder / "empty.sqlite3")
        return
    name, server = f"empty_{uuid4().hex}", connection.settings_dict
    psql = ["psql", "--no-psqlrc", "--quiet", "-h", _socket(), "-U", server["USER"], "postgres"]
    create = [f"--set=name={name}", f"--file={ROOT}/deploy/postgresql/create.sql"]
    subprocess.run([*psql, *create], check=True, capture_output=True)
    try:
        yield _on_postgresql(name, name)
    finally:
        with _server() as opened:
            opened.execute(f"DROP DATABASE {name} WITH (FORCE)")
            opened.execute(f"DROP ROLE {name}")


def environment(database: OwnDatabase) -> dict[str, str]:
    """Of a command of the site on it, without what is set on this machine or for the tests."""
    ours = ("DIALOOG_", "DATABASE_", "DJANGO_")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**plain, "DATABASE_URL": database.url, "PYTHONPATH": str(ROOT)}


def _on_sqlite(file: Path) -> OwnDatabase:
    return OwnDatabase({"ENGINE": "django.db.backends.sqlite3", "NAME": file}, f"sqlite:///{file}")


def _on_postgresql(name: str, user: str) -> OwnDatabase:
    settings = {**connection.settings_dict, "NAME": name, "USER": user}
    return OwnDatabase(settings, f"postgres://{user}@/{name}?host={_socket()}")


def _socket() -> str:
    server = connection.settings_dict
    return str(server["HOST"] or server["OPTIONS"]["host"])


def _server() -> "psycopg.Connection[Any]":
    user = connection.settings_dict["USER"]
    return psycopg.connect(host=_socket(), user=user, dbname="postgres", autocommit=True)
