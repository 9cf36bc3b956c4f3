"""Versions: one table for all kinds of content. Who changed what and when, each with the whole record."""

from collections.abc import Collection
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models.signals import post_delete
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.document import Record
from dialoog.catalogue.vocabulary import Vocabulary

Author = AbstractBaseUser | AnonymousUser | None
"""None: no person, but the system. Pages of staff let nobody through who is anonymous."""


class Event(Vocabulary):
    """What happened to the record."""

    MADE = "+", "gemaakt"
    CHANGED = "~", "gewijzigd"
    DELETED = "-", "verwijderd"


class VersionQuerySet(models.QuerySet["Version"]):
    def of_kind(self, model: type[models.Model]) -> Self:
        return self.filter(model_name=model._meta.model_name)

    def of(self, instance: models.Model) -> Self:
        """Of one record, newest first."""
        return self.of_kind(type(instance)).filter(instance_pk=instance.pk)

    def latest_records(self, model: type[models.Model], keys: Collection[int]) -> dict[int, Record]:
        """What was kept last of records of one kind, by primary key; what nothing was kept of is left out."""
        kept = self.of_kind(model).filter(instance_pk__in=keys, record__isnull=False)
        latest = kept.order_by().values("instance_pk").annotate(last=models.Max("pk")).values("last")
        return dict(self.filter(pk__in=latest).order_by().values_list("instance_pk", "record"))

    def last_kept(self, model: type[models.Model], keys: Collection[int]) -> "dict[int, Version]":
        """The same, with when and by whom."""
        kept = self.of_kind(model).filter(instance_pk__in=keys, record__isnull=False)
        latest = kept.order_by().values("instance_pk").annotate(last=models.Max("pk")).values("last")
        return {version.instance_pk: version for version in self.filter(pk__in=latest).order_by()}


class Version(models.Model):
    model_name = models.CharField(max_length=40)
    """As Django writes it: `rule`."""
    instance_pk = models.BigIntegerField()
    """No foreign key: a version outlives its record."""
    record = models.JSONField(null=True)
    """As a document has it, with all that belongs to it. None for a deletion, and where it was not kept."""
    event = models.CharField(max_length=1, choices=Event.choices())
    made_at = models.DateTimeField(default=timezone.now)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=100, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie")
        verbose_name_plural = _("versies")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["model_name", "instance_pk"], name="version_of_record"),
            models.Index(fields=["event", "-made_at", "-id"], name="version_by_event"),  # finds what was deleted
        ]

    def __str__(self) -> str:
        return f"{self.model_name} {self.instance_pk}, {self.made_at}"

    @classmethod
    def make(
        cls, instance: models.Model, event: Event, record: Record | None, author: Author = None, reason: str = ""
    ) -> Self:
        """Not saved yet."""
        named = {"model_name": instance._meta.model_name, "instance_pk": instance.pk}
        return cls(**named, event=event, record=record, author=author, reason=reason)


class Kept(models.Model):
    """Content of which every version is kept. Saves are kept with `versions.keeping`, deletions by themselves."""

    deleted_by: Author = None
    deleted_because: str = ""
    """Set before a deletion: what its version says."""

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """For these models alone: Django reads every row before it deletes it where anybody listens."""
        super().__init_subclass__(**kwargs)
        post_delete.connect(keep_deletion, sender=cls)


def keep_deletion(sender: Any, instance: Kept, **_signal: Any) -> None:
    Version.make(instance, Event.DELETED, None, instance.deleted_by, instance.deleted_because).save()
