"""The README, in two languages: both say the same, and what they say of the code is true."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from dialoog.staff.site.roles import ROLES
from tests.docs.documents import ROOT, code_of, code_words, commands, headings, links, pictures, tables, tokens

ENGLISH, DUTCH = READMES = ("README.md", "README.nl.md")
HOUSE = ROOT / "dialoog"
_PICTURES, ROLES_TABLE, MAP, GLOSSARY = range(4)
SIZE = 1024 * 1024
"""Bytes; everybody who clones the repository fetches all pictures."""

in_both_languages = pytest.mark.parametrize("readme", READMES)


def rooms() -> Iterator[Path]:
    """Packages in the house, and in the rooms that are large enough to have rooms themselves."""
    for place in (HOUSE, HOUSE / "content", HOUSE / "report", HOUSE / "editorial", HOUSE / "staff"):
        for package in sorted(place.iterdir()):
            if (package / "__init__.py").exists() and package.name not in ("migrations", "management", "templatetags"):
                yield package


def layers() -> list[set[str]]:
    """Rooms that may import those in later sets, as `make lint` guards them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    names = ({name.strip().replace(".", "/") for name in layer.split("|")} for layer in contracts[0]["layers"])
    found = ({name for name in layer if (HOUSE / name).is_dir()} for layer in names)
    return [layer for layer in found if layer]


def direction(readme: str) -> list[set[str]]:
    """The same, as the README says it."""
    sentence = next(token.content for token in tokens(readme) if "→" in token.content)
    return [set(re.findall(r"`([\w/]+)`", layer)) for layer in sentence.partition(". ")[0].split("→")]


def cells_of_code(readme: str) -> list[list[list[list[str]]]]:
    return [[[code_of(cell) for cell in row] for row in table] for table in tables(readme)]


def test_both_have_the_same_headings() -> None:
    assert [level for level, _ in headings(ENGLISH)] == [level for level, _ in headings(DUTCH)]


def test_both_say_to_type_the_same() -> None:
    assert commands(ENGLISH) == commands(DUTCH)


def test_both_show_the_same_pictures() -> None:
    assert list(pictures(ENGLISH)) == list(pictures(DUTCH))


def test_both_have_the_same_code_in_the_same_cells() -> None:
    assert cells_of_code(ENGLISH) == cells_of_code(DUTCH)


def test_both_use_the_same_words_of_code() -> None:
    assert set(code_words(ENGLISH)) == set(code_words(DUTCH))


def test_both_link_to_each_other_first_and_then_to_the_same() -> None:
    (to_dutch, *english), (to_english, *dutch) = links(ENGLISH), links(DUTCH)

    assert (to_dutch, to_english) == (DUTCH, ENGLISH)
    assert english == dutch


@in_both_languages
def test_every_picture_is_shown_and_described(readme: str) -> None:
    shown = pictures(readme)

    assert sorted(shown) == sorted(str(file.relative_to(ROOT)) for file in (ROOT / "docs/img").iterdir())
    assert all(shown.values())


def test_the_pictures_are_small() -> None:
    assert sum(file.stat().st_size for file in (ROOT / "docs/img").iterdir()) < SIZE


@in_both_languages
def test_the_map_has_every_room(readme: str) -> None:
    on_the_map = [place for row in tables(readme)[MAP][1:] for place in code_of(row[0])]

    assert sorted(f"{room.relative_to(ROOT)}/" for room in rooms()) == sorted(
        place for place in on_the_map if place.startswith("dialoog/")
    )
    assert [place for place in on_the_map if not (ROOT / place).is_dir()] == []


@in_both_languages
def test_every_place_on_the_map_says_what_is_there(readme: str) -> None:
    assert all(what.content for _place, what in tables(readme)[MAP])


@in_both_languages
def test_the_direction_of_imports_is_the_one_that_is_guarded(readme: str) -> None:
    assert direction(readme) == layers()


@cache
def named_in_the_code() -> set[str]:
    """Classes, functions, and what a line in one of them begins with."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in HOUSE.rglob("*.py"))
    return set(re.findall(r"\b(?:class|def) (\w+)", code)) | set(re.findall(r"^    (\w+)", code, re.MULTILINE))


@in_both_languages
def test_the_glossary_names_what_is_in_the_code(readme: str) -> None:
    words = [word for row in tables(readme)[GLOSSARY] for cell in row for word in code_of(cell)]

    assert len(words) > 20
    assert [word for word in words if word not in named_in_the_code()] == []


@in_both_languages
def test_the_roles_are_those_of_the_site(readme: str) -> None:
    assert [code_of(row[0]) for row in tables(readme)[ROLES_TABLE][1:]] == [[role.name] for role in ROLES]


@in_both_languages
def test_what_is_left_to_confirm_is_counted(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    organisations, tools = fixture("organisations"), fixture("tools")
    looked_up = sum(bool(r.get("url")) for r in organisations)
    without = [r["name"] for r in organisations if not r.get("url")]
    inferred = sum(rule["basis"] == "afgeleid" for rule in fixture("rules"))

    assert re.search(rf"\b{looked_up} organisati\w+ (were looked up|zijn opgezocht)", text)
    assert re.search(rf"\b{len(tools)} (tools|hulpmiddelen)\b", text)
    assert all(name in text for name in without)
    assert re.search(rf"\b{inferred} (rules|adviesregels)\b", text)


def fixture(name: str) -> list[dict[str, str]]:
    records: list[dict[str, str]] = yaml.safe_load((ROOT / f"fixtures/{name}.yaml").read_text(encoding="utf-8"))
    return records
