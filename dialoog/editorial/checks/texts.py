"""Checks that look at the document alone: lengths, addresses, sources, language, confirmations."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Key, records_of
from dialoog.catalogue.vocabulary import Basis
from dialoog.content.admin.reading_level.level import read
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import shortened
from dialoog.content.document.texts import texts
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.overview.coverage import fact_uses


def too_long(document: Document) -> Iterator[Finding]:
    for collection, shape in SCHEMA.items():
        for record in records_of(document, collection):
            identity = shape.identity(record)
            for name, length, limit in _over_limit(shape, record):
                sentence = _("‘%(field)s’ van ‘%(record)s’ heeft %(length)d tekens; er passen er %(limit)d.")
                values = {"field": name, "record": identity, "length": length, "limit": limit}
                yield Finding(FindingKind.TOO_LONG, sentence % values, Key(collection, identity))


def _over_limit(shape: Shape, record: Any) -> Iterator[tuple[str, int, int]]:
    values = shape.record(record)
    for field in shape.fields:
        column: Any = shape.model._meta.get_field(field)
        limit = None if column.is_relation else column.max_length
        length = len(str(values.get(field) or ""))
        if limit and length > limit:
            yield str(column.verbose_name), length, limit
    for name, child in shape.children.items():
        for row in values.get(name, []):
            yield from _over_limit(child, row)


def unused_facts(document: Document) -> Iterator[Finding]:
    """A reference case is no use: no visitor sees its facts."""
    for fact in (fact for chapter in fact_uses(document) for fact in chapter.facts):
        is_used = any(use.key.collection != "reference_cases" for use in fact.uses)
        if not is_used and not fact.is_background:
            sentence = _("Naar %(code)s verwijst niets: %(text)s")
            values = {"code": fact.code, "text": shortened(fact.text)}
            yield Finding(FindingKind.UNUSED_FACT, sentence % values, Key("facts", fact.code))


def empty_addresses(document: Document) -> Iterator[Finding]:
    for collection in ("organisations", "tools"):
        for record in document[collection]:
            if not record["url"]:
                sentence = _("‘%s’ heeft geen webadres.") % record["name"]
                yield Finding(FindingKind.NO_ADDRESS, sentence, Key(collection, record["slug"]))


def unconfirmed_addresses(document: Document) -> Iterator[Finding]:
    for collection in ("organisations", "tools"):
        for record in document[collection]:
            if record["url"] and not record.get("url_is_confirmed"):
                sentence = _("Het webadres van ‘%s’ is opgezocht, en nog niet bevestigd.") % record["name"]
                yield Finding(FindingKind.UNCONFIRMED_ADDRESS, sentence, Key(collection, record["slug"]))


def hard_texts(document: Document) -> Iterator[Finding]:

    for place in texts(document):
        reading = read(place.text)
        if reading.level and reading.is_above_b1:
            sentence = _("‘%(field)s’ van ‘%(record)s’ leest moeilijk: %(level)s.")
            values = {"field": place.field, "record": place.key.identity, "level": reading.level.label}
            yield Finding(FindingKind.HARD_TO_READ, sentence % values, place.key)


def unconfirmed_rules(document: Document) -> Iterator[Finding]:
    for rule in document["rules"]:
        if rule["basis"] == Basis.INFERRED and not rule["is_confirmed"]:
            sentence = _("%(code)s is onze afleiding en nog niet bevestigd: %(reason)s")
            values = {"code": rule["code"], "reason": shortened(rule["reason"])}
            yield Finding(FindingKind.UNCONFIRMED, sentence % values, Key("rules", rule["code"]))
