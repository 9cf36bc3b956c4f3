"""Approve what waits for a second account manager, where there is only one."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from dialoog.staff.access.approvals import Refused, approve
from dialoog.staff.access.models import PendingChange


class Command(BaseCommand):
    help = "Keurt een wachtende wijziging van een account goed; zonder nummer toont het wat er wacht."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", nargs="?", type=int, help="het nummer van de wijziging")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["number"] is None:
            self._list()
            return
        try:
            change, path = approve(options["number"])
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Goedgekeurd voor {change.account}: {change.get_kind_display()}.")
        if path:
            self.stdout.write(f"Geef deze link, achter het adres van de site, aan {change.account}: {path}")

    def _list(self) -> None:
        changes = PendingChange.objects.waiting().select_related("account", "asked_by").prefetch_related("roles")
        for change in changes.order_by("pk"):
            what = ", ".join([change.get_kind_display(), *(role.name for role in change.roles.all()), change.email])
            self.stdout.write(
                f"{change.pk}: {what.rstrip(', ')} voor {change.account}, gevraagd door {change.asked_by}"
            )
        if not changes:
            self.stdout.write("Er wacht niets.")
