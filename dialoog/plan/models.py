"""What was noted with an action, of the advice or of one's own. The advice stands elsewhere, and never changes."""

import re

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.models import Consultation

LENGTHS = {"text": 200, "who": 80, "note": 1000}
"""Characters, also in the database."""
MOST_OWN = 30
"""Actions of their own that one run can have."""
OWN = "~"
"""How the key of an own action begins; no slug does."""
OWN_KEY = re.compile(r"~[a-z2-9]{8}")


def new_key() -> str:
    """Of an own action: it never names another one, not even after it was deleted."""
    return OWN + get_random_string(8, "abcdefghijkmnpqrstuvwxyz23456789")


def is_own_key(key: str) -> bool:
    """Whether a form of ours can have named a new action so."""
    return OWN_KEY.fullmatch(key) is not None


def _at_most(name: str, characters: int) -> models.CheckConstraint:
    """SQLite takes any length."""
    return models.CheckConstraint(
        condition=LessThanOrEqual(Length(F(name)), characters), name=f"plannedaction_{name}_fits"
    )


class PlannedActions(models.Manager["PlannedAction"]):
    def noted_with(self, run: Consultation) -> dict[str, "PlannedAction"]:
        """By key; an action with which nothing was noted is not among them."""
        return {row.key: row for row in self.filter(consultation=run)}


class PlannedAction(models.Model):
    """One action of one run, as far as somebody noted something with it."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="planned_actions")
    key = models.CharField(max_length=60)
    """Slug of the action in the advice, or of an own one what `new_key` gave."""
    text = models.CharField(max_length=LENGTHS["text"], blank=True)
    """Of an own action; the advice has that of the others."""
    done_on = models.DateField(null=True, blank=True)
    who = models.CharField(max_length=LENGTHS["who"], blank=True)
    due_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=LENGTHS["note"], blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    objects = PlannedActions()

    class Meta:
        verbose_name = _("actie in een plan")
        verbose_name_plural = _("acties in plannen")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "key"], name="plannedaction_one_per_action"),
            models.CheckConstraint(
                condition=Q(key__startswith=OWN, text__gt="") | (~Q(key__startswith=OWN) & Q(text="")),
                name="plannedaction_own_has_text",
            ),
            *(_at_most(name, characters) for name, characters in LENGTHS.items()),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.key}"

    @property
    def is_own(self) -> bool:
        return self.key.startswith(OWN)

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
