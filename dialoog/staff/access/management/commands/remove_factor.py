"""Take a lost second step off an account, for when no account manager can."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError

from dialoog.staff.access.factors import remove_all_factors


class Command(BaseCommand):
    help = "Haalt de tweede stap en de herstelcodes van een account, en logt het overal uit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="de gebruikersnaam")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError("Er is geen account met deze gebruikersnaam.")
        removed = remove_all_factors(user)
        self.stdout.write("De tweede stap is weg." if removed else "Dit account had geen tweede stap.")
