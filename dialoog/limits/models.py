"""How often an address did something lately, under a name that leads back to nobody."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TallyQuerySet(models.QuerySet["Tally"]):
    def expired(self) -> "TallyQuerySet":
        return self.filter(ends_at__lte=timezone.now())


class Tally(models.Model):
    """One row for an address, what it did, and a window of time. Written by `allowance.py` alone."""

    name = models.CharField(max_length=43, primary_key=True)
    """Keyed hash of the three; another window gives another name, so that nobody is followed through a day."""
    number = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("telling van een adres")
        verbose_name_plural = _("tellingen van adressen")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
