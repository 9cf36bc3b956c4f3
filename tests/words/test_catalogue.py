"""Each language in `locale/` has every word that visitors read, and says no more than the Dutch: `scripts/messages`."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
import yaml
from django.conf import settings

from tests.words.terms import FORBIDDEN, forbidden_in

ROOT = Path(settings.BASE_DIR)
CATALOGUES = sorted(path for path in ROOT.glob("locale/*/LC_MESSAGES/django.po") if path.parts[-3] != "nl")
"""That of the source language holds what Django says to staff."""
IDS = [path.parts[-3] for path in CATALOGUES]

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
TAG = re.compile(r"</?\w+[^>]*>")
OTHER_LANGUAGE = re.compile(r'<span lang="nl">.*?</span>')
"""A translation may name what keeps its Dutch name."""


def texts(entry: polib.POEntry) -> Iterator[tuple[str, str]]:
    """What is said in Dutch, and in the other language."""
    if not entry.msgid_plural:
        yield entry.msgid, entry.msgstr
    for number, text in entry.msgstr_plural.items():
        yield entry.msgid if number == 0 else entry.msgid_plural, text


def entries(path: Path) -> list[polib.POEntry]:
    return list(polib.pofile(str(path)))


@pytest.mark.parametrize("path", CATALOGUES, ids=IDS)
def test_every_word_is_translated(path: Path) -> None:
    unsaid = [entry.msgid for entry in entries(path) if entry.fuzzy or entry.obsolete or not all(entry_texts(entry))]

    assert len(entries(path)) > 250
    assert unsaid == []


def entry_texts(entry: polib.POEntry) -> list[str]:
    return [text for _dutch, text in texts(entry)]


@pytest.mark.parametrize("path", CATALOGUES, ids=IDS)
def test_placeholders_and_markup_are_kept(path: Path) -> None:
    for entry in entries(path):
        for dutch, text in texts(entry):
            assert Counter(PLACEHOLDER.findall(text)) == Counter(PLACEHOLDER.findall(dutch)), entry.msgid
            assert TAG.findall(OTHER_LANGUAGE.sub("", text)) == TAG.findall(dutch), entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=IDS)
def test_what_is_used_is_what_can_be_read(path: Path) -> None:
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    used = {(entry.msgctxt, entry.msgid): entry_texts(entry) for entry in compiled}

    assert used == {(entry.msgctxt, entry.msgid): entry_texts(entry) for entry in entries(path)}


@pytest.mark.slow  # it runs gettext over all code
@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not there")
def test_nothing_in_the_code_is_new_to_them(tmp_path: Path) -> None:
    for name in ("dialoog", "templates", "locale", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")

    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DIALOOG_"))}

    subprocess.run([tmp_path / "scripts/messages"], check=True, capture_output=True, timeout=120, env=environment)

    for path in CATALOGUES:
        assert (tmp_path / path.relative_to(ROOT)).read_text() == path.read_text(), "make messages"


def test_english_keeps_to_the_terms() -> None:
    path = ROOT / "locale/en/LC_MESSAGES/django.po"
    said = [text for entry in entries(path) for text in entry_texts(entry)]

    assert [(text, words) for text in said if (words := forbidden_in(text))] == []


def test_the_content_in_english_keeps_to_the_terms() -> None:
    records = yaml.load((ROOT / "fixtures/translations.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    said = [(record["identity"], row["text"]) for record in records for row in record["texts"]]

    assert [(where, words) for where, text in said if (words := forbidden_in(text))] == []


def test_the_list_of_terms_is_read() -> None:
    assert "labour union" in FORBIDDEN
    assert forbidden_in("Talk to a labour union about your supply chain.") == ["labour union"]
    assert sorted(forbidden_in("Vendors in the chain, and employees")) == ["chain", "employees", "vendors"]
