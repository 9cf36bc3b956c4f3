"""Make a new site ready for use; on a site with content it changes nothing that was edited."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection

from dialoog.content.document.applying import apply_document
from dialoog.content.files.fixtures import read_fixtures
from dialoog.content.models import Fact, Release
from dialoog.content.releases.publishing import publish
from dialoog.content.releases.visible import work_out_missing
from dialoog.content.versions.keeping import keep_first_versions
from dialoog.database.private import keep_private
from dialoog.database.upgrading import NewerDatabase, one_at_a_time, refuse_newer


class Command(BaseCommand):
    help = "Migreert de database, laadt de inhoud in een lege database en publiceert de eerste uitgave."

    def handle(self, *args: Any, **options: Any) -> None:
        keep_private()
        with one_at_a_time(connection):
            self.make_ready()

    def make_ready(self) -> None:
        try:
            refuse_newer(connection)
        except NewerDatabase as error:
            raise CommandError(f"dialoog start niet: {error}") from error
        call_command("migrate", interactive=False, verbosity=0)
        if not Fact.objects.exists():
            apply_document(read_fixtures(settings.BASE_DIR / "fixtures"), reason="Zo begon het")
            self.stdout.write("De inhoud is geladen.")
        keep_first_versions("Zo begon het")
        if not Release.objects.exists():
            release = publish(note="Eerste uitgave")
            self.stdout.write(f"{release} is gepubliceerd.")
        work_out_missing()
