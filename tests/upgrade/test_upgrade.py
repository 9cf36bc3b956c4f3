"""A database that was filled before migrations were folded and versions got one table still migrates and opens.

`first_version.sqlite3.xz` and `first_version.sql.xz` (PostgreSQL) were filled by that code: content edited, restored
and deleted by an editor, a save by a script, two releases, a run half-way, a finished one with its PDF, and a run on
the second release.
"""

import lzma
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@contextmanager
def old_database(folder: Path) -> Iterator[dict[str, str]]:
    """The environment in which the site uses a copy of the old database."""
    with lzma.open(HERE / f"first_version.{'sql' if connection.vendor == 'postgresql' else 'sqlite3'}.xz") as file:
        content = file.read()
    if connection.vendor != "postgresql":
        (folder / "dialoog.sqlite3").write_bytes(content)
        yield {"DATABASE_URL": f"sqlite:///{folder / 'dialoog.sqlite3'}"}
        return
    name, at = f"upgrade_{uuid4().hex}", {**connection.get_connection_params(), "dbname": "postgres"}
    known = {key: at[key] for key in ("host", "port", "user", "password", "dbname") if at.get(key)}
    with psycopg.connect(**known, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            with psycopg.connect(**{**known, "dbname": name}) as database:
                database.execute(content.decode())
            yield {"DATABASE_URL": f"postgres://{known.get('user', '')}@/{name}?host={known['host']}"}
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_everything_of_an_older_database_is_carried_over(tmp_path: Path) -> None:
    with old_database(tmp_path) as database:
        environment = {**os.environ, **database, "DIALOOG_VAR": str(tmp_path), "PYTHONPATH": str(ROOT)}
        walk = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "tests.upgrade.walk"],
            env={**environment, "DJANGO_SETTINGS_MODULE": "dialoog.settings", "DIALOOG_DEBUG": "true"},
            cwd=ROOT,
            capture_output=True,
            text=True,
        )

    assert walk.returncode == 0, walk.stdout + walk.stderr
    assert "Alles ging open." in walk.stdout
