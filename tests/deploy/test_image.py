"""The image is made as it should be, as far as its file shows: not every machine can build one."""

import re
import subprocess

from tests.deploy.nginx import ROOT

FILE = (ROOT / "deploy/Dockerfile").read_text(encoding="utf-8")
LINES = [
    re.sub(r"\s+", " ", line).strip()
    for line in re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", FILE, flags=re.MULTILINE)).splitlines()
    if line.strip()
]
"""One instruction each."""


def instructions(name: str) -> list[str]:
    return [line.partition(" ")[2] for line in LINES if line.startswith(f"{name} ")]


def last_stage() -> list[str]:
    return LINES[max(number for number, line in enumerate(LINES) if line.startswith("FROM ")) :]


def test_there_is_a_stage_to_build_and_one_to_run_on_the_same_base_with_an_exact_version() -> None:
    bases = [line.partition(" ")[0] for line in instructions("FROM")]

    assert len(bases) == 2
    assert len(set(bases)) == 1
    assert re.fullmatch(r"[a-z]+:\d+\.\d+\.\d+-[a-z-]+", bases[0])


def test_it_does_not_run_as_root() -> None:
    users = [line for line in last_stage() if line.startswith("USER ")]

    assert re.fullmatch(r"USER [1-9]\d+:[1-9]\d+", users[-1])
    assert last_stage().index(users[-1]) > max(
        number for number, line in enumerate(last_stage()) if line.startswith(("RUN ", "COPY "))
    )


def test_its_user_lives_in_the_volume_so_that_what_fonts_need_can_be_kept() -> None:
    makes_user = next(line for line in last_stage() if "useradd" in line)

    assert f"--home-dir {instructions('VOLUME')[0]} " in makes_user


def test_podman_keeps_the_health_check() -> None:
    assert "podman build --format docker " in (ROOT / "scripts/image").read_text(encoding="utf-8")


def test_it_holds_the_same_files_as_any_other_machine() -> None:
    installs = [line for line in instructions("RUN") if "pip install" in line]

    assert installs
    assert all("--require-hashes" in line and "-r requirements/run.txt" in line for line in installs)


def test_it_has_the_system_packages_that_the_scripts_install() -> None:
    asked = re.search(r"weasyprint\) echo (.+) ;;", (ROOT / "scripts/packages").read_text(encoding="utf-8"))
    installs = [line for line in instructions("RUN") if "apt-get install" in line]

    assert asked
    assert all(package in installs[0].split() for package in asked[1].split())
    assert all("--no-install-recommends" in line and "rm -rf /var/lib/apt/lists/*" in line for line in installs)


def test_it_takes_nothing_from_outside_and_holds_no_secret() -> None:
    assert instructions("ADD") == []
    assert "http" not in FILE
    assert re.findall(r"KEY|PASSWORD|TOKEN|DATABASE_URL", FILE) == []


def test_commands_are_lists_so_that_signals_arrive() -> None:
    assert all(line.startswith("[") for line in instructions("CMD"))
    assert "exec deploy/serve" in instructions("CMD")[-1]
    assert instructions("HEALTHCHECK")


def test_only_what_the_site_needs_goes_in() -> None:
    """Named one by one, so that var/ and what somebody keeps in the folder stay out."""
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    named = {line[1:].rstrip("/") for line in lines if line.startswith("!")}

    assert lines[0] == "*"
    assert {"dialoog", "deploy", "fixtures", "static", "templates", "locale", "manage.py", "gunicorn.conf.py"} <= named
    assert not named & {"var", ".git", ".venv", "tests"}
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_scripts_are_sound_and_can_be_started() -> None:
    scripts = [
        file for file in (ROOT / "deploy").iterdir() if file.is_file() and not file.suffix and file.name != "Dockerfile"
    ]

    assert len(scripts) >= 6
    for script in scripts:
        assert script.stat().st_mode & 0o111
        assert subprocess.run(["bash", "-n", script]).returncode == 0
        assert "set -euo pipefail" in script.read_text()
