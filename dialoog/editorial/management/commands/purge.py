"""Delete what is past its date. Run it daily; reads keep the date too."""

from typing import Any

from django.core.management import BaseCommand

from dialoog.editorial.models import Upload
from dialoog.insight.models import Remark
from dialoog.report.pdf.process import sweep_up
from dialoog.wizard.models import Consultation


class Command(BaseCommand):
    help = "Verwijdert wat te oud is: adviestrajecten met hun antwoorden en rapporten, opmerkingen en oude uploads."

    def handle(self, *args: Any, **options: Any) -> None:
        _rows, by_model = Consultation.objects.expired().delete()
        remarks, _ = Remark.objects.expired().delete()
        self.stdout.write(f"{by_model.get('wizard.Consultation', 0)} adviestrajecten verwijderd.")
        self.stdout.write(f"{remarks} opmerkingen verwijderd.")
        Upload.objects.expired().delete()
        sweep_up()
