"""The real content with every text as long as the admin takes it."""

from copy import deepcopy
from functools import cache
from typing import Any

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.labels import LABEL_OF_SLUG
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.texts import is_prose
from tests.builders import real_document

WORDS = "Samenwerken met een partner in de keten vraagt tijd. "
NOT_SHOWN = ("verdicts", "reference_cases")


@cache
def longest_catalogue() -> Catalogue:
    document = deepcopy(real_document())
    for collection, shape in SCHEMA.items():
        if collection not in NOT_SHOWN:
            for record in document[collection]:
                _lengthen(shape, record)
    return read_catalogue(document)


def _limit(record: dict[str, Any]) -> int | None:
    """Of a label, which has one of its own."""
    label = LABEL_OF_SLUG.get(record.get("slug", ""))
    return label.limit if label else None


def _lengthen(shape: Shape, record: dict[str, Any]) -> None:
    for name in shape.fields:
        column: Any = shape.model._meta.get_field(name)
        if is_prose(column) and record.get(name):
            most = _limit(record) or column.max_length
            record[name] = (record[name] + " " + WORDS * (most // len(WORDS) + 1))[:most].strip()
    for name, child in shape.children.items():
        for row in record.get(name, []):
            if isinstance(row, dict):
                _lengthen(child, row)
