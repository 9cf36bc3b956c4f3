"""The content tables become equal to a document, all or nothing. What stays the same is not touched.

Records are matched by their identity and changed in place, because other records hold their keys. Rows that nothing
refers to are made anew when they changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.models.deletion import Collector

from dialoog.catalogue.document import Document, Record
from dialoog.content.document.differences import essences, say_the_same
from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit, with_record
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.tables import NAMED, NamedShape, Tables, columns, is_named, lists
from dialoog.content.models.versions import Author, Event, Version


@dataclass(frozen=True)
class Applied:
    """How many records became what; one that only moved is none of these."""

    new: int
    changed: int
    gone: int


def apply_document(document: Any, *, reason: str, author: Author = None) -> Applied:
    """Replace all content; `reason` and `author` stand with the new versions.

    Raises ContentRefused: then nothing has changed.
    """
    wanted = admit(document)
    with transaction.atomic():
        lock_content()
        return _Applying(export_document(), wanted, reason, author).run()


@transaction.atomic
def apply_record(collection: str, record: Any, *, reason: str, author: Author = None) -> models.Model:
    """Make one record what this says, or make it anew. Raises ContentRefused: then nothing has changed."""
    lock_content()
    draft = export_document()
    applying = _Applying(draft, with_record(draft, collection, record), reason, author)
    applying.run()
    shape = SCHEMA[collection]
    return applying.tables.of(shape.model)[shape.identity(record)]


def lock_content() -> None:
    """Nobody else changes content until the transaction ends; everybody can read. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        tables = ", ".join(connection.ops.quote_name(shape.model._meta.db_table) for shape in SCHEMA.values())
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


