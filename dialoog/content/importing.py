"""From a document to empty content tables. All or nothing; relations follow when every record exists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from dialoog.content.schema import SCHEMA, Rows

ORDER_STEP = 10
"""Room between the order numbers of two neighbours, for what an editor puts in between."""


class ImportingError(ValueError):
    """A document that cannot be loaded; the message is a Dutch sentence that names the record."""


@transaction.atomic
def import_document(document: dict[str, list[dict[str, Any]]]) -> None:
    """Fill the content tables, which must be empty. Raises ImportingError, and then nothing has changed."""
    loading = _Loading()
    for name, rows in SCHEMA.items():
        loading.add(rows, document.get(name, []))
        loading.add_children()
    loading.relate()


@dataclass
class _Loading:
    found: dict[tuple[type[models.Model], str], models.Model] = field(default_factory=dict)
    children: list[tuple[Rows, models.Model, list[Any]]] = field(default_factory=list)
    late: list[tuple[models.Model, str, str]] = field(default_factory=list)
    links: list[tuple[models.Model, str, list[str]]] = field(default_factory=list)

    def add(self, rows: Rows, records: Iterable[Any], owner: models.Model | None = None) -> None:
        instances = [self.instance(rows, record, place, owner) for place, record in enumerate(records, start=1)]
        rows.model._default_manager.bulk_create(instances)
        for instance in instances:
            if hasattr(instance, "reference"):
                self.found[rows.model, instance.reference] = instance

    def add_children(self) -> None:
        children, self.children = self.children, []
        for rows, owner, records in children:
            self.add(rows, records, owner)

    def instance(self, rows: Rows, given: Any, place: int, owner: models.Model | None) -> models.Model:
        record = given if isinstance(given, dict) else {rows.fields[0]: given}
        self.refuse_unknown(rows, record)
        instance = rows.model(**{rows.owner: owner} if owner else {})
        if hasattr(instance, "order"):
            instance.order = place * ORDER_STEP
        if rows.model._meta.model_name == "advicesettings":
            instance.pk = 1
        for name in rows.fields:
            if name in record:
                self.set(rows, instance, name, record[name])
        self.children += [(child, instance, record.get(name, [])) for name, child in rows.children.items()]
        return instance

    def set(self, rows: Rows, instance: models.Model, name: str, value: Any) -> None:
        column: Any = rows.model._meta.get_field(name)
        if column.many_to_many:
            prefix = f"{instance.question.slug}." if rows.short_options else ""  # type: ignore[attr-defined]
            self.links.append((instance, name, [v if "." in v else prefix + v for v in value]))
        elif column.is_relation and column.null and (column.related_model, value) not in self.found:
            self.late.append((instance, name, value))
        else:
            setattr(instance, name, self.referred(column, value) if column.is_relation else value)

    def referred(self, column: Any, reference: str) -> models.Model:
        try:
            return self.found[column.related_model, reference]
        except KeyError:
            kind = column.related_model._meta.verbose_name
            raise ImportingError(f"Er is geen {kind} '{reference}'.") from None

    def refuse_unknown(self, rows: Rows, record: dict[str, Any]) -> None:
        unknown = sorted(set(record) - set(rows.fields) - set(rows.children))
        if unknown:
            raise ImportingError(f"Een {rows.model._meta.verbose_name} heeft geen veld '{unknown[0]}'.")

    def relate(self) -> None:
        """Foreign keys to what came later, and many-to-many fields."""
        for instance, name, reference in self.late:
            if reference:
                setattr(instance, name, self.referred(instance._meta.get_field(name), reference))
        for (model, name), instances in _grouped((type(i), name, i) for i, name, _ in self.late):
            model._default_manager.bulk_update(instances, [name])
        for (model, name), rows in _grouped((type(i), name, (i, refs)) for i, name, refs in self.links):
            self.link(model._meta.get_field(name), rows)

    def link(self, column: Any, rows: list[tuple[models.Model, list[str]]]) -> None:
        through, here, there = (
            column.remote_field.through,
            column.m2m_field_name(),
            column.m2m_reverse_field_name(),
        )
        through._default_manager.bulk_create(
            through(**{here: instance, there: self.referred(column, reference)})
            for instance, references in rows
            for reference in references
        )


def _grouped(triples: Iterable[tuple[Any, str, Any]]) -> Iterator[tuple[tuple[Any, str], list[Any]]]:
    groups: dict[tuple[Any, str], list[Any]] = {}
    for model, name, value in triples:
        groups.setdefault((model, name), []).append(value)
    return iter(groups.items())
