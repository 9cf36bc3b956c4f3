"""Make a new site ready for use; on a site with content it changes nothing that was edited."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from dialoog.content.document.applying import apply_document
from dialoog.content.files.fixtures import read_fixtures
from dialoog.content.models import Fact, Release
from dialoog.content.releases.publishing import publish
from dialoog.content.versions.keeping import keep_first_versions


class Command(BaseCommand):
    help = "Migreert de database, laadt de inhoud in een lege database en publiceert de eerste uitgave."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if not Fact.objects.exists():
            apply_document(read_fixtures(settings.BASE_DIR / "fixtures"), reason="Zo begon het")
            self.stdout.write("De inhoud is geladen.")
        keep_first_versions("Zo begon het")
        if not Release.objects.exists():
            release = publish(note="Eerste uitgave")
            self.stdout.write(f"{release} is gepubliceerd.")
