"""Releases: content, frozen at the moment of publishing."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseQuerySet(models.QuerySet["Release"]):
    def current(self) -> "Release | None":
        """The release that new visitors get; without its document, which the catalogue reads once."""
        return self.defer("document").order_by("-number").first()


class Release(models.Model):
    number = models.PositiveIntegerField(_("nummer"), unique=True)
    checksum = models.CharField(_("controlegetal"), max_length=64)
    note = models.TextField(_("toelichting"), max_length=2000, blank=True)
    overrules = models.JSONField(
        _("overstemde referentiegevallen"),
        default=list,
        blank=True,
        help_text=_("Gevallen die niet klopten, met de reden om toch te publiceren."),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gepubliceerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("gepubliceerd op"), auto_now_add=True)
    news = models.JSONField(
        _("tekst voor bezoekers"),
        default=dict,
        db_default=models.Value({}, models.JSONField()),
        blank=True,
        help_text=_("Per taal wat de eindredacteur bij deze uitgave voor bezoekers schreef."),
    )
    visible = models.JSONField(
        _("wat bezoekers zien veranderen"),
        null=True,
        blank=True,
        help_text=_("Per taal de namen van wat nieuw, gewijzigd of weg is. Leeg bij een uitgave van voor dit veld."),
    )
    document = models.JSONField(_("inhoud"))
    """The last column: SQLite reads all that lies before a column, and this is nearly a megabyte."""

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitgave")
        verbose_name_plural = _("uitgaven")
        ordering = ["-number"]
        permissions = [
            ("check_draft", _("Kan het concept controleren en bekijken")),
            ("exchange_content", _("Kan alle inhoud vervangen door die uit een bestand")),
            ("publish_release", _("Kan publiceren en een eerdere uitgave terugzetten")),
        ]

    def __str__(self) -> str:
        return f"Uitgave {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ImmutableRelease("Een uitgave verandert nooit: publiceer een nieuwe.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ImmutableRelease("Een uitgave wordt nooit verwijderd: rapporten verwijzen ernaar.")


class ImmutableRelease(Exception):
    """Somebody tried to change or delete a release."""
