"""Checks of what texts rest on: whether somebody judged them, and whether they cite the right part of the source."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.catalogue.document import Document, Key, VerdictRecord
from dialoog.catalogue.vocabulary import Basis, Support
from dialoog.content.document.judging import Judged, field_name, judged, places
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import shortened
from dialoog.editorial.checks.findings import Finding, FindingKind

NAMED = 5
"""Records without a verdict that are told by name, of each collection."""


def verdicts(document: Document) -> Iterator[Finding]:
    """Texts that the source does not support, that were never judged or changed since, and verdicts without a text."""
    never: dict[str, list[Judged]] = {}
    for place in places(document).values():
        for text, verdict in place.judged:
            if verdict["support"] == Support.NOT:
                sentence = _("De bron dekt ‘%(field)s’ van ‘%(record)s’ niet: %(text)s")
                yield _about(FindingKind.NOT_SUPPORTED, sentence, text)
        for text in place.unjudged:
            if place.left:
                sentence = _("‘%(field)s’ van ‘%(record)s’ is veranderd na het oordeel: %(text)s")
                yield _about(FindingKind.CHANGED_SINCE, sentence, text)
            else:
                never.setdefault(text.collection, []).append(text)
        if not place.unjudged:
            yield from map(_on_nothing, place.left)
    yield from (_never_judged(collection, found) for collection, found in never.items())


def facts_of_other_goals(document: Document) -> Iterator[Finding]:
    """A text for one goal that rests on nothing but what the source says of other goals; an inference may."""
    chapter_of = {fact["code"]: fact["chapter"] for fact in document["facts"]}
    chapters = {goal["slug"]: {chapter_of[code] for code in goal["facts"]} for goal in document["goals"]}
    for goal, text in _texts_of_goals(document):
        others = set().union(*(found for slug, found in chapters.items() if slug != goal)) - chapters[goal]
        cited = {chapter_of[code] for code in text.facts}
        if cited and cited <= others and text.basis != Basis.INFERRED:
            sentence = _(
                "‘%(field)s’ van ‘%(record)s’ heeft bronnen van een hoofdstuk dat niet past (%(chapters)s): %(text)s"
            )
            yield _about(FindingKind.OTHER_CHAPTER, sentence, text, chapters=", ".join(sorted(cited)))


def _texts_of_goals(document: Document) -> Iterator[tuple[str, Judged]]:
    """A text with the goal that it is for; texts for any goal are left out."""
    goal_of_rule = {rule["code"]: rule["goal"] for rule in document["rules"]}
    for text in judged(document):
        match text.collection, text.field:
            case "goals", _field:
                yield text.identity, text
            case "rules", _field if goal := goal_of_rule[text.identity]:
                yield goal, text
    for partner in document["partner_types"]:
        for row in partner["offers"]:
            of_row = "offers.text", row["text"], tuple(row["facts"]), row["basis"]
            yield row["goal"], Judged("partner_types", partner["slug"], *of_row)


def _about(kind: FindingKind, sentence: str, text: Judged, **values: str) -> Finding:
    named = {"field": field_name(text.collection, text.field), "record": text.identity, "text": shortened(text.text)}
    return Finding(kind, sentence % (named | values), Key(text.collection, text.identity))


def _never_judged(collection: str, found: list[Judged]) -> Finding:
    names = list(dict.fromkeys(text.identity for text in found))
    kind = str(SCHEMA[collection].model._meta.verbose_name_plural).capitalize()
    values = {"kind": kind, "number": len(found), "names": _first(names)}
    sentence = ngettext(
        "%(kind)s: %(number)d tekst zonder oordeel, bij %(names)s.",
        "%(kind)s: %(number)d teksten zonder oordeel, bij %(names)s.",
        len(found),
    )
    return Finding(FindingKind.UNJUDGED, sentence % values)


def _first(names: Iterable[str]) -> str:
    """`K01, K02 en 12 andere`"""
    first, rest = list(names)[:NAMED], list(names)[NAMED:]
    listed = ", ".join(first)
    return _("%(names)s en %(number)d andere") % {"names": listed, "number": len(rest)} if rest else listed


def _on_nothing(verdict: VerdictRecord) -> Finding:
    sentence = _("Het oordeel over ‘%(field)s’ van ‘%(record)s’ gaat over een tekst die er niet meer is.")
    values = {"field": verdict["field"], "record": verdict["identity"]}
    return Finding(
        FindingKind.VERDICT_ON_NOTHING, sentence % values, Key("verdicts", SCHEMA["verdicts"].identity(verdict))
    )
