"""The checks of the draft on the command line, for a server without a browser and for tests."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from dialoog.editorial.checks import Checked, Level, check
from dialoog.editorial.frame.drafts import read_draft


class Command(BaseCommand):
    help = "Controleert het concept. Eindigt met 1 als er een fout is; waarschuwingen houden niets tegen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--errors", action="store_true", help="toon alleen de fouten")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = Checked()
        for _done in check(read_draft().document, checked):
            pass
        for kind, findings in checked.by_kind:
            if kind.level is Level.ERROR or not options["errors"]:
                self.stdout.write(f"{kind.level.label}: {kind.label} ({len(findings)})")
                for finding in findings:
                    self.stdout.write(f"  {finding.sentence}")
        errors, warnings = len(checked.errors), len(checked.warnings)
        self.stdout.write(f"{errors} fouten, {warnings} waarschuwingen, {len(checked.cases)} referentiegevallen.")
        if errors:
            raise CommandError("Het concept heeft fouten: zo kan het niet gepubliceerd worden.", returncode=1)
