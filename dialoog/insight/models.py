"""Counts per day, and remarks. Neither knows which run it came from."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.insight.vocabulary import CountKind

REMARK_DAYS = 365
"""How long a remark is kept; the form and the privacy page promise a year."""

REMARK_LENGTH = 500


class DayCountQuerySet(models.QuerySet["DayCount"]):
    def expired(self) -> "DayCountQuerySet":
        """What people typed goes when a remark of that day goes; a number alone may stay."""
        return self.filter(kind=CountKind.NOT_FOUND, day__lte=_last_expired_day())


class DayCount(models.Model):
    """How often one thing happened on one day. Changed by `counting.py` alone."""

    day = models.DateField(_("dag"))
    kind = models.CharField(_("wat"), max_length=20, choices=CountKind.choices())
    key = models.CharField(_("welke"), max_length=60, blank=True)
    """Of a goal, a step or an opinion; empty where the kind says it all."""
    number = models.PositiveIntegerField(_("aantal"), default=0)

    objects = DayCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellingen")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind", "key"],
                name="daycount_one_per_day",
                violation_error_message=_("Deze telling is er al voor deze dag."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind} {self.key}"


class RemarkQuerySet(models.QuerySet["Remark"]):
    def live(self) -> "RemarkQuerySet":
        """Not past their date. Every read goes through this, so that the date holds even if nothing is purged."""
        return self.filter(day__gt=_last_expired_day())

    def expired(self) -> "RemarkQuerySet":
        return self.filter(day__lte=_last_expired_day())


class Remark(models.Model):
    """What somebody wrote at the end of a report. Free text: it may hold a name that should not be there."""

    day = models.DateField(_("dag"), db_index=True)
    is_useful = models.BooleanField(_("vond het nuttig"))
    text = models.TextField(_("opmerking"), max_length=REMARK_LENGTH)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("opmerking")
        verbose_name_plural = _("opmerkingen")
        default_permissions = ("view", "delete")
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        """Without the text: the admin's log keeps this after a remark is deleted."""
        return str(_("opmerking van %s") % self.day)


def _last_expired_day() -> date:
    return timezone.localdate() - timedelta(days=REMARK_DAYS)
