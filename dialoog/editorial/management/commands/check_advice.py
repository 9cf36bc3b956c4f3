"""What must hold for every advice, tried on many sets of answers, for a server without a browser and for tests."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection

from dialoog.advice import advise
from dialoog.advice.advice import Obstacle
from dialoog.catalogue.document import Document, chosen_in
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.document.soundness import problems
from dialoog.content.files.fixtures import read_fixtures
from dialoog.content.models import AdviceSettings
from dialoog.editorial.frame.drafts import read_draft
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.trials.invariants import violations_of_content
from dialoog.editorial.trials.samples import answers_in, draw_samples
from dialoog.editorial.trials.tally import Tally
from dialoog.editorial.trials.violations import Invariant

SETS = 20_000


class Command(BaseCommand):
    help = "Zoekt in veel adviezen naar wat nooit zo mag zijn. Eindigt met 1 als er iets gevonden is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sets", type=int, default=SETS, help="zoveel antwoordensets (%(default)s)")

    def handle(self, *args: Any, **options: Any) -> None:
        name, document = _content()
        if found := problems(document):
            raise CommandError("\n".join([f"De inhoud ({name}) is ondeugdelijk.", *found]), returncode=1)
        catalogue, tally = read_catalogue(document), Tally()
        samples = draw_samples(catalogue, map(chosen_in, document["reference_cases"]), size=options["sets"])
        for answers in (answers_in(catalogue, chosen) for chosen in samples.sets):
            if answers:
                tally.add(catalogue, advise(catalogue, answers))
        self.stdout.write(f"{tally.sets.total()} antwoordensets, op de inhoud van {name}.")
        of_content = violations_of_content(catalogue)
        for violation in of_content:
            self.stdout.write(f"{violation.invariant.label}\n  {violation.sentence}")
        self._write_broken(tally)
        self._write_empty(tally)
        if of_content or tally.broken:
            raise CommandError("Niet elk advies is zoals het moet zijn.", returncode=1)

    def _write_broken(self, tally: Tally) -> None:
        for invariant in Invariant:
            for place, broken in enumerate(tally.most(invariant)):
                if place == 0:
                    self.stdout.write(invariant.label)
                self.stdout.write(f"  {broken.violation.sentence} ({broken.sets} keer)")
                self.stdout.write(f"    bijvoorbeeld: {to_text(broken.example.chosen)}")

    def _write_empty(self, tally: Tally) -> None:
        """With enough time and with little, how many have nobody to begin with, and why."""
        for is_short, title in ((False, "Genoeg tijd"), (True, "Weinig tijd")):
            by_obstacle = {o: tally.empty[is_short, o] for o in (*Obstacle, None) if tally.empty[is_short, o]}
            share = _share(sum(by_obstacle.values()), tally.sets[is_short])
            self.stdout.write(f"{title}: niemand om mee te beginnen bij {share}.")
            for obstacle, number in by_obstacle.items():
                why = obstacle.label if obstacle else "Niemand past bij het hoofddoel"
                self.stdout.write(f"  {why}: {_share(number, tally.sets[is_short])}")


def _content() -> tuple[str, Document]:
    """The draft where there is one, and what a new site begins with elsewhere."""
    if AdviceSettings._meta.db_table in connection.introspection.table_names():
        document = read_draft().document
        if document["advice_settings"]:
            return "het concept", document
    return "fixtures", read_fixtures(settings.BASE_DIR / "fixtures")


def _share(part: int, whole: int) -> str:
    percentage = f"{100 * part / whole:.1f}".replace(".", ",") if whole else "0"
    return f"{part} van {whole} ({percentage} %)"
