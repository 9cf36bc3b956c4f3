"""Translations of a document: which texts there are, what is known of each, and putting translations in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from dialoog.catalogue.document import Document, Key, TranslatedTextRow, TranslationRecord
from dialoog.catalogue.translated import Layer, Place, State, places
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.texts import is_markdown


@dataclass(frozen=True)
class Translatable:
    """A text that is to be translated, with what its field says of it."""

    place: Place
    said: str
    """What an editor calls it: `Doel ‘kennis’: samenvatting`."""
    field: str
    """The last part of that."""
    longest: int | None
    """Characters that fit."""
    is_markdown: bool


@dataclass(frozen=True)
class Count:
    """How far a language is."""

    current: int = 0
    stale: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        return self.current + self.stale + self.missing


def translatable(document: Document) -> Iterator[Translatable]:
    """In the order of the document."""
    for place in places(document):
        field = _field(place)
        said = _field_said(place, field)
        yield Translatable(place, f"{_record_said(place)}: {said}", said, field.max_length, is_markdown(field))


def languages_in(document: Document) -> list[str]:
    """Those that anything was translated into."""
    return sorted({record["language"] for record in document.get("translations", [])})


def count(document: Document, language: str) -> Count:
    layer = Layer(document, language)
    states = [layer.state(place) for place in places(document)]
    return Count(states.count(State.CURRENT), states.count(State.STALE), states.count(State.MISSING))


def with_texts(document: Document, language: str, texts: Mapping[Place, str]) -> tuple[Document, int]:
    """The document with these translations put in, made from what stands there now; and how many are otherwise.

    Rows stand in the order of their record; translations of what is not there any more go.
    """
    layer = Layer(document, language)
    changed = {
        place: text
        for place, text in texts.items()
        if (row := layer.find(place)) is None or (row["text"], row["source"]) != (text, place.text)
    }
    by_key: dict[Key, list[Place]] = {}
    for place in places(document):
        by_key.setdefault(place.key, []).append(place)
    others = [r for r in document.get("translations", []) if r["language"] != language]
    own = [record for key, found in by_key.items() if (record := _record(layer, language, key, found, changed))]
    return cast(Document, {**document, "translations": [*others, *own]}), len(changed)


def _record(
    layer: Layer, language: str, key: Key, found: list[Place], changed: Mapping[Place, str]
) -> TranslationRecord | None:
    rows = [row for place in found if (row := _row(layer, place, changed))]
    return (
        {"language": language, "collection": key.collection, "identity": key.identity, "texts": rows} if rows else None
    )


def _row(layer: Layer, place: Place, changed: Mapping[Place, str]) -> TranslatedTextRow | None:
    if place in changed:
        return {"path": place.path, "source": place.text, "text": changed[place]}
    row = layer.find(place)
    return {"path": place.path, "source": row["source"], "text": row["text"]} if row else None


def _field(place: Place) -> Any:
    shape, (*row, name) = SCHEMA[place.key.collection], place.path.split("/")
    return (shape.children[row[0]] if row else shape).model._meta.get_field(name)


def _record_said(place: Place) -> str:
    kind = str(SCHEMA[place.key.collection].model._meta.verbose_name).capitalize()
    return f"{kind} ‘{place.key.identity}’"


def _field_said(place: Place, field: Any) -> str:
    row = f"{field.model._meta.verbose_name} ‘{place.path.split('/')[1]}’, " if "/" in place.path else ""
    return f"{row}{field.verbose_name}"
