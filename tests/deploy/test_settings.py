"""The example of the settings, and the table of them, name what the site reads: no more and no less."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.deploy.nginx import ROOT
from tests.docs.documents import code_of, tables

EXAMPLE = ROOT / "deploy/dialoog.env"
READERS = [ROOT / "gunicorn.conf.py", *(ROOT / "dialoog").rglob("*.py")]
OF_DJANGO = {"DJANGO_SETTINGS_MODULE"}


def names_read(file: Path) -> set[str]:
    """What is the first word in `read_...("NAME"` or `os.environ.get("NAME"`."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    readers = [
        call for call in calls if re.search(r"(^|\.)read_\w+$|environ\.(get|setdefault)$", ast.unparse(call.func))
    ]
    first = [call.args[0] for call in readers if call.args]
    words = [str(word.value) for word in first if isinstance(word, ast.Constant)]
    return {word for word in words if re.fullmatch(r"[A-Z][A-Z_]+", word)} - OF_DJANGO


READ = {name for file in READERS for name in names_read(file)}


def test_settings_are_found() -> None:
    assert {"DIALOOG_SECRET_KEY", "DATABASE_URL", "DIALOOG_PROXY", "PORT"} <= READ


def test_the_example_names_every_setting() -> None:
    named = set(re.findall(r"^#?([A-Z][A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))

    assert named == READ


def test_the_table_in_the_documentation_names_every_setting() -> None:
    settings = tables("docs/operations.md")[0]

    assert {name for row in settings[1:] for name in code_of(row[0])} == READ


@pytest.mark.slow
def test_the_site_starts_with_the_example_and_a_key(tmp_path: Path) -> None:
    """Read by the shell, as `deploy/as_site` does."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("KEY=\n", "KEY=" + "geheim-" * 10 + "\n")
    (tmp_path / "settings").write_text(text.replace("/var/lib/dialoog", str(tmp_path)))
    show = "from dialoog import settings as s; print(s.DIALOOG_PRODUCTION, s.DIALOOG_HTTPS, s.ALLOWED_HOSTS)"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DIALOOG_", "DATABASE_"))}
    script = f'set -a; . {tmp_path}/settings; set +a; exec .venv/bin/python -c "$1"'
    shown = subprocess.run(["bash", "-c", script, "-", show], env=environment, cwd=ROOT, capture_output=True, text=True)

    assert shown.stdout == "True True ['dialoog.example.nl']\n", shown.stderr
