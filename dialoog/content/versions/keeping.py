"""Keeping a version of what was saved: the record as a document has it, once all that belongs to it is saved."""

from django.db import models, transaction

from dialoog.catalogue.document import records_of
from dialoog.content.document.differences import say_the_same
from dialoog.content.document.exporting import export_document, export_record
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.models.versions import Author, Event, Version


def keep_version(instance: models.Model, author: Author = None, reason: str = "") -> Version:
    """Call it after every save of a record; the first version of a record says that it was made."""
    record = export_record(SCHEMA[COLLECTION_OF[type(instance)]], instance)
    event = Event.CHANGED if Version.objects.of(instance).exists() else Event.MADE
    version = Version.make(instance, event, record, author, reason)
    version.save()
    return version


def keep_unkept(instance: models.Model) -> None:
    """Call it before a save or a deletion: what a script saved, and nobody kept, would be lost."""
    shape = SCHEMA[COLLECTION_OF[type(instance)]]
    record = export_record(shape, instance)
    latest = Version.objects.latest_records(type(instance), [instance.pk]).get(instance.pk)
    if not say_the_same(shape, latest, record):
        Version.make(instance, Event.CHANGED, record).save()


@transaction.atomic
def keep_first_versions(reason: str) -> None:
    """A version for each record that has none: content that was loaded at once, or dates from before versions."""
    document = export_document()
    for name, shape in SCHEMA.items():
        known = set(Version.objects.of_kind(shape.model).values_list("instance_pk", flat=True))
        instances = shape.model._default_manager.all()
        Version.objects.bulk_create(
            Version.make(instance, Event.MADE, record, reason=reason)
            for instance, record in zip(instances, records_of(document, name), strict=True)
            if instance.pk not in known
        )
