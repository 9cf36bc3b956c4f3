"""The PDF of a report, kept once it was made: a second download renders nothing, on any server."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.models import Consultation


class ReportPdf(models.Model):
    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="pdf")
    content = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("PDF van een rapport")
        verbose_name_plural = _("PDF's van rapporten")

    def __str__(self) -> str:
        return str(self.consultation)
