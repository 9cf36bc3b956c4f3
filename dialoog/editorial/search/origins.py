"""What the page says of each text: the field in which it is changed, and how it reads there now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Key, records_of
from dialoog.editorial.search.counterparts import OtherVersion
from dialoog.editorial.search.fields import FieldText, field_texts
from dialoog.editorial.search.tracing import Origins, Piece, Section, trace
from dialoog.report.body.filling import Filling

MOST = 4
"""Fields that are named with one text; a word like ‘Ja’ can stand in many."""

_CHECK_TEXTS = frozenset({"check_intro", "cover_intro"})
"""Page texts of the check page; the steps before it have labels alone."""
_LABELS_OF_STEPS = "wizard_word_"
"""What their keys begin with, see `catalogue/labels.py`."""


@dataclass(frozen=True)
class Source:
    """A field that a text comes from; without `url` there is nothing to open."""

    place: FieldText
    url: str
    notice: str
    """What is different in the other version; empty if nothing is."""
    other_text: str = ""


@dataclass(frozen=True)
class Entry:
    piece: Piece
    sources: list[Source]
    left_out: int
    """How many more fields have the same text."""


@dataclass(frozen=True)
class Part:
    title: str
    entries: list[Entry]
    programs: list[str]
    """Texts of the program."""


@dataclass(frozen=True)
class Versions:
    """What a page was made of, and what to compare it with: draft and release, or the other way round."""

    places: list[FieldText]
    other: OtherVersion
    is_draft: bool
    """The page was made of the draft."""

    @classmethod
    def of(cls, document: Document, other: Document | None, *, is_draft: bool) -> "Versions":
        others = field_texts(other) if other else ()
        return cls([place for place in field_texts(document) if place.is_shown], OtherVersion(others), is_draft)

    def source(self, place: FieldText) -> Source:
        found = self.other.of(place)
        if found.place is None:
            return Source(place, place.url, _("Staat nog niet op de site.")) if self.is_draft else self._gone(place)
        url = place.url if self.is_draft else found.place.url
        if found.is_same:
            return Source(place, url, "")
        notice = _("Op de site staat nu:") if self.is_draft else _("In het concept staat nu:")
        return Source(place, url, notice, found.place.text)

    def _gone(self, place: FieldText) -> Source:
        moved = self.other.elsewhere(place)
        return Source(place, moved.url if moved else "", _moved(moved) if moved else _gone())


def _gone() -> str:
    return _("Dit staat niet meer in het concept. Het is verwijderd, leeggemaakt of heeft een andere sleutel gekregen.")


def _moved(place: FieldText) -> str:
    where = {"kind": place.kind, "label": place.label, "field": place.field}
    return _("Dit staat in het concept nu bij %(kind)s ‘%(label)s’: %(field)s.") % where


def parts(versions: Versions, sections: Iterable[Section], preferred: Collection[Key] = ()) -> list[Part]:
    """Where several fields have one text, those of `preferred` records alone, if there are any."""
    return [_part(versions, section, preferred) for section in sections]


def _part(versions: Versions, section: Section, preferred: Collection[Key]) -> Part:
    entries = [_entry(versions, piece, preferred) for piece in section.pieces if not piece.is_programs]
    return Part(section.title, entries, [piece.text for piece in section.pieces if piece.is_programs])


def _entry(versions: Versions, piece: Piece, preferred: Collection[Key]) -> Entry:
    near = [place for place in piece.places if place.key in preferred] or list(piece.places)
    return Entry(piece, [versions.source(place) for place in near[:MOST]], max(0, len(near) - MOST))


def of_step(document: Document, step: str) -> set[Key]:
    """The step and its questions."""
    asked = (r["slug"] for r in records_of(document, "questions") if r["step"] == step)
    return {Key("steps", step), *(Key("questions", slug) for slug in asked)}


def step_parts(versions: Versions, page: str, own: set[Key], typed: Iterable[str]) -> list[Part]:
    """A step, and after it what stands there only at times: error messages, and answers that are not on offer now."""
    asked = [place for place in versions.places if _is_in_questionnaire(place)]
    found = parts(versions, trace(page, Origins(asked, typed)), own)
    seen = {source.place for part in found for entry in part.entries for source in entry.sources}
    rest = [place for place in asked if place.key in own and place not in seen]
    entries = [Entry(Piece(place.text, (place,)), [versions.source(place)], 0) for place in rest]
    return [*found, Part(_("Staat hier alleen soms"), entries, [])] if entries else found


def _is_in_questionnaire(place: FieldText) -> bool:
    collection, slug = place.key
    if collection == "page_texts":
        return slug in _CHECK_TEXTS or slug.startswith(_LABELS_OF_STEPS)
    return collection in ("steps", "questions")


def report_parts(versions: Versions, page: str, typed: Iterable[str], filling: Filling) -> list[Part]:
    return parts(versions, trace(page, Origins(versions.places, typed, filling)))
