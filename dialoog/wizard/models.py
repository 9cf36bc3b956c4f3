"""A Consultation is one company's run through the questions; its answers stand in one row per step."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.content.models import Release
from dialoog.insight.counting import Move, count_moved
from dialoog.wizard.tokens import hash_token, new_code, new_token, share_token


def expiry_from(moment: datetime) -> datetime:
    return moment + timedelta(days=settings.DIALOOG_RETENTION_DAYS)


class RunGone(Http404):
    """The run was deleted, or came to its date, while somebody did something with it: the link is dead."""

    def __init__(self) -> None:
        super().__init__("Geen adviestraject bij deze link.")


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def live(self) -> "ConsultationQuerySet":
        """Not past their date. Every read goes through this, so that the date holds even if nothing is purged."""
        return self.filter(expires_at__gt=timezone.now())

    def expired(self) -> "ConsultationQuerySet":
        return self.filter(expires_at__lte=timezone.now())

    def owned_with(self, token: str) -> "ConsultationQuerySet":
        return self.live().filter(token_hash=hash_token(token))

    def with_release(self) -> "ConsultationQuerySet":
        return self.select_related("release").defer("release__document")

    def begin(self, release: Release, open_step: str) -> "tuple[Consultation, str]":
        """Start a run at a step; returns it with the owner's token, which is never stored."""
        token = new_token()
        consultation = self.create(
            token_hash=hash_token(token),
            share_hash=hash_token(share_token(token, 0)),
            code=new_code(),
            release=release,
            counted_at=open_step,
            moved_from="",
            expires_at=expiry_from(timezone.now()),
        )
        return consultation, token


class Consultation(models.Model):
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    share_hash = models.CharField(max_length=64, unique=True, editable=False)
    share_round = models.PositiveIntegerField(default=0, editable=False)
    code = models.CharField(_("code"), max_length=9)
    release = models.ForeignKey(Release, verbose_name=_("uitgave"), on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("begonnen op"), auto_now_add=True)
    begun_on = models.DateField(_("dag van het begin"), default=timezone.localdate, editable=False)
    """The day of that here, on which it is counted: SQLite cannot tell that from a moment without asking Python."""
    completed_at = models.DateTimeField(_("afgerond op"), null=True, blank=True)
    expires_at = models.DateTimeField(_("bewaard tot"), db_index=True)
    counted_at = models.CharField(_("geteld bij stap"), max_length=60, blank=True, editable=False)
    """The step where it stands, and where the insight counts it."""
    moved_from = models.CharField(  # noqa: DJ001 empty and None say two things
        _("nog geteld bij stap"), max_length=60, null=True, blank=True, editable=False
    )
    """Where the table of counts still has it; empty: nowhere yet; None: at `counted_at`."""
    has_opinion = models.BooleanField(_("mening gegeven"), default=False, editable=False)
    """Somebody said whether the report was useful; what they said is kept without the run."""
    remarks_round = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    """How often its remarks changed since it was finished: what was rendered with those of before is not kept."""
    plan_done = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    """How many actions of its plan are done. Here, so that its report is still opened with one statement."""
    plan_next_on = models.DateField(null=True, blank=True, editable=False)
    """The first date of an action that is still to do."""

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("adviestraject")
        verbose_name_plural = _("adviestrajecten")
        ordering = ["-created_at", "pk"]
        indexes = [
            # of the few that moved since they were counted, and of no other: all that the insight reads of them
            models.Index(
                fields=["begun_on", "moved_from", "counted_at"],
                condition=Q(moved_from__isnull=False),
                name="consultation_moved",
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_completed(self) -> bool:
        return self.completed_at is not None

    def locked(self) -> "Consultation":
        """This run as it is now, which nobody else changes or deletes until the transaction ends. Raises RunGone."""
        now = Consultation.objects.live().select_for_update().filter(pk=self.pk).order_by().first()
        if now is None:
            raise RunGone
        return now

    def erase(self) -> None:
        """With all that hangs on it; where it stood stays counted.

        What others are doing with it is done first and goes too, or finds it gone.
        """
        with transaction.atomic(), suppress(RunGone):
            run = self.locked()
            count_moved(run.moves())
            run.delete()

    def moves(self) -> list[Move]:
        """How it moved since it was counted: once, or not."""
        return [] if self.moved_from is None else [Move(self.begun_on, self.moved_from, self.counted_at)]

    def is_shared(self, token: str) -> bool:
        """Whether readers have a link that works."""
        return self.share_hash == hash_token(share_token(token, self.share_round))

    def stop_sharing(self) -> None:
        """End the link for readers; what is kept in its place is the hash of a token that nobody has.

        Raises RunGone.
        """
        self._share(self.share_round, new_token())

    def renew_share(self, token: str) -> None:
        """End the present link for readers, if there is one, and make another. Raises RunGone."""
        self._share(self.share_round + 1, share_token(token, self.share_round + 1))

    def _share(self, share_round: int, token: str) -> None:
        self.share_round, self.share_hash = share_round, hash_token(token)
        changed = Consultation.objects.live().filter(pk=self.pk)
        if not changed.update(share_round=self.share_round, share_hash=self.share_hash):
            raise RunGone


class StepAnswers(models.Model):
    """What was filled in at one step: slugs of options by slug of question, or the texts for the cover; and remarks."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="step_answers")
    step = models.CharField(max_length=60)
    answers = models.JSONField(default=dict)
    remarks = models.JSONField(default=dict, db_default={})
    """Own words by slug of question, apart from the answers: no rule, count or comparison comes across them."""
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("antwoorden van een stap")
        verbose_name_plural = _("antwoorden van stappen")
        constraints = [models.UniqueConstraint(fields=["consultation", "step"], name="stepanswers_one_per_step")]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.step}"
