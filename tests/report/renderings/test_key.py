"""Whatever a rendering depends on, another of it gives another key."""

from pathlib import Path
from typing import Any

import pytest

from dialoog.report.renderings import key
from dialoog.report.renderings.key import rendering_key

FILES = ("dialoog/advice/engine.py", "templates/report/_body.html", "static/css/base.css", "static/fonts/sans.ttf")
fresh_key = rendering_key.__wrapped__


@pytest.fixture
def house(tmp_path: Path, settings: Any) -> Path:
    for name in (*FILES, "dialoog/notes.txt", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("eerst")
    settings.BASE_DIR = tmp_path
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_counts(house: Path, name: str) -> None:
    before = fresh_key()
    assert fresh_key() == before

    (house / name).write_text("later")
    changed = fresh_key()
    (house / name).rename((house / name).with_stem("anders"))

    assert len({before, changed, fresh_key()}) == 3


@pytest.mark.parametrize("name", ["dialoog/notes.txt", "README.md"])
def test_a_file_that_does_not(house: Path, name: str) -> None:
    before = fresh_key()

    (house / name).write_text("later")

    assert fresh_key() == before


@pytest.mark.parametrize("package", ["Django", "weasyprint", "markdown-it-py", "nh3"])
def test_a_package(house: Path, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, version = fresh_key(), key.version

    monkeypatch.setattr(key, "version", lambda name: "99" if name == package else version(name))

    assert fresh_key() != before


def test_an_address_of_static_files(house: Path, settings: Any) -> None:
    before = fresh_key()

    settings.STATIC_URL = "/elders/"

    assert fresh_key() != before


def test_it_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rendering_key()

    monkeypatch.setattr(key, "version", lambda name: "99")

    assert rendering_key() == before
