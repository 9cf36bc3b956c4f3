"""A wrong setting stops the start with one sentence; a laptop needs none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
KEY = "geheim-" * 10
PRODUCTION = {"DIALOOG_PRODUCTION": "true", "DIALOOG_SECRET_KEY": KEY, "DIALOOG_ALLOWED_HOSTS": "dialoog.nl"}


def start(folder: Path, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of its own, with only this environment."""
    clean = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL"}}
    clean = {name: value for name, value in clean.items() if not name.startswith(("DIALOOG_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-c", f"from dialoog import settings as s; {code or 'pass'}"],
        env=clean | {"DIALOOG_VAR": str(folder)} | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"DIALOOG_PRODUCTION": "misschien"}, "DIALOOG_PRODUCTION"),
        ({"DIALOOG_RETENTION_DAYS": "nul"}, "DIALOOG_RETENTION_DAYS"),
        ({"DIALOOG_RETENTION_DAYS": "0"}, "DIALOOG_RETENTION_DAYS"),
        ({"DIALOOG_SECRET_KEY": "kort"}, "DIALOOG_SECRET_KEY"),
        ({"DIALOOG_ALLOWED_HOSTS": "*"}, "DIALOOG_ALLOWED_HOSTS"),
        ({"DIALOOG_SECURITY_CONTACT": "lek"}, "DIALOOG_SECURITY_CONTACT"),
        ({"DIALOOG_VAR": "/dev/null/var"}, "DIALOOG_VAR"),
        ({"DATABASE_URL": "mysql://u:wachtwoord@h/d"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://u:wachtwoord@h:poort/d"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://u:wachtwoord@h/"}, "DATABASE_URL"),
        ({"DIALOOG_LOGS": "xml"}, "DIALOOG_LOGS"),
        ({"DIALOOG_METRICS": "0.0.0.0:9100"}, "DIALOOG_METRICS"),
        ({"DIALOOG_METRICS": "8.8.8.8:9100"}, "DIALOOG_METRICS"),
        ({"DIALOOG_METRICS": "127.0.0.1"}, "DIALOOG_METRICS"),
        ({"DIALOOG_METRICS": "localhost:9100"}, "DIALOOG_METRICS"),
        (PRODUCTION | {"DIALOOG_SECRET_KEY": ""}, "DIALOOG_SECRET_KEY"),
        (PRODUCTION | {"DIALOOG_ALLOWED_HOSTS": ""}, "DIALOOG_ALLOWED_HOSTS"),
        (PRODUCTION | {"DIALOOG_DEBUG": "true"}, "DIALOOG_DEBUG"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_sentence(
    tmp_path: Path, environment: dict[str, str], named: str
) -> None:
    started = start(tmp_path, **environment)

    assert started.returncode == 1
    assert started.stderr.startswith("dialoog start niet: ")
    assert started.stderr.count("\n") == 1
    assert named in started.stderr
    assert "wachtwoord" not in started.stderr


def test_a_laptop_needs_no_settings_and_keeps_its_own_key(tmp_path: Path) -> None:
    first = start(tmp_path, "print(s.SECRET_KEY, s.DEBUG)").stdout
    again = start(tmp_path, "print(s.SECRET_KEY, s.DEBUG)").stdout

    assert first == again
    assert len(first.split()[0]) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_production_makes_no_key_of_its_own(tmp_path: Path) -> None:
    start(tmp_path, **PRODUCTION | {"DIALOOG_SECRET_KEY": ""})

    assert not (tmp_path / "secret_key").exists()


def test_production_uses_https_and_host_cookies(tmp_path: Path) -> None:
    names = "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.DIALOOG_RUN_COOKIE"
    started = start(tmp_path, f"print(*({names})); print(s.SECURE_HSTS_SECONDS, s.CSRF_COOKIE_SECURE)", **PRODUCTION)

    cookies, rest = started.stdout.splitlines()
    assert all(name.startswith("__Host-") for name in cookies.split())
    assert rest == "31536000 True"


def test_a_load_balancer_may_ask_without_https(tmp_path: Path) -> None:
    exempt = start(tmp_path, "print(*s.SECURE_REDIRECT_EXEMPT)", **PRODUCTION).stdout.strip()

    assert all(re.search(exempt, path) for path in ("gezond/", "leeft/"))
    assert not any(re.search(exempt, path) for path in ("", "privacy/", "advies/leeft/"))


@pytest.mark.slow
def test_production_passes_djangos_own_check(tmp_path: Path) -> None:
    check = (
        "import django; from django.core.management import call_command as c; django.setup(); c('check', deploy=True)"
    )
    started = start(tmp_path, check, **PRODUCTION, DJANGO_SETTINGS_MODULE="dialoog.settings")

    assert started.returncode == 0
    assert "security.W" not in started.stderr


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_waits_its_turn_and_keeps_what_it_acknowledged() -> None:
    def pragma(name: str) -> object:
        with connection.cursor() as cursor:
            return cursor.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2  # FULL
    assert pragma("busy_timeout") == 20000
    assert connection.transaction_mode == "IMMEDIATE"  # type: ignore[attr-defined]


@pytest.mark.django_db
@pytest.mark.database
def test_a_connection_is_kept_and_looked_at_before_it_is_used_again() -> None:
    assert connection.settings_dict["CONN_MAX_AGE"] == 600
    assert connection.settings_dict["CONN_HEALTH_CHECKS"] is True
