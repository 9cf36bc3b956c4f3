"""What is kept with a finished run: its advice, and the PDF once it was made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.models import Consultation


class KeptAdvice(models.Model):
    """What the report says, whatever becomes of the engine; see `advice/storing.py`."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="advice")
    version = models.PositiveSmallIntegerField()
    """Of the form of the data."""
    data = models.JSONField()

    class Meta:
        verbose_name = _("advies van een rapport")
        verbose_name_plural = _("adviezen van rapporten")

    def __str__(self) -> str:
        return str(self.consultation)


class ReportPdf(models.Model):
    """A second download renders nothing, on any server."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="pdf")
    content = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("PDF van een rapport")
        verbose_name_plural = _("PDF's van rapporten")

    def __str__(self) -> str:
        return str(self.consultation)
