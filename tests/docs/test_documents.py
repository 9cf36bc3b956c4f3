"""What the documents point to is there, what they say to type can be typed, and what they quote is in the code."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.docs.documents import DOCUMENTS, ROOT, code_blocks, code_words, commands, headings, links

MADE_LATER = {"var/", ".venv/"}
"""Folders that are made on a computer."""

in_every_document = pytest.mark.parametrize("document", DOCUMENTS)


@cache
def files() -> list[str]:
    """All that could be meant, by its path in the repository."""
    folders = ("dialoog", "tests", "templates", "static", "docs", "scripts", "fixtures", "requirements", "deploy")
    return ["/" + str(file.relative_to(ROOT)) for folder in folders for file in (ROOT / folder).rglob("*")] + [
        "/" + file.name for file in ROOT.iterdir()
    ]


def is_a_place(word: str) -> bool:
    """A file with its ending, or a folder; not a path of the site, and not a pattern."""
    return bool(re.fullmatch(r"[\w.-][\w./-]*(/|\.(py|md|yml|yaml|html|css|toml))", word)) and not word.startswith("_")


def exists(word: str) -> bool:
    return any(file.endswith("/" + word.rstrip("/")) for file in files())


def typed(document: str) -> list[str]:
    return [*commands(document), *code_words(document)]


@in_every_document
def test_a_link_leads_to_a_file_that_is_there(document: str) -> None:
    targets = [link.partition("#")[0] for link in links(document) if "://" not in link]

    assert [target for target in targets if not ((ROOT / document).parent / target).exists()] == []


@in_every_document
def test_a_link_into_a_document_leads_to_a_heading(document: str) -> None:
    inside = [link.partition("#") for link in links(document) if "://" not in link and "#" in link]

    for target, _, anchor in inside:
        file = ((ROOT / document).parent / target).resolve().relative_to(ROOT.resolve())
        assert anchor in anchors(str(file))


def anchors(document: str) -> list[str]:
    return [title.lower().replace(" ", "-") for _level, title in headings(document)]


@in_every_document
def test_a_file_or_folder_that_is_named_is_there(document: str) -> None:
    places = {word for word in code_words(document) if is_a_place(word)} - MADE_LATER

    assert {place for place in places if not exists(place)} == set()


@in_every_document
def test_a_command_of_make_is_there(document: str) -> None:
    there = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for line in typed(document) for name in re.findall(r"^make ([a-z-]+)", line)}

    assert named <= there


@in_every_document
def test_a_command_of_the_site_is_there(document: str) -> None:
    named = {name for line in typed(document) for name in re.findall(r"manage\.py (\w+)", line)}

    assert named <= set(get_commands())


def test_every_page_of_documentation_is_on_the_map() -> None:
    pages = {f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md")}

    assert pages <= set(links("README.md"))


def test_an_example_of_style_is_in_the_code() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    quoted = re.findall(r"\(`([\w/.]+)`\):\n\n```python\n(.*?)```", text, re.DOTALL)

    assert len(quoted) == len(code_blocks("CONTRIBUTING.md", "python")) > 0
    assert [file for file, example in quoted if not is_quoted(ROOT / file, example)] == []


def is_quoted(file: Path, example: str) -> bool:
    """Line by line, however far it stands from the margin there."""
    code = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    lines = [line.strip() for line in example.strip().splitlines()]
    return any(code[start : start + len(lines)] == lines for start in range(len(code)))
