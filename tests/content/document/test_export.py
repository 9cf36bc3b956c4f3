"""Exporting: the files that were loaded come out, and loading them gives the same content."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from dialoog.content.document.applying import apply_document
from dialoog.content.document.exporting import export_document
from dialoog.content.document.schema import SCHEMA
from dialoog.content.files.fixtures import read_fixtures
from dialoog.content.models import Caution, PageText, Release
from dialoog.content.models.versions import Version
from dialoog.content.releases.publishing import publish
from tests.builders import FIXTURES

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def test_unchanged_content_gives_the_files_byte_for_byte(tmp_path: Path) -> None:
    call_command("export_content", tmp_path / "uit")

    exported = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    assert exported == {path.name: path.read_bytes() for path in FIXTURES.iterdir()}


def test_an_export_in_an_empty_database_gives_the_same_release(tmp_path: Path) -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Bewerkt:\n\n* één\n* 'twee'")
    release = publish()
    call_command("export_content", tmp_path)
    apply_document({name: [] for name in SCHEMA}, reason="Leeg")
    assert not Caution.objects.exists()

    apply_document(read_fixtures(tmp_path), reason="Terug")

    assert publish().checksum == release.checksum


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")

    with pytest.raises(CommandError, match=r"In .*bestand kan niet worden geschreven"):
        call_command("export_content", tmp_path / "bestand")


def test_setup_leaves_edited_content_alone() -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Bewerkt.")
    PageText.objects.first().delete()
    before, release = export_document(), Release.objects.current()

    call_command("setup")

    assert export_document() == before
    assert Release.objects.current() == release


def test_setup_keeps_a_first_version_of_everything() -> None:
    for name, shape in SCHEMA.items():
        versions = Version.objects.filter(model_name=shape.model._meta.model_name)
        assert {version.event for version in versions} <= {"+"}
        kept = {shape.identity(version.record): version.record for version in versions}
        assert kept == {shape.identity(record): record for record in export_document()[name]}
