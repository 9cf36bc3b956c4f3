"""What docs/operations.md says to type on a server can be typed there."""

import re
from pathlib import Path

import pytest

from tests.deploy.nginx import ROOT
from tests.docs.documents import code_of, commands, tables

TYPED = [line for line in commands("docs/operations.md") if line.strip()]
UNITS = {file.name for file in (ROOT / "deploy/systemd").glob("dialoog-*.*") if file.is_file()}

FILES = sorted(file for file in (ROOT / "deploy").iterdir() if file.name != "__pycache__")


def test_there_is_a_recipe() -> None:
    assert any(line.startswith("deploy/install ") for line in TYPED)


def test_every_file_of_the_repository_that_is_typed_is_there() -> None:
    typed = {word for line in TYPED for word in line.split() if word.startswith(("deploy/", "scripts/"))}

    assert {"deploy/install", "deploy/upgrade", "deploy/as_site", "deploy/postgresql/create.sql"} <= typed
    assert [name for name in typed if not (ROOT / name).is_file()] == []


def test_every_module_that_is_typed_is_there() -> None:
    typed = {name for line in TYPED for name in re.findall(r"-m (deploy\.\w+)", line)}

    assert typed
    assert [name for name in typed if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []


def test_every_unit_that_is_named_is_there() -> None:
    typed = {name for line in TYPED for name in re.findall(r"\bdialoog-[a-z]+", line) if "systemctl" in line}
    named = {name for row in tables("docs/operations.md")[1][1:] for name in code_of(row[0])}

    assert {f"{name}.service" for name in typed} <= UNITS
    assert named <= UNITS


def test_the_line_that_chooses_postgresql_fits_the_example() -> None:
    (before, after) = next(
        re.findall(r"s/(\^#DATABASE_URL)/(DATABASE_URL)/", line)[0] for line in TYPED if "sed" in line
    )
    text = (ROOT / "deploy/dialoog.env").read_text(encoding="utf-8")

    assert re.sub(before, after, text, flags=re.MULTILINE).count("\nDATABASE_URL='postgres://dialoog@/") == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_for_a_server_is_named_in_the_documentation_or_by_another(file: Path) -> None:
    """One that nobody finds is kept up by nobody."""
    files = [other for other in (ROOT / "deploy").rglob("*") if other.is_file() and other.parent.name != "__pycache__"]
    others = [other for other in files if other != file]
    texts = [
        other.read_text(encoding="utf-8") for other in [*others, ROOT / "docs/operations.md", ROOT / "scripts/image"]
    ]

    assert any(f"deploy/{file.stem}" in text or f"deploy.{file.stem}" in text for text in texts)
