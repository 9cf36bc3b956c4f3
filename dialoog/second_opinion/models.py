"""Who was invited to answer apart, and which run answers an invitation: a row on either side of the tie.

Each row goes with its own run. Where one side ends it, the other keeps a row that leads to nobody, so that its page can
say that somebody stopped.
"""

import re

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.models import Consultation
from dialoog.wizard.run import COVER_LENGTHS
from dialoog.wizard.tokens import hash_token

NAME_LENGTH = 40
"""Characters, also in the database."""
ABOUT_LENGTH = COVER_LENGTHS["title"]
MOST_INVITED = 3
"""Colleagues of one run: with its own there are as many as a comparison can hold."""
KEY = re.compile(r"[a-z2-9]{8}")


def new_key() -> str:
    """Of an invitation, in forms; it opens nothing."""
    return get_random_string(8, "abcdefghijkmnpqrstuvwxyz23456789")


def is_key(text: str) -> bool:
    """Whether a form of ours can have named a new invitation so."""
    return KEY.fullmatch(text) is not None


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def made_with(self, token: str) -> "InvitationQuerySet":
        """With the run that invites, if that is still there."""
        runs = Consultation.objects.live().with_release()
        found = self.filter(token_hash=hash_token(token), consultation__in=runs)
        return found.select_related("consultation__release").defer("consultation__release__document")


class Invitation(models.Model):
    """One colleague whom the owner of a run invites."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="invitations")
    key = models.CharField(max_length=8)
    salt = models.CharField(max_length=32, editable=False)
    """With the owner's token it gives that of the invitation, so that the owner's page can show the link again."""
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    name = models.CharField(max_length=NAME_LENGTH, blank=True)
    """What the colleague is called above a column, if the owner says so."""
    host_name = models.CharField(max_length=NAME_LENGTH, blank=True, default="", db_default="")
    """What who invites is called, if they say so: of all invitations of a run the last that has one counts."""
    about = models.CharField(max_length=ABOUT_LENGTH, blank=True, default="", db_default="")
    """What the questions are about, in words for the colleague: a title can tell what was answered."""
    is_used = models.BooleanField(default=False)
    """Somebody began with it. If no run answers it any more, that colleague stopped."""
    tells_of_remarks = models.BooleanField(default=True, db_default=False)
    """It said that remarks are shown too; those of before did not."""
    invited_at = models.DateTimeField(auto_now_add=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "key"], name="invitation_one_per_key"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(models.F("name")), NAME_LENGTH), name="invitation_name_fits"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(models.F("host_name")), NAME_LENGTH), name="invitation_host_name_fits"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(models.F("about")), ABOUT_LENGTH), name="invitation_about_fits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.key}"


class Acceptance(models.Model):
    """A run that answers an invitation."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="acceptance")
    invitation = models.OneToOneField(Invitation, on_delete=models.SET_NULL, null=True, related_name="acceptance")
    """The one thing that says of two runs that they belong together; empty once the other side ended it."""

    class Meta:
        verbose_name = _("antwoord op een uitnodiging")
        verbose_name_plural = _("antwoorden op uitnodigingen")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.consultation)
