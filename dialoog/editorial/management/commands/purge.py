"""Delete what is past its date. Run it daily; reads keep the date too."""

from typing import Any

from django.core.management import BaseCommand, call_command

from dialoog.advisers.models import Held
from dialoog.editorial.models import Upload
from dialoog.handover.models import HandoverCode
from dialoog.health.remnants import erase_remnants
from dialoog.insight.models import DayCount, Remark
from dialoog.limits.models import Tally
from dialoog.plan.saving import settle_standings
from dialoog.report.pdf.process import sweep_up
from dialoog.report.renderings.keeping import let_go_of_pdfs
from dialoog.staff.access.purging import forget
from dialoog.wizard.counts.settling import delete_expired, settle


class Command(BaseCommand):
    help = "Verwijdert wat te oud is: adviestrajecten met hun antwoorden en rapporten, opmerkingen, uploads, sessies."

    def handle(self, *args: Any, **options: Any) -> None:
        runs = delete_expired()
        settle()
        settle_standings()
        let_go_of_pdfs()
        Held.objects.ended().delete()
        HandoverCode.objects.ended().delete()
        Tally.objects.expired().delete()
        remarks, _by_model = Remark.objects.expired().delete()
        DayCount.objects.expired().delete()
        self.stdout.write(f"{runs} adviestrajecten verwijderd.")
        self.stdout.write(f"{remarks} opmerkingen verwijderd.")
        Upload.objects.expired().delete()
        call_command("clearsessions")
        forget()
        sweep_up()
        if not erase_remnants():
            self.stderr.write("De database was bezig: resten op schijf gaan de volgende keer weg.")
