"""A document in another language: its translations laid over it. Plain Python: no query, setting or clock.

A translation names the text that it was made from. One that was made from another text than stands there now is stale,
and still what a reader of that language understands best. Where there is none the text stays as it is, as `Foreign`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from html import escape
from typing import Any, NamedTuple, cast

from dialoog.catalogue.document import Document, Key, Record, TranslatedTextRow, records_of
from dialoog.catalogue.labels import LABELS

SOURCE_LANGUAGE = "nl"
"""Of all texts of the content; the others are made from it."""


@dataclass(frozen=True)
class Kind:
    """Which fields of a kind of record visitors read."""

    texts: tuple[str, ...]
    key: tuple[str, ...] = ("slug",)
    """What tells one record from another. None: rows that are known by their number."""
    rows: Mapping[str, "Kind"] = field(default_factory=dict)

    def identity(self, record: Record, number: int = 0) -> str:
        return " + ".join(str(record[name]) for name in self.key) or str(number)


def _reasons(**rows: str) -> dict[str, Kind]:
    return {name: Kind(("reason",), key=(key,)) for name, key in rows.items()}


KINDS: Mapping[str, Kind] = {
    "facts": Kind(("chapter", "section", "text"), key=("code",)),
    "goals": Kind(("name", "summary", "theory", "what_to_do")),
    "steps": Kind(("part", "title", "intro")),
    "questions": Kind(("text", "help", "why", "error_text"), rows={"options": Kind(("label", "help", "heading"))}),
    "partner_types": Kind(
        ("name", "description", "asks_in_return", "how_to_find"),
        rows={"offers": Kind(("text",), key=("goal",)), "watch_outs": Kind(("text",), key=())},
    ),
    "combinations": Kind(("text",), key=("first", "second")),
    "signposts": Kind(("text",), key=("partner_type", "leads_to")),
    "order_rules": Kind(("reason",), key=("first", "then")),
    "organisations": Kind(("name", "kind", "text")),
    "tools": Kind(("name", "kind", "text")),
    "practice_examples": Kind(("title", "text", "who", "where", "sector", "worked", "did_not_work", "lesson")),
    "tips": Kind(("title", "text")),
    "cautions": Kind(("text",)),
    "actions": Kind(("text",)),
    "document_templates": Kind(("title",), rows={"lines": Kind(("text",), key=())}),
    "rules": Kind(
        ("reason",),
        key=("code",),
        rows=_reasons(
            tips="tip",
            examples="example",
            cautions="caution",
            actions="action",
            organisations="organisation",
            tools="tool",
        ),
    ),
    "page_texts": Kind(("title", "text")),
}
"""`tests/catalogue/test_translated.py` compares it with the models."""


class State(Enum):
    CURRENT = auto()
    STALE = auto()
    MISSING = auto()


class Place(NamedTuple):
    """A text of the document, and where it stands."""

    key: Key
    path: str
    """`text`, or in a row of the record `options/krap/help`; by number where rows have no key: `watch_outs/2/text`."""
    text: str


class Foreign(str):
    """A text that is not in the language of what stands around it. In a template it says so itself."""

    __slots__ = ()
    language = SOURCE_LANGUAGE

    def __str__(self) -> "Foreign":
        """Itself, since forms make a text of what they say."""
        return self

    def __html__(self) -> str:
        return f'<span lang="{self.language}">{escape(self)}</span>'


class Mixed(str):
    """A sentence with texts in it that may be in another language. In a template each of those says so."""

    __slots__ = ("_html",)
    _html: str

    def __str__(self) -> "Mixed":
        return self

    def __html__(self) -> str:
        return self._html


def put_in(sentence: str, texts: tuple[object, ...] | Mapping[str, object]) -> str:
    """`sentence % texts`, where each text keeps the mark of its language."""
    mixed = Mixed(sentence % texts)
    if isinstance(texts, tuple):
        mixed._html = escape(sentence) % tuple(map(_in_html, texts))
    else:
        mixed._html = escape(sentence) % {name: _in_html(text) for name, text in texts.items()}
    return mixed


def joined(between: str, texts: Sequence[str]) -> str:
    """`between.join(texts)`, where each text keeps the mark of its language."""
    return put_in(between.join(["%s"] * len(texts)), tuple(texts))


def _in_html(text: object) -> object:
    """Numbers as they are, for `%d`."""
    if isinstance(text, Foreign | Mixed):
        return text.__html__()
    return escape(text) if isinstance(text, str) else text


def in_same_language(before: str, after: str) -> str:
    """What was made of a text, in the language that it was in."""
    return Foreign(after) if isinstance(before, Foreign) else after


class Layer:
    """All translations of a document into one language."""

    def __init__(self, document: Document, language: str) -> None:
        self._by_path: dict[tuple[Key, str], TranslatedTextRow] = {}
        self._by_source: dict[tuple[Key, str, str], TranslatedTextRow] = {}
        for record in document.get("translations", []):
            if record["language"] == language:
                for row in filter(_is_filled, record["texts"]):
                    key = Key(record["collection"], record["identity"])
                    self._by_path[key, row["path"]] = row
                    self._by_source[key, _without_number(row["path"]), row["source"]] = row

    def find(self, place: Place) -> TranslatedTextRow | None:
        """A row that moved within its record keeps its translation, as long as its text stays the same."""
        moved = self._by_source.get((place.key, _without_number(place.path), place.text))
        return moved or self._by_path.get((place.key, place.path))

    def state(self, place: Place) -> State:
        row = self.find(place)
        if row is None:
            return State.MISSING
        return State.CURRENT if row["source"] == place.text else State.STALE

    def text(self, place: Place) -> str:
        row = self.find(place)
        return row["text"] if row else Foreign(place.text)


def places(document: Document) -> Iterator[Place]:
    """Every text that is to be translated, in the order of the document."""
    for collection, kind in KINDS.items():
        for record in records_of(document, collection):
            for path, text in _texts(kind, record):
                yield Place(Key(collection, kind.identity(record)), path, text)


def in_language(document: Document, language: str) -> Document:
    """The same document with its texts in that language; nothing of what was given is changed."""
    layer = Layer(document, language)
    laid = {
        collection: [_laid(layer, Key(collection, kind.identity(record)), kind, record) for record in records]
        for collection, kind in KINDS.items()
        if (records := records_of(document, collection))
    }
    return cast(Document, {**document, **laid, "page_texts": _with_labels(laid.get("page_texts", []))})


def _with_labels(page_texts: list[Record]) -> list[Record]:
    """Where the content has no label there stands what it says by default, which is in the source language."""
    by_slug = {record["slug"]: record for record in page_texts}
    for label in LABELS:
        record = by_slug.get(label.slug, {"slug": label.slug, "title": "", "text": ""})
        if not record["title"].strip():
            by_slug[label.slug] = {**record, "title": Foreign(label.default)}
    return list(by_slug.values())


def _texts(kind: Kind, record: Record) -> Iterator[tuple[str, str]]:
    for name in kind.texts:
        if record.get(name):
            yield name, record[name]
    for name, row_kind in kind.rows.items():
        for start, row in _rows(row_kind, name, record):
            yield from ((f"{start}/{path}", text) for path, text in _texts(row_kind, row))


def _rows(kind: Kind, name: str, record: Record) -> Iterator[tuple[str, Record]]:
    """Each with how its paths begin. A short row is a reference alone, and has no text."""
    for number, row in enumerate(record.get(name, []), start=1):
        if isinstance(row, Mapping):
            yield f"{name}/{kind.identity(row, number)}", row


def _laid(layer: Layer, key: Key, kind: Kind, record: Any, start: str = "") -> Any:
    if not isinstance(record, Mapping):
        return record
    texts = {name: layer.text(Place(key, f"{start}{name}", record[name])) for name in kind.texts if record.get(name)}
    rows = {
        name: [
            _laid(layer, key, row_kind, row, f"{start}{name}/{_identity(row_kind, row, number)}/")
            for number, row in enumerate(record[name], start=1)
        ]
        for name, row_kind in kind.rows.items()
        if name in record
    }
    return {**record, **texts, **rows}


def _identity(kind: Kind, row: Any, number: int) -> str:
    return kind.identity(row, number) if isinstance(row, Mapping) else ""


def _is_filled(row: TranslatedTextRow) -> bool:
    """A row can wait for its text."""
    return bool(row["text"])


def _without_number(path: str) -> str:
    return "/".join("#" if part.isdigit() else part for part in path.split("/"))
