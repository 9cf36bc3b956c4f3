"""With the settings that the recipe makes, Django's own check for a real site finds nothing, not even a warning."""

import re
import subprocess
from pathlib import Path

import pytest
from django.db import connection

from tests.deploy.databases import OwnDatabase, empty, environment
from tests.deploy.nginx import NAME, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.database, pytest.mark.django_db(transaction=True)]

AS_SITE = 'set -a; . "$1"; set +a; shift; exec .venv/bin/python manage.py "$@"'
"""As `deploy/as_site` reads them, without its user."""
SHOW = "from django.db import connection; print(connection.vendor)"
CHECK = ("check", "--deploy", "--database", "default", "--fail-level", "WARNING")


@pytest.fixture
def database(tmp_path: Path):
    with empty(tmp_path) as made:
        yield made


@pytest.fixture
def settings_file(tmp_path: Path, database: OwnDatabase) -> Path:
    """By `deploy/place`; only the folder is the test's, and on PostgreSQL the line that docs/operations.md lets in."""
    placed = subprocess.run([ROOT / "deploy/place", NAME, tmp_path], capture_output=True, text=True, check=False)
    assert placed.returncode == 0, placed.stderr
    file = tmp_path / "etc/dialoog/dialoog.env"
    text = file.read_text(encoding="utf-8").replace("/var/lib/dialoog", str(tmp_path / "var"))
    if connection.vendor == "postgresql":
        text, times = re.subn(r"^#DATABASE_URL=.*$", f"DATABASE_URL='{database.url}'", text, flags=re.MULTILINE)
        assert times == 1
    file.write_text(text, encoding="utf-8")
    return file


def run(database: OwnDatabase, file: Path, *words: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in environment(database).items() if name != "DATABASE_URL"}
    command = ["bash", "-c", AS_SITE, "-", str(file), *words]
    return subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)


def test_it_finds_nothing(database: OwnDatabase, settings_file: Path) -> None:
    shown = run(database, settings_file, "shell", "--command", SHOW, "-v0")
    checked = run(database, settings_file, *CHECK)

    assert shown.stdout == f"{connection.vendor}\n", shown.stderr
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith("System check identified no issues")
    assert checked.stderr == ""


@pytest.mark.parametrize("worse", ["DIALOOG_HTTPS=false", "DIALOOG_SECRET_KEY=" + "a" * 60])
def test_it_does_find_what_is_wrong(database: OwnDatabase, settings_file: Path, worse: str) -> None:
    with settings_file.open("a", encoding="utf-8") as file:
        file.write(f"\n{worse}\n")

    checked = run(database, settings_file, *CHECK)

    assert checked.returncode == 1
    assert "security.W" in checked.stderr
