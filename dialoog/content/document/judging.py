"""Which texts rest on the source, and what people judged of each: one walk for checks, list and editors.

A verdict belongs to a text by its record, its field and a digest of what was judged. So it stays where a row moves, and
no longer counts once text, sources or basis change.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from dialoog.catalogue.document import Document, Record, VerdictRecord, records_of
from dialoog.catalogue.vocabulary import Basis
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.texts import is_prose

NOT_JUDGED = frozenset({"verdicts", "reference_cases", "page_texts", "steps", "advice_settings"})
"""Collections in which nothing comes from the source, or that visitors do not read."""

_ONLY = {"questions": frozenset({"why", "help"})}
"""Where the sources of a record are those of some of its texts."""

DIGEST_LENGTH = 12

Token = tuple[str, str, str, str]
"""Collection, identity, field and digest."""


@dataclass(frozen=True)
class Judged:
    """A text that rests on the source, with what it rests on."""

    collection: str
    identity: str
    field: str
    """As in the schema; in a row of a record with that row: `watch_outs.text`."""
    text: str
    facts: tuple[str, ...]
    basis: str
    """Empty where nobody says how firmly the source stands behind such a text."""

    @property
    def place(self) -> tuple[str, str, str]:
        return self.collection, self.identity, self.field


@dataclass
class Place:
    """One field of one record, which has several texts where it stands in rows."""

    judged: list[tuple[Judged, VerdictRecord]] = field(default_factory=list)
    unjudged: list[Judged] = field(default_factory=list)
    left: list[VerdictRecord] = field(default_factory=list)
    """Verdicts on what none of its texts says now."""


def judged(document: Document) -> Iterator[Judged]:
    """In the order of the schema; empty texts are left out."""
    for collection, shape in SCHEMA.items():
        if collection not in NOT_JUDGED:
            for record in records_of(document, collection):
                complete, identity = with_defaults(shape, record), shape.identity(record)
                for name, text, facts, basis in _texts(collection, shape, complete):
                    if text.strip():
                        yield Judged(collection, identity, name, text, tuple(facts), basis)


def digest(text: Judged) -> str:
    """The same for equal text, sources and basis, wherever the text stands."""
    content = json.dumps([text.text, sorted(text.facts), text.basis], ensure_ascii=False)
    return sha256(content.encode()).hexdigest()[:DIGEST_LENGTH]


def token(text: Judged) -> Token:
    """What a verdict on this text, as it is now, is known by."""
    return *text.place, digest(text)


def verdicts_by_token(document: Document) -> dict[Token, VerdictRecord]:
    found = document.get("verdicts", [])
    return {(v["collection"], v["identity"], v["field"], v["digest"]): v for v in found}


def places(document: Document) -> dict[tuple[str, str, str], Place]:
    """Every text and every verdict of a document, each text with its verdict if it has one."""
    verdicts = verdicts_by_token(document)
    left, found = dict(verdicts), dict[tuple[str, str, str], Place]()
    for text in judged(document):
        here, own = found.setdefault(text.place, Place()), token(text)
        if own in verdicts:
            here.judged.append((text, verdicts[own]))
            left.pop(own, None)
        else:
            here.unjudged.append(text)
    for (collection, identity, name, _digest), verdict in left.items():
        found.setdefault((collection, identity, name), Place()).left.append(verdict)
    return found


def field_name(collection: str, name: str) -> str:
    """What an editor calls the field: `aandachtspunt: let op`."""
    row, _dot, own = name.rpartition(".")
    shape = SCHEMA[collection].children[row] if row else SCHEMA[collection]
    called = str(shape.model._meta.get_field(own).verbose_name)  # type: ignore[union-attr]
    return f"{shape.model._meta.verbose_name}: {called}" if row else called


def _texts(collection: str, shape: Shape, record: Record) -> Iterator[tuple[str, str, list[str], str]]:
    """Field, text, facts and basis of each text of a complete record, and of the rows that belong to it."""
    if collection == "facts":
        yield "text", record["text"], [], Basis.ADVICE.value
    yield from _own_texts(shape, record, _ONLY.get(collection))
    for name, child in shape.children.items():
        for row in (with_defaults(child, row) for row in record[name]):
            if collection == "rules" and "reason" in child.fields:
                yield f"{name}.reason", child.record(row)["reason"], record["facts"], record["basis"]
            else:
                for own, *rest in _own_texts(child, row):
                    yield f"{name}.{own}", *rest  # type: ignore[misc]


def _own_texts(
    shape: Shape, record: Record, only: frozenset[str] | None = None
) -> Iterator[tuple[str, str, list[str], str]]:
    for name in shape.fields:
        column: Any = shape.model._meta.get_field(name)
        facts = _first_field(shape, f"{name}_facts", "facts")
        if facts and is_prose(column) and (only is None or name in only):
            basis = _first_field(shape, f"{name}_basis", "basis")
            yield name, record[name], record[facts], str(record[basis]) if basis else ""


def _first_field(shape: Shape, *names: str) -> str:
    return next((name for name in names if name in shape.fields), "")
