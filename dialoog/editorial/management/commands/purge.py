"""Delete what is past its date. Run it daily; reads keep the date too."""

from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import transaction

from dialoog.editorial.models import Upload
from dialoog.health.remnants import erase_remnants
from dialoog.insight.models import Remark
from dialoog.limits.models import Tally
from dialoog.report.pdf.process import sweep_up
from dialoog.staff.access.purging import forget
from dialoog.wizard.models import Consultation


class Command(BaseCommand):
    help = "Verwijdert wat te oud is: adviestrajecten met hun antwoorden en rapporten, opmerkingen, uploads, sessies."

    def handle(self, *args: Any, **options: Any) -> None:
        _rows, by_model = _delete_runs()
        Tally.objects.expired().delete()
        remarks, _by_model = Remark.objects.expired().delete()
        self.stdout.write(f"{by_model.get('wizard.Consultation', 0)} adviestrajecten verwijderd.")
        self.stdout.write(f"{remarks} opmerkingen verwijderd.")
        Upload.objects.expired().delete()
        call_command("clearsessions")
        forget()
        sweep_up()
        if not erase_remnants():
            self.stderr.write("De database was bezig: resten op schijf gaan de volgende keer weg.")


def _delete_runs() -> tuple[int, dict[str, int]]:
    """Under their locks: of a run whose date moves on at this very moment nothing goes."""
    with transaction.atomic():
        expired = Consultation.objects.expired().select_for_update().order_by("pk")
        return Consultation.objects.filter(pk__in=list(expired.values_list("pk", flat=True))).delete()
