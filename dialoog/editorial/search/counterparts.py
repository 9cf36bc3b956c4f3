"""A text of one version of the content beside the same field in another: equal, different, or not there."""

from collections.abc import Iterable
from dataclasses import dataclass

from dialoog.catalogue.document import Key
from dialoog.editorial.search.fields import FieldText
from dialoog.languages.spelling import folded_words

_Slot = tuple[Key, str, str]
"""Record, kind of row (empty for the record itself) and attribute."""


@dataclass(frozen=True)
class Counterpart:
    place: FieldText | None
    """None where the other version has no such field, or has nothing in it."""
    is_same: bool


class OtherVersion:
    """All fields of the version to compare with."""

    def __init__(self, places: Iterable[FieldText]) -> None:
        self.by_slot: dict[_Slot, list[FieldText]] = {}
        self.by_words: dict[tuple[str, ...], FieldText] = {}
        for place in places:
            self.by_slot.setdefault(_slot(place), []).append(place)
            if place.is_shown:  # a translation may say what another text says in Dutch
                self.by_words.setdefault(folded_words(place.text), place)

    def of(self, place: FieldText) -> Counterpart:
        """Rows can be added and moved: one with the same text is the same, then one with the same key."""
        others = self.by_slot.get(_slot(place), [])
        same = [other for other in others if other.text == place.text]
        if same:
            return Counterpart(min(same, key=lambda other: _distance(place, other)), is_same=True)
        if place.row is None:
            return Counterpart(others[0] if others else None, is_same=False)
        keyed = [other for other in others if other.row and other.row.identity == place.row.identity]
        return Counterpart(keyed[0] if len(keyed) == 1 else None, is_same=False)

    def elsewhere(self, place: FieldText) -> FieldText | None:
        """The same words in another field that visitors read: of a record that got another key, say."""
        return self.by_words.get(folded_words(place.text))


def _slot(place: FieldText) -> _Slot:
    return place.key, place.row.child if place.row else "", place.name


def _distance(place: FieldText, other: FieldText) -> int:
    return abs(place.row.number - other.row.number) if place.row and other.row else 0
