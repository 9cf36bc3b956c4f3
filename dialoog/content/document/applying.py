"""The content tables become equal to a document, all or nothing. What stays the same is not touched.

Records are matched by their identity and changed in place, because other records hold their keys. Shape that nothing
refers to are made anew when they changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.models.deletion import Collector

from dialoog.catalogue.document import Document, Record
from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit, with_record
from dialoog.content.document.schema import SCHEMA, Shape
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
        self.old: dict[Any, dict[str, Record]] = {kind.model: {} for kind in NAMED}
        self.new = {kind.model: {name: record for _, name, record in kind.records(wanted)} for kind in NAMED}
        for kind in NAMED:
            self.load(kind, draft)

    def run(self) -> Applied:
        Version.objects.bulk_create(list(self.unkept()))
        for kind in NAMED:
            self.free_numbers(kind)
        for kind in NAMED:
            self.create(kind)
        for kind in NAMED:
            self.update(kind)
            self.relate(kind)
            self.remake_rows(kind)
        gone = sum([self.delete_gone(kind) for kind in reversed(NAMED)])
        for kind in NAMED:
            self.put_in_order(kind)
        return self.keep_versions(gone)

    def unkept(self) -> Iterator[Version]:
        """What stands in the tables and in no version, because a script saved it: here it would be lost."""
        for kind in NAMED:
            old, new = self.old[kind.model], self.new[kind.model]
            if kind.child:
                continue
            going = {name: record for name, record in old.items() if name not in new or self.is_changed(kind, name)}
            instances = {name: self.tables.of(kind.model)[name] for name in going}
            latest = Version.objects.latest_records(instances.values())
            for name, instance in instances.items():
                if latest.get(instance.pk) != going[name]:
                    yield Version.of(instance, Event.CHANGED, going[name])

    def load(self, kind: NamedShape, draft: Document) -> None:
        """The tables give records in the order of the draft."""
        old, instances = self.old[kind.model], self.tables.of(kind.model)
        for (_, name, record), instance in zip(kind.records(draft), kind.model._default_manager.all(), strict=True):
            old[name], instances[name] = record, instance

    def free_numbers(self, kind: NamedShape) -> None:
        """Records that leave their number wait at a free one, so that two can change places."""
        if "number" not in kind.shape.fields:
            return
        before, after = self.values_of(kind, "number")
        taken = {*before.values(), *after.values()}
        free = (number for number in count(1) if number not in taken)
        leaving = [name for name, number in before.items() if after.get(name) != number]
        waiting = [kind.model(pk=self.tables.of(kind.model)[name].pk, number=next(free)) for name in leaving]
        kind.model._default_manager.bulk_update(waiting, ["number"])

    def create(self, kind: NamedShape) -> None:
        """New records; one that refers to what comes later is completed by `update`."""
        made, orders = {}, kind.orders(self.wanted)
        for owner, name, record in kind.records(self.wanted):
            if name not in self.old[kind.model]:
                instance = made[name] = kind.model(**self.tables.values(kind.shape, record))
                if kind.has_order:
                    instance.order = orders[name]
                if kind.child:
                    setattr(instance, kind.shape.owner, self.tables.of(SCHEMA[kind.collection].model)[owner])
                if not kind.shape.names:
                    instance.pk = 1
        kind.model._default_manager.bulk_create(made.values())
        self.tables.of(kind.model).update(made)

    def update(self, kind: NamedShape) -> None:
        """Columns of records that do not hold what they should."""
        stale = []
        for name, record in self.new[kind.model].items():
            instance, values = self.tables.of(kind.model)[name], self.tables.values(kind.shape, record)
            if any(getattr(instance, attribute) != value for attribute, value in values.items()):
                for attribute, value in values.items():
                    setattr(instance, attribute, value)
                stale.append(instance)
        kind.model._default_manager.bulk_update(stale, [column.name for column in columns(kind.shape)])

    def relate(self, kind: NamedShape) -> None:
        """Many-to-many fields of records that do not hold what they should."""
        for field in lists(kind.shape):
            before, after = self.values_of(kind, field.name)
            stale = [name for name, names in after.items() if {*before.get(name, [])} != {*names}]
            instances = {name: self.tables.of(kind.model)[name] for name in stale}
            through = field.remote_field.through._default_manager
            through.filter(**{f"{field.m2m_field_name()}__in": list(instances.values())}).delete()
            self.tables.link(field, [(instance, after[name]) for name, instance in instances.items()])

    def remake_rows(self, kind: NamedShape) -> None:
        """Shape without a name; also of records that will go, so that these do not hold on to one another."""
        for child_name, shape in kind.shape.children.items():
            if is_named(shape):
                continue
            before, after = self.values_of(kind, child_name)
            old, new = (
                {name: _essences(shape, records) for name, records in side.items() if records}
                for side in (before, after)
            )
            stale = [name for name in before | after if old.get(name) != new.get(name)]
            instances = {name: self.tables.of(kind.model)[name] for name in stale}
            shape.model._default_manager.filter(**{f"{shape.owner}__in": list(instances.values())}).delete()
            self.tables.make_rows(shape, [(instance, after.get(name, [])) for name, instance in instances.items()])

    def delete_gone(self, kind: NamedShape) -> int:
        """Records that nothing refers to any more, but perhaps one another."""
        names = self.old[kind.model].keys() - self.new[kind.model].keys()
        gone = [self.tables.of(kind.model)[name] for name in names]
        for column in columns(kind.shape):
            if column.related_model is kind.model:
                holding = kind.model._default_manager.filter(pk__in=[instance.pk for instance in gone])
                holding.update(**{column.name: None})
        for instance in gone:
            instance.deleted_by, instance.deleted_because = self.author, self.reason
        collector = Collector(using=DEFAULT_DB_ALIAS)  # all at once, and with these authors and reasons
        collector.collect(gone)
        collector.delete()
        return 0 if kind.child else len(gone)

    def put_in_order(self, kind: NamedShape) -> None:
        """New order numbers, only where the tables would give another order."""
        wanted = [self.tables.of(kind.model)[name] for name in self.new[kind.model]]
        given = list(kind.model._default_manager.values_list("pk", flat=True))
        if not kind.has_order or [instance.pk for instance in wanted] == given:
            return
        for instance, order in zip(wanted, kind.orders(self.wanted).values(), strict=True):
            instance.order = order
        kind.model._default_manager.bulk_update(wanted, ["order"])

    def keep_versions(self, gone: int) -> Applied:
        """A version of every record that is new or changed; what was deleted has got one by itself."""
        whole = [(kind, name) for kind in NAMED if not kind.child for name in self.new[kind.model]]
        new = [(kind, name) for kind, name in whole if name not in self.old[kind.model]]
        changed = [(kind, name) for kind, name in whole if self.is_changed(kind, name)]
        made = [self.version(kind, name, Event.MADE) for kind, name in new]
        Version.objects.bulk_create([*made, *(self.version(kind, name, Event.CHANGED) for kind, name in changed)])
        return Applied(len(new), len(changed), gone)

    def version(self, kind: NamedShape, name: str, event: Event) -> Version:
        instance, record = self.tables.of(kind.model)[name], self.new[kind.model][name]
        return Version.of(instance, event, record, self.author, self.reason)

    def is_changed(self, kind: NamedShape, name: str) -> bool:
        before, after = self.old[kind.model].get(name), self.new[kind.model][name]
        return before is not None and _essence(kind.shape, before) != _essence(kind.shape, after)

    def values_of(self, kind: NamedShape, field: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """What every record has and will have in one field, by name."""
        before = {name: record[field] for name, record in self.old[kind.model].items()}
        after = {name: record[field] for name, record in self.new[kind.model].items()}
        return before, after


def _essences(shape: Shape, records: list[Any]) -> list[Record]:
    """What matters of rows. The order of what a row refers to follows from other records."""
    return [_essence(shape, shape.record(record)) for record in records]


def _essence(shape: Shape, record: Record) -> Record:
    listed = {field.name for field in lists(shape)}
    own = {name: frozenset(record[name]) if name in listed else record[name] for name in shape.fields}
    return own | {name: _essences(child, record[name]) for name, child in shape.children.items()}
