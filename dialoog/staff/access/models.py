"""What waits for a second person, and who asked for a new password."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WAITS = timedelta(days=14)
REMEMBERED = timedelta(hours=1)


class ChangeKind(models.TextChoices):
    ROLES = "rollen", _("rollen erbij")
    MAIL = "e-mailadres", _("een ander e-mailadres")
    FACTOR = "tweede stap", _("de tweede stap weg")
    LINK = "link", _("een link voor een nieuw wachtwoord")


class PendingChangeQuerySet(models.QuerySet["PendingChange"]):
    def waiting(self) -> "PendingChangeQuerySet":
        return self.filter(asked_at__gt=timezone.now() - WAITS)

    def expired(self) -> "PendingChangeQuerySet":
        return self.filter(asked_at__lte=timezone.now() - WAITS)


class PendingChange(models.Model):
    """A change of an account that one account manager asked for, and another must approve."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="pending_changes"
    )
    kind = models.CharField(_("wat"), max_length=20, choices=ChangeKind.choices)
    roles = models.ManyToManyField(Group, verbose_name=_("rollen"), related_name="+")
    email = models.EmailField(_("e-mailadres"), blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("gevraagd door"), on_delete=models.CASCADE, related_name="+"
    )
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now, db_index=True)

    objects = PendingChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("wachtende wijziging")
        verbose_name_plural = _("wachtende wijzigingen")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind"],
                name="one_change_of_a_kind",
                violation_error_message=_("Deze wijziging is al gevraagd."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.account_id})"


class ResetRequestQuerySet(models.QuerySet["ResetRequest"]):
    def recent(self) -> "ResetRequestQuerySet":
        return self.filter(asked_at__gt=timezone.now() - REMEMBERED)

    def expired(self) -> "ResetRequestQuerySet":
        return self.filter(asked_at__lte=timezone.now() - REMEMBERED)


class ResetRequest(models.Model):
    """Somebody asked for a mail. The key stands for a mail or network address and cannot be read back."""

    key = models.CharField(_("sleutel"), max_length=64, db_index=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now, db_index=True)

    objects = ResetRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag om een wachtwoord")
        verbose_name_plural = _("vragen om een wachtwoord")

    def __str__(self) -> str:
        return self.key[:8]
