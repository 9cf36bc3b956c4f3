"""Write down what somebody who helps must know of this site."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dialoog.health.bundle import support_bundle


class Command(BaseCommand):
    help = "Schrijft op wat een helper over deze site moet weten: versies, instellingen zonder geheimen, aantallen."
    requires_system_checks = ()  # it tells what they find, and must work when they find something

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, help="bestand om te maken; anders op het scherm")

    def handle(self, *args: Any, output: Path | None, **options: Any) -> None:
        text = support_bundle()
        if output is None:
            self.stdout.write(text)
            return
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output} kan niet worden geschreven.") from error
