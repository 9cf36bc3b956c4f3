"""What is kept with a finished run: its advice, and what was rendered of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.languages.catalogues import SOURCE_LANGUAGE
from dialoog.report.editions import Edition
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


class Rendering(models.Model):
    """One form of the report, made once, on whichever server. It can be made again, so losing it loses nothing."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="renderings")
    edition = models.CharField(max_length=10, choices=Edition.choices())
    language = models.CharField(max_length=16, db_default=SOURCE_LANGUAGE, default=SOURCE_LANGUAGE)
    """Code of before, for a while beside this one, knows one alone."""
    key = models.CharField(max_length=64)
    """Of the code, templates and styles that it was made with."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the content."""
    content = models.BinaryField()
    """A PDF, or a page as `serving/slotted.py` packs it."""

    class Meta:
        verbose_name = _("vorm van een rapport")
        verbose_name_plural = _("vormen van rapporten")
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "edition", "language"], name="rendering_one_per_edition_and_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.edition}"
