"""The units of systemd, placed as on a server: systemd itself finds them sound and well shut off."""

import runpy
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.deploy.nginx import ROOT

NAME = "dialoog.test.nl"
SERVICES = ["dialoog-web.service", "dialoog-purge.service", "dialoog-backup.service"]
TIMERS = ["dialoog-purge.timer", "dialoog-backup.timer"]
MOST_EXPOSED = 20
"""Tenths, of what `systemd-analyze security` counts: up to 2.0 it says OK, and an unhardened service has 9.6."""

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not there")


def place(root: Path, name: str = NAME) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "deploy/place", name, root], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("root")
    assert place(root).returncode == 0
    return root


@pytest.fixture
def units(placed: Path) -> Path:
    return placed / "etc/systemd/system"


def read(file: Path) -> ConfigParser:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(file)
    return unit


@needs_systemd
@pytest.mark.slow
@pytest.mark.parametrize("unit", [*SERVICES, *TIMERS])
def test_systemd_finds_nothing_wrong(units: Path, unit: str) -> None:
    # Timers wait for what a machine without systemd as its first process lacks; only what is said of ours counts.
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", units / unit], capture_output=True, text=True
    )

    assert [line for line in found.stderr.splitlines() if "dialoog" in line] == []
    assert found.returncode == 0


@needs_systemd
@pytest.mark.slow
def test_systemd_does_find_what_is_wrong(units: Path, tmp_path: Path) -> None:
    broken = (units / "dialoog-purge.service").read_text().replace("/.venv/bin/python", "/.venv/bin/pithon")
    (tmp_path / "dialoog-broken.service").write_text(broken)
    command = ["systemd-analyze", "verify", "--man=no", tmp_path / "dialoog-broken.service"]

    assert subprocess.run(command, capture_output=True).returncode != 0


@needs_systemd
@pytest.mark.slow
@pytest.mark.parametrize("unit", SERVICES)
def test_who_gets_in_can_do_little(units: Path, unit: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED}"]
    found = subprocess.run([*command, units / unit], capture_output=True, text=True)

    assert found.returncode == 0, found.stdout[-200:]


@pytest.mark.parametrize("unit", SERVICES)
def test_what_a_unit_starts_is_there(units: Path, unit: str) -> None:
    service = read(units / unit)["Service"]
    commands = [value for name, value in service.items() if name.startswith("Exec")]

    assert commands
    assert [command for command in commands if not Path(command.split()[0]).is_file()] == []


def test_every_service_is_shut_off_by_the_same_file(units: Path) -> None:
    assert {file.name for file in units.glob("*.service")} == set(SERVICES)
    assert {file.name for file in units.glob("*.timer")} == set(TIMERS)
    assert read(units / "dialoog-.service.d/hardening.conf")["Service"]["ProtectSystem"] == "strict"
    assert all("User" not in read(units / unit)["Service"] for unit in SERVICES)


def test_a_stop_waits_longer_than_the_answers_that_are_under_way(units: Path) -> None:
    graceful = runpy.run_path(str(ROOT / "gunicorn.conf.py"))["graceful_timeout"]

    assert int(read(units / "dialoog-web.service")["Service"]["TimeoutStopSec"]) > graceful


def test_the_name_and_the_folder_of_the_site_are_filled_in(placed: Path) -> None:
    texts = [file.read_text() for file in placed.rglob("*") if file.is_file()]

    assert f"server_name {NAME};" in (placed / "etc/nginx/conf.d/dialoog.conf").read_text()
    assert not any("dialoog.example.nl" in text or "/opt/dialoog" in text for text in texts)


@pytest.mark.slow
def test_settings_are_made_once_with_a_key_of_their_own(tmp_path: Path) -> None:
    place(tmp_path / "first")
    place(tmp_path / "second")
    first, second = (tmp_path / root / "etc/dialoog/dialoog.env" for root in ("first", "second"))
    made = first.read_text()
    key = next(line for line in made.splitlines() if line.startswith("DIALOOG_SECRET_KEY="))
    again = subprocess.run([ROOT / "deploy/place", "", tmp_path / "first"], capture_output=True)

    assert len(key.partition("=")[2]) >= 50
    assert key not in second.read_text()
    assert first.stat().st_mode & 0o077 == 0
    assert again.returncode == 0
    assert first.read_text() == made


@pytest.mark.parametrize("name", ["", "localhost", "dialoog.nl;rm", "https://dialoog.nl"])
def test_what_is_no_name_of_a_site_is_refused(tmp_path: Path, name: str) -> None:
    placed = place(tmp_path, name)

    assert placed.returncode == 1
    assert "Noem de naam" in placed.stderr
    assert list(tmp_path.iterdir()) == []
