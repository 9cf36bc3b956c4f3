"""publiccode.yml holds what the standard asks, and the same as the rest of the repository."""

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.docs.documents import ROOT

TEXT = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
ABOUT: dict[str, Any] = yaml.safe_load(TEXT)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

OPEN = "IN TE VULLEN DOOR DE SER"
REQUIRED = [
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "maintenance.contacts",
    "localisation.localisationReady",
    "localisation.availableLanguages",
]
"""Of version 0.5 of the standard; later and earlier ones ask no more."""
CHOICES = {
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "softwareType": {"standalone/web"},
    "maintenance.type": {"internal", "community"},
}
"""Of the standard's fixed lists, what can be true of this software; who keeps it `internal` names a contact."""


def value(path: str) -> Any:
    found: Any = ABOUT
    for key in path.split("."):
        found = found[key]
    return found


@pytest.mark.parametrize("path", REQUIRED)
def test_what_the_standard_asks_is_there(path: str) -> None:
    assert value(path) not in (None, "", [], {})


@pytest.mark.parametrize("path", CHOICES)
def test_a_choice_is_one_of_the_standard(path: str) -> None:
    assert value(path) in CHOICES[path]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_description_has_the_lengths_of_the_standard(language: str) -> None:
    description = ABOUT["description"][language]

    assert 0 < len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert description["features"]
    assert [file for file in description["screenshots"] if not (ROOT / file).is_file()] == []


def test_the_languages_have_the_same_features_and_pictures() -> None:
    dutch, english = ABOUT["description"]["nl"], ABOUT["description"]["en"]

    assert len(dutch["features"]) == len(english["features"])
    assert dutch["screenshots"] == english["screenshots"]


def test_version_and_licence_are_those_of_the_project() -> None:
    assert ABOUT["softwareVersion"] == PROJECT["version"]
    assert ABOUT["legal"]["license"] == PROJECT["license"]


def test_the_least_python_is_that_of_the_project() -> None:
    python = next(needed for needed in ABOUT["dependsOn"]["open"] if needed["name"] == "Python")

    assert PROJECT["requires-python"] == f">={python['versionMin']}"


def test_the_date_is_that_of_the_release_in_the_changelog() -> None:
    """A version that was not released yet has no date."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.search(rf"^## {re.escape(PROJECT['version'])} - (\d{{4}}-\d\d-\d\d)$", changelog, re.MULTILINE)

    assert ABOUT.get("releaseDate") == (released[1] if released else None)


def test_what_is_not_known_yet_is_marked() -> None:
    """An address that leads nowhere and a name of nobody may not pass for real ones."""
    lines = TEXT.splitlines()
    invented = [number for number, line in enumerate(lines) if ".invalid/" in line or f"name: {OPEN}" in line]

    assert [lines[number] for number in invented if OPEN not in lines[number - 1]] == []
