"""Write the content as it is now to a folder of YAML files, one for each kind."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dialoog.catalogue.document import records_of
from dialoog.content.document.exporting import export_document
from dialoog.content.files.fixtures import write_fixtures


class Command(BaseCommand):
    help = "Schrijft de inhoud zoals die nu is als YAML naar een map, één bestand per soort."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="MAP", type=Path, help="de map; wordt gemaakt als die er niet is")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        document = export_document()
        try:
            write_fixtures(folder, document)
        except OSError as error:
            raise CommandError(
                f"In {folder} kan niet worden geschreven ({error.strerror}). Kies een andere map."
            ) from error
        records = sum(len(records_of(document, name)) for name in document)
        self.stdout.write(f"{records} records in {len(document)} bestanden geschreven naar {folder}.")
