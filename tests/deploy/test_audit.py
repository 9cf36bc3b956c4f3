"""No pinned version has a hole that we know of, and one that has is found whether or not anybody can be asked."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from scripts.audit import CANARY, KNOWN_BAD, LOCKED, audit, known_bad, pins_of, read_advisories, working_source
from tests.docs.documents import ROOT

RUN = LOCKED[0]


def pinned(folder: Path, name: str, version: str) -> Path:
    """The real pins, but for one."""
    text = RUN.read_text(encoding="utf-8")
    now = pins_of(text)[name]
    changed = text.replace(f"{name}=={now}", f"{name}=={version}")
    assert changed != text
    (folder / "run.txt").write_text(changed, encoding="utf-8")
    return folder / "run.txt"


def nobody(source: str, files: Sequence[Path]) -> list[str] | None:
    return None


def mirror(source: str, files: Sequence[Path]) -> list[str] | None:
    """Knows packages and no advisories."""
    return []


def osv(source: str, files: Sequence[Path]) -> list[str] | None:
    """Knows of the canary, and of one thing more."""
    texts = "".join(file.read_text() for file in files)
    if source != "osv":
        return None
    return [name for name in ("weasyprint==68.0", "nh3==0.3.1") if name in texts]


def test_what_is_pinned_has_no_hole_that_we_know_of() -> None:
    assert list(known_bad(LOCKED, read_advisories())) == []


@pytest.mark.parametrize(
    ("name", "version", "advisory"),
    [
        ("weasyprint", "68.0", "CVE-2026-55073"),
        ("django", "5.2.8", "CVE-2025-13372"),
        ("gunicorn", "22.0.0", "CVE-2024-6827"),
        ("cryptography", "46.0.4", "CVE-2026-26007"),
    ],
)
def test_a_bad_version_is_found_and_named(tmp_path: Path, name: str, version: str, advisory: str) -> None:
    found = list(known_bad([pinned(tmp_path, name, version)], read_advisories()))

    assert any(line.startswith(f"{name} {version} in run.txt") and advisory in line for line in found)


def test_every_package_on_the_list_is_one_of_ours() -> None:
    pins = pins_of("".join(file.read_text(encoding="utf-8") for file in LOCKED))

    assert {advisory.package for advisory in read_advisories()} <= set(pins)


def test_every_advisory_says_where_it_ends_what_it_is_called_and_why() -> None:
    for record in yaml.safe_load(KNOWN_BAD.read_text(encoding="utf-8")):
        assert set(record) == {"package", "versions", "ids", "why"}
        assert any(part.operator in ("<", "<=") for part in SpecifierSet(record["versions"]))
        assert record["ids"]
        assert all(name.startswith(("CVE-", "GHSA-", "PYSEC-")) for name in record["ids"])
        assert record["why"]


@pytest.mark.parametrize("ask", [nobody, mirror])
def test_a_source_that_does_not_know_what_is_bad_is_none(ask: object) -> None:
    assert working_source(ask) is None  # type: ignore[arg-type]


def test_it_says_when_nobody_could_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit([RUN], nobody)
    assert "NIET gedaan" in capsys.readouterr().out
    assert not audit([pinned(tmp_path, "weasyprint", "68.0")], nobody)


def test_what_a_source_knows_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit([RUN], osv)
    assert "gevraagd aan osv" in capsys.readouterr().out
    assert not audit([pinned(tmp_path, "nh3", "0.3.1")], osv)


def test_a_source_that_gives_up_half_way_is_no_good_news(capsys: pytest.CaptureFixture[str]) -> None:
    def gives_up(source: str, files: Sequence[Path]) -> list[str] | None:
        return ["weasyprint"] if files[0].read_text() == CANARY else None

    assert not audit([RUN], gives_up)
    assert "kwam niet tot een antwoord" in capsys.readouterr().out


@pytest.mark.slow
def test_the_command_fails_on_a_bad_pin(tmp_path: Path) -> None:
    """Whether a source can be reached from here or not."""
    command = [sys.executable, "-m", "scripts.audit", pinned(tmp_path, "weasyprint", "68.0")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1, done.stdout
    assert "weasyprint 68.0 in run.txt: CVE-2026-55073" in done.stdout


@pytest.mark.slow
def test_the_list_of_parts_holds_every_pin_of_a_server(tmp_path: Path) -> None:
    subprocess.run(["scripts/sbom", tmp_path / "sbom.json"], cwd=ROOT, check=True, capture_output=True)
    parts = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))

    assert parts["bomFormat"] == "CycloneDX"
    assert parts["metadata"]["component"]["name"] == "dialoog"
    listed = {part["name"].lower(): part["version"] for part in parts["components"]}
    assert {name: str(version) for name, version in pins_of(RUN.read_text(encoding="utf-8")).items()} == listed
    assert all("hashes" in part["externalReferences"][0] for part in parts["components"])
