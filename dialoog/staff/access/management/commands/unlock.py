"""Let somebody try again at once who guessed a password too often, or was made to wait by others."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from dialoog.staff.access import journal
from dialoog.staff.access.lockout import unlock


class Command(BaseCommand):
    help = "Laat een account meteen weer inloggen; zonder naam alle accounts en adressen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", nargs="?", default="", help="de gebruikersnaam")

    def handle(self, *args: Any, **options: Any) -> None:
        cleared = unlock(options["username"])
        journal.note("unlocked", "all" if not options["username"] else None, counts=cleared)
        self.stdout.write(f"{cleared} tellingen gewist.")
