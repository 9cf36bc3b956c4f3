"""One row that the readiness check writes. Nothing else reads it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    seen_at = models.DateTimeField(_("gezien op"), auto_now=True)

    class Meta:
        verbose_name = _("hartslag")
        verbose_name_plural = _("hartslagen")

    def __str__(self) -> str:
        return str(self.seen_at)

    @classmethod
    def beat(cls) -> None:
        cls.objects.update_or_create(pk=1)
