"""From the content tables to a document: plain lists and dicts, ready for JSON or YAML."""

from datetime import date
from typing import Any

from django.db import models

from dialoog.content.schema import SCHEMA, Rows

Record = dict[str, Any]


def export_document() -> dict[str, list[Record]]:
    """All content as it is now. A constant number of queries, whatever the amount of content."""
    return {name: export_collection(name) for name in SCHEMA}


def export_collection(name: str) -> list[Record]:
    """All records of one kind."""
    rows = SCHEMA[name]
    return [_record(rows, instance) for instance in _instances(rows)]


def export_record(rows: Rows, instance: models.Model) -> Record:
    """One record as it is now, with what belongs to it."""
    return _record(rows, instance)


def _instances(rows: Rows) -> models.QuerySet[Any]:
    queryset = rows.model._default_manager.all()
    joins, lists = _relations(rows)
    return queryset.select_related(*joins).prefetch_related(*lists)


def _relations(rows: Rows) -> tuple[list[str], list[Any]]:
    """Foreign keys to join, and many-to-many fields and children to fetch in one query each."""
    joins: list[str] = []
    lists: list[Any] = []
    for name in rows.fields:
        related = rows.model._meta.get_field(name)
        if related.many_to_many:
            lists.append(models.Prefetch(name, _referable(related.related_model)))
        elif related.is_relation:
            joins += [name, f"{name}__question"] if _has_question(related.related_model) else [name]
    for name, child in rows.children.items():
        lists.append(models.Prefetch(name, _instances(child)))
    return joins, lists


def _referable(model: Any) -> models.QuerySet[Any]:
    """Records with what their reference needs."""
    queryset = model._default_manager.all()
    return queryset.select_related("question") if _has_question(model) else queryset


def _has_question(model: Any) -> bool:
    return model._meta.model_name == "option"


def _record(rows: Rows, instance: models.Model) -> Record:
    record = {name: _value(rows, instance, name) for name in rows.fields}
    for name, child in rows.children.items():
        records = [_record(child, row) for row in getattr(instance, name).all()]
        record[name] = [r[child.fields[0]] for r in records] if len(child.fields) == 1 else records
    return record


def _value(rows: Rows, instance: models.Model, name: str) -> Any:
    field = rows.model._meta.get_field(name)
    if field.many_to_many:
        references = [related.reference for related in getattr(instance, name).all()]
        return _short(references, instance.question.slug) if rows.short_options else references  # type: ignore[attr-defined]
    value = getattr(instance, name)
    if field.is_relation:
        return value.reference if value else None
    return value.isoformat() if isinstance(value, date) else value


def _short(references: list[str], question: str) -> list[str]:
    return [reference.removeprefix(f"{question}.") for reference in references]
