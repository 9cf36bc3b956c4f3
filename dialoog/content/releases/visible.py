"""What a visitor sees change between two documents: names by kind and language, small enough to keep with a release.

Worked out once, at publishing, from the very documents. What somebody reads on a page counts: the words of the language
and what stands with them. What staff alone read, where something rests in the source, and order do not.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.catalogue.translated import KINDS, SOURCE_LANGUAGE, Foreign, Kind, in_language
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.differences import say_the_same
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import shortened
from dialoog.content.models import Release
from dialoog.languages.active import all_languages

NAMES: Mapping[str, str] = {
    "partner_types": "name",
    "questions": "text",
    "actions": "text",
    "cautions": "text",
    "tips": "title",
    "practice_examples": "title",
    "organisations": "name",
    "tools": "name",
    "goals": "name",
    "document_templates": "title",
}
"""By which text visitors know a record, for each kind that is told by name, in the order in which it is told."""

ALONGSIDE: Mapping[str, tuple[str, ...]] = {
    "organisations": ("url", "sector", "partner_types"),
    "tools": ("url",),
    "practice_examples": ("goal", "partner_types"),
    "actions": ("moment", "needs_time"),
    "cautions": ("severity", "is_leading"),
    "document_templates": ("form",),
}
"""What shows on a page beside the texts."""

BEHIND: Mapping[str, tuple[str, ...]] = {
    "rules": (
        *("goal", "reason", "known_bonus", "unknown_tier", "conditions", "outcomes", "partners", "tiers"),
        *("tips", "examples", "cautions", "actions", "organisations", "tools"),
    ),
    "order_rules": ("across_tiers", "reason", "conditions"),
    "combinations": ("text",),
    "signposts": ("text",),
    "questions": ("kind", "conditions", "options_from"),
    "partner_types": ("kind", "in_production_country", "familiarity", "known_via"),
}
"""What decides about an advice, by kind. It is counted, because it has no name that says something to a visitor."""

FATES = ("new", "changed", "gone")
MOST = 12
"""Names of one kind and fate; the others are counted, so that a release stays a small row before its document."""
LONGEST = 160
"""Characters of a name, which can be a whole text."""
TOLD = 20
"""Releases that the news tells of."""

Visible = dict[str, dict[str, Any]]
"""By language: `{"actions": {"new": {"names": [["Bel.", "nl"]], "more": 0}}, "rules": 3}`; empty if nothing shows."""


def visible_changes(old: Document, new: Document) -> Visible:
    """Nothing of a language in which nothing shows: a text and its translation need not change together."""
    behind = sum(_number_behind(old, new, collection) for collection in BEHIND)
    found = {}
    for language in all_languages():
        changes: dict[str, Any] = _changes(_spoken(old, language), _spoken(new, language))
        if changes or behind:
            found[language] = changes | ({"rules": behind} if behind else {})
    return found


def work_out_missing() -> None:
    """Of the newest releases that were published before this was kept: they get what they would have got."""
    latest = list(Release.objects.order_by("-number").values_list("pk", "visible")[: TOLD + 1])
    for (pk, visible), (before, _visible) in pairwise(latest):
        if visible is None:
            old, new = (Release.objects.values_list("document", flat=True).get(pk=one) for one in (before, pk))
            Release.objects.filter(pk=pk, visible__isnull=True).update(visible=visible_changes(old, new))


def _spoken(document: Document, language: str) -> Document:
    return document if language == SOURCE_LANGUAGE else in_language(document, language)


def _changes(old: Document, new: Document) -> dict[str, Any]:
    found = {}
    for collection in NAMES:
        fates: dict[str, list[Record]] = {fate: [] for fate in FATES}
        for fate, record in _records(collection, old, new):
            fates[fate].append(record)
        told = {fate: _told(collection, records) for fate, records in fates.items() if records}
        if told:
            found[collection] = told
    return found


def _told(collection: str, records: list[Record]) -> dict[str, Any]:
    texts = [record.get(NAMES[collection]) or record["slug"] for record in records]
    names = [[shortened(str.__str__(text), LONGEST), _language_of(text)] for text in texts[:MOST]]
    return {"names": names, "more": max(0, len(texts) - MOST)}


def _language_of(text: str) -> str:
    """Empty for a text in the language of what stands around it."""
    return text.language if isinstance(text, Foreign) else ""


def _records(collection: str, old: Document, new: Document) -> Iterator[tuple[str, Record]]:
    """A field that an older document lacks has its default there: that it came is no change of the record."""
    kind, shape, alongside = KINDS[collection], SCHEMA[collection], ALONGSIDE.get(collection, ())
    before, after = (
        {kind.identity(r): with_defaults(shape, r) for r in records_of(one, collection)} for one in (old, new)
    )
    for key, record in after.items():
        if key not in before:
            yield "new", record
        elif _seen(kind, before[key], alongside) != _seen(kind, record, alongside):
            yield "changed", record
    for key, record in before.items():
        if key not in after:
            yield "gone", record


def _seen(kind: Kind, record: Record, alongside: tuple[str, ...] = ()) -> dict[str, Any]:
    rows = {name: _seen_rows(row_kind, record[name]) for name, row_kind in kind.rows.items()}
    return {name: _unordered(record[name]) for name in (*kind.texts, *alongside)} | rows


def _seen_rows(kind: Kind, rows: list[Any]) -> dict[str, Any]:
    return {kind.identity(row, number): _seen(kind, row) for number, row in enumerate(rows, start=1)}


def _unordered(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value


def _number_behind(old: Document, new: Document, collection: str) -> int:
    """How many decide otherwise, came or went; what is told by name came and went by name."""
    shape, names = SCHEMA[collection], BEHIND[collection]
    before, after = (
        {shape.identity(r): {name: r[name] for name in names if name in r} for r in records_of(one, collection)}
        for one in (old, new)
    )
    keys = before.keys() & after.keys() if collection in NAMES else before.keys() | after.keys()
    return sum(not say_the_same(shape, before.get(key), after.get(key)) for key in keys)