class _Applying:
    """From one document, which the tables hold, to another; both complete and in order.

    The order of the work is what the database asks for: records exist before others refer to them, nothing refers to
    them any more when they go, and no two have the same number meanwhile.
    """

    def __init__(self, draft: Document, wanted: Document, reason: str, author: Author) -> None:
        self.wanted = wanted
        self.reason = reason
        self.author = author
        self.tables = Tables()
        self.old: dict[Any, dict[str, Record]] = {named.model: {} for named in NAMED}
        self.new = {named.model: {name: record for _, name, record in named.records(wanted)} for named in NAMED}
        for named in NAMED:
            self.load(named, draft)

    def run(self) -> Applied:
        Version.objects.bulk_create(list(self.unkept()))
        for named in NAMED:
            self.free_numbers(named)
        for named in NAMED:
            self.create(named)
        for named in NAMED:
            self.update(named)
            self.relate(named)
            self.remake_rows(named)
        gone = sum([self.delete_gone(named) for named in reversed(NAMED)])
        for named in NAMED:
            self.put_in_order(named)
        return self.keep_versions(gone)

    def unkept(self) -> Iterator[Version]:
        """What stands in the tables and in no version, because a script saved it: here it would be lost.

        A record that refers to what got another key meanwhile is not in a version as it is now, either.
        """
        for named in NAMED:
            going = {} if named.child else self.going(named)
            latest = Version.objects.latest_records(named.model, [instance.pk for instance in going.values()])
            for name, instance in going.items():
                record = self.old[named.model][name]
                if not say_the_same(named.shape, latest.get(instance.pk), record):
                    yield Version.make(instance, Event.CHANGED, record)

    def going(self, named: NamedShape) -> dict[str, Any]:
        """The records that go, or become something else."""
        old, new = self.old[named.model], self.new[named.model]
        names = [name for name in old if name not in new or self.is_changed(named, name)]
        return {name: self.tables.of(named.model)[name] for name in names}

    def load(self, named: NamedShape, draft: Document) -> None:
        """The tables give records in the order of the draft."""
        old, instances = self.old[named.model], self.tables.of(named.model)
        for (_, name, record), instance in zip(named.records(draft), named.model._default_manager.all(), strict=True):
            old[name], instances[name] = record, instance

    def free_numbers(self, named: NamedShape) -> None:
        """Records that leave their number wait at a free one, so that two can change places."""
        if "number" not in named.shape.fields:
            return
        before, after = self.values_of(named, "number")
        taken = {*before.values(), *after.values()}
        free = (number for number in count(1) if number not in taken)
        leaving = [name for name, number in before.items() if after.get(name) != number]
        waiting = [named.model(pk=self.tables.of(named.model)[name].pk, number=next(free)) for name in leaving]
        named.model._default_manager.bulk_update(waiting, ["number"])

    def create(self, named: NamedShape) -> None:
        """New records; one that refers to what comes later is completed by `update`."""
        made, orders = {}, named.orders(self.wanted)
        for owner, name, record in named.records(self.wanted):
            if name not in self.old[named.model]:
                instance = made[name] = named.model(**self.tables.values(named.shape, record))
                if named.has_order:
                    instance.order = orders[name]
                if named.child:
                    setattr(instance, named.shape.owner, self.tables.of(SCHEMA[named.collection].model)[owner])
                if not named.shape.names:
                    instance.pk = 1
        named.model._default_manager.bulk_create(made.values())
        self.tables.of(named.model).update(made)

    def update(self, named: NamedShape) -> None:
        """Columns of records that do not hold what they should."""
        stale = []
        for name, record in self.new[named.model].items():
            instance, values = self.tables.of(named.model)[name], self.tables.values(named.shape, record)
            if any(getattr(instance, attribute) != value for attribute, value in values.items()):
                for attribute, value in values.items():
                    setattr(instance, attribute, value)
                stale.append(instance)
        named.model._default_manager.bulk_update(stale, [column.name for column in columns(named.shape)])

    def relate(self, named: NamedShape) -> None:
        """Many-to-many fields of records that do not hold what they should."""
        for field in lists(named.shape):
            before, after = self.values_of(named, field.name)
            stale = [name for name, names in after.items() if {*before.get(name, [])} != {*names}]
            instances = {name: self.tables.of(named.model)[name] for name in stale}
            through = field.remote_field.through._default_manager
            through.filter(**{f"{field.m2m_field_name()}__in": list(instances.values())}).delete()
            self.tables.link(field, [(instance, after[name]) for name, instance in instances.items()])

    def remake_rows(self, named: NamedShape) -> None:
        """Rows without a name; also of records that will go, so that these do not hold on to one another."""
        for child_name, shape in named.shape.children.items():
            if is_named(shape):
                continue
            before, after = self.values_of(named, child_name)
            old, new = (
                {name: essences(shape, records) for name, records in side.items() if records}
                for side in (before, after)
            )
            stale = [name for name in before | after if old.get(name) != new.get(name)]
            instances = {name: self.tables.of(named.model)[name] for name in stale}
            shape.model._default_manager.filter(**{f"{shape.owner}__in": list(instances.values())}).delete()
            self.tables.make_rows(shape, [(instance, after.get(name, [])) for name, instance in instances.items()])

    def delete_gone(self, named: NamedShape) -> int:
        """Records that nothing refers to any more, but perhaps one another."""
        names = self.old[named.model].keys() - self.new[named.model].keys()
        gone = [self.tables.of(named.model)[name] for name in names]
        for column in columns(named.shape):
            if column.related_model is named.model:
                holding = named.model._default_manager.filter(pk__in=[instance.pk for instance in gone])
                holding.update(**{column.name: None})
        for instance in gone:
            instance.deleted_by, instance.deleted_because = self.author, self.reason
        collector = Collector(using=DEFAULT_DB_ALIAS)  # all at once, and with these authors and reasons
        collector.collect(gone)
        collector.delete()
        return 0 if named.child else len(gone)

    def put_in_order(self, named: NamedShape) -> None:
        """New order numbers, only where the tables would give another order."""
        wanted = [self.tables.of(named.model)[name] for name in self.new[named.model]]
        given = list(named.model._default_manager.values_list("pk", flat=True))
        if not named.has_order or [instance.pk for instance in wanted] == given:
            return
        for instance, order in zip(wanted, named.orders(self.wanted).values(), strict=True):
            instance.order = order
        named.model._default_manager.bulk_update(wanted, ["order"])

    def keep_versions(self, gone: int) -> Applied:
        """A version of every record that is new or changed; what was deleted has got one by itself."""
        whole = [(named, name) for named in NAMED if not named.child for name in self.new[named.model]]
        new = [(named, name) for named, name in whole if name not in self.old[named.model]]
        changed = [(named, name) for named, name in whole if self.is_changed(named, name)]
        made = [self.version(named, name, Event.MADE) for named, name in new]
        Version.objects.bulk_create([*made, *(self.version(named, name, Event.CHANGED) for named, name in changed)])
        return Applied(len(new), len(changed), gone)

    def version(self, named: NamedShape, name: str, event: Event) -> Version:
        instance, record = self.tables.of(named.model)[name], self.new[named.model][name]
        return Version.make(instance, event, record, self.author, self.reason)

    def is_changed(self, named: NamedShape, name: str) -> bool:
        before, after = self.old[named.model].get(name), self.new[named.model][name]
        return before is not None and not say_the_same(named.shape, before, after)

    def values_of(self, named: NamedShape, field: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """What every record has and will have in one field, by name."""
        before = {name: record[field] for name, record in self.old[named.model].items()}
        after = {name: record[field] for name, record in self.new[named.model].items()}
        return before, after
