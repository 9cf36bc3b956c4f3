"""What an adviser keeps of a report: the right to read it, with a label and a note, and the line that outlives them."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.staff.frame.looking import KEEPS_REPORTS
from dialoog.wizard.models import Consultation

MOST = 500
"""Entries in one list, those of reports that are gone among them."""
_RIGHTS = "django.contrib.auth.backends.ModelBackend"
"""The one that knows the rights of accounts."""
LENGTHS = {"label": 80, "note": 2000}
"""Characters, also in the database."""


class Entry(models.Model):
    """A line in somebody's list. It says of a report that is gone only when it was added."""

    adviser = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="report_entries")
    added_on = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("rapport in een lijst")
        verbose_name_plural = _("rapporten in lijsten")
        default_permissions = ()
        permissions = [("keep_reports", "Mag rapporten in een eigen lijst bewaren")]
        ordering = ["-added_on", "-pk"]

    def __str__(self) -> str:
        return str(self.pk)


class HeldQuerySet(models.QuerySet["Held"]):
    def live(self) -> "HeldQuerySet":
        """Rights that hold now: readers have the link still that there was when the report was added."""
        return self.filter(
            consultation__expires_at__gt=timezone.now(),
            consultation__completed_at__isnull=False,
            consultation__share_hash=F("share_hash"),
            adviser__is_active=True,
        )

    def ended(self) -> "HeldQuerySet":
        """Also of whoever may no longer have a list. Those of runs that are past their date go with them."""
        return self.filter(~Q(consultation__share_hash=F("share_hash")) | ~Q(adviser__in=_advisers()))


def _advisers() -> models.QuerySet[User]:
    """Accounts that may have a list, as `staff/frame/looking.py` says it of one."""
    return User.objects.with_perm(KEEPS_REPORTS, backend=_RIGHTS).filter(is_staff=True)


class Held(models.Model):
    """The right of one adviser to read one report. It holds no token, so it opens nothing for anybody else."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="held")
    adviser = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="held_reports")
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="held_by")
    share_hash = models.CharField(max_length=64)
    """Of the link that readers had when it was added: a new link, or none, ends the right."""
    label = models.CharField(max_length=LENGTHS["label"], blank=True)
    note = models.CharField(max_length=LENGTHS["note"], blank=True)

    objects = HeldQuerySet.as_manager()

    class Meta:
        verbose_name = _("bewaard rapport")
        verbose_name_plural = _("bewaarde rapporten")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["adviser", "consultation"], name="held_once_by_an_adviser"),
            *(
                models.CheckConstraint(condition=LessThanOrEqual(Length(F(name)), characters), name=f"held_{name}_fits")
                for name, characters in LENGTHS.items()
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # who manages the account sees this, and not whose report it is
