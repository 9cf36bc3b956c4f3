"""Content that was sent in and looked at, and waits for a yes."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=1)
SENTENCES_SHOWN = 50
"""Of a file in which everything is wrong, this is enough to begin with."""


class UploadQuerySet(models.QuerySet["Upload"]):
    def waiting(self) -> "UploadQuerySet":
        """Of all content."""
        return self._recent().exclude(document__has_key="language")

    def waiting_translations(self) -> "UploadQuerySet":
        """Of the texts of one language, which no content comes without."""
        return self._recent().filter(document__has_key="language")

    def _recent(self) -> "UploadQuerySet":
        return self.filter(uploaded_at__gt=timezone.now() - KEPT)

    def expired(self) -> "UploadQuerySet":
        return self.filter(uploaded_at__lte=timezone.now() - KEPT)


class Upload(models.Model):
    """In the database, because the next request may come to another server."""

    document = models.JSONField(_("inhoud"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("geüpload door"), on_delete=models.CASCADE, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("geüpload op"), auto_now_add=True, db_index=True)

    tidied: Sequence[str] = ()
    """A sentence for each text that was tidied when it came in; known to who just received it."""

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")

    def __str__(self) -> str:
        return f"Upload {self.pk}"
