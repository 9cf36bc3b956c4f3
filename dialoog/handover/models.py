"""A sharing code that an owner switched on: all that is kept of it, and until when it opens the report."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.models import Consultation

KEPT = timedelta(days=7)
"""How long a code works."""


class HandoverCodeQuerySet(models.QuerySet["HandoverCode"]):
    def live(self) -> "HandoverCodeQuerySet":
        """Of a run that is there, and shared by the same link as when the code was made."""
        now = timezone.now()
        return self.filter(
            ends_at__gt=now,
            consultation__expires_at__gt=now,
            consultation__completed_at__isnull=False,
            consultation__share_hash=F("share_hash"),
        )

    def ended(self) -> "HandoverCodeQuerySet":
        """Those of runs that are past their date go with them."""
        return self.filter(Q(ends_at__lte=timezone.now()) | ~Q(consultation__share_hash=F("share_hash")))


class HandoverCode(models.Model):
    """The one code of a run. The code itself is not kept: it follows from the owner's token and the salt."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="handover_code")
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64, unique=True)
    """Of the code, with the site's secret. That two codes are the same is not waited for: one in 27^9 for each pair."""
    share_hash = models.CharField(max_length=64)
    """Of the reader's token that it stands for."""
    sealed = models.CharField(max_length=200)
    """That token, which only the code opens."""
    ends_at = models.DateTimeField(db_index=True)

    objects = HandoverCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("deelcode")
        verbose_name_plural = _("deelcodes")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.consultation)
