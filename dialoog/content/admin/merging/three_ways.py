"""What two editors made of one form, put together field by field. Plain values, without forms or tables."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

Value = str | bool | list[str]
Row = dict[str, Value]
Sheet = dict[str, dict[str, Row]]
"""What a form holds: parts, rows by their key, fields. The record itself is one row without a key in a part without a
name. A row that is stored has its primary key; one that is not has a key that no primary key can be."""

MAIN = ""
"""The part of the record itself, and the key of its only row."""

Judgements = Mapping[str, Collection[str]]
"""Fields of the record that judge other fields of it, by name; one that names none judges all that the form holds."""


class Place(NamedTuple):
    part: str
    row: str
    field: str = ""
    """Empty: the row as a whole."""


class Fate(Enum):
    """What a colleague did that is kept."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Kept(NamedTuple):
    place: Place
    fate: Fate


@dataclass(frozen=True)
class Conflict:
    """Both changed it, each to something else. None: not there; for `base` also not known."""

    place: Place
    mine: Value | Row | None
    theirs: Value | Row | None
    base: Value | Row | None


@dataclass(frozen=True)
class Merged:
    sheet: Sheet
    """Where both changed a thing it holds mine: nothing that somebody typed leaves the form."""
    kept: tuple[Kept, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Sheet | None, theirs: Sheet, mine: Sheet, judgements: Judgements | None = None) -> Merged:
    """`base` is what I began with; without it, whatever differs may have been theirs, and is a conflict."""
    work = _Merging(base, theirs, mine)
    sheet = {part: work.part(part) for part in mine}
    for judgement, judged in (judgements or {}).items():
        work.conflicts += work.unseen(judgement, judged)
    return Merged(sheet, tuple(work.kept), tuple(work.conflicts))


class _Merging:
    def __init__(self, base: Sheet | None, theirs: Sheet, mine: Sheet) -> None:
        self.base, self.theirs, self.mine = base, theirs, mine
        self.kept: list[Kept] = []
        self.conflicts: list[Conflict] = []

    def part(self, part: str) -> dict[str, Row]:
        """In the order of the stored rows, and then mine."""
        theirs, mine = self.theirs.get(part, {}), self.mine[part]
        merged = {key: self.row(Place(part, key)) for key in dict.fromkeys([*theirs, *mine])}
        return {key: row for key, row in merged.items() if row is not None}

    def row(self, place: Place) -> Row | None:
        """None where there is none any more."""
        base, theirs, mine = (_row(sheet, place) for sheet in (self.base, self.theirs, self.mine))
        if theirs is None and mine is not None:
            return self.gone_with_them(place, base, mine)
        if mine is None:
            return self.not_with_me(place, base, theirs)
        known = base or {}
        return {name: self.field(place._replace(field=name), known.get(name), theirs, mine) for name in mine}

    def gone_with_them(self, place: Place, base: Row | None, mine: Row) -> Row | None:
        if base is None and (self.base is not None or not place.row.isdigit()):
            return None if self.has_twin(place, mine) else mine
        if base == mine:
            self.kept.append(Kept(place, Fate.REMOVED))
            return None
        self.conflicts.append(Conflict(place, mine, None, base))
        return mine

    def not_with_me(self, place: Place, base: Row | None, theirs: Row | None) -> Row | None:
        if theirs is None or base == theirs:
            return None
        if base is None and self.base is not None:
            self.kept.append(Kept(place, Fate.ADDED))
            return theirs
        self.conflicts.append(Conflict(place, None, theirs, base))
        return None

    def has_twin(self, place: Place, mine: Row) -> bool:
        """Whether a colleague added the same row meanwhile. Where it stands is no part of what it says."""
        known = (self.base or {}).get(place.part, {})
        added = [row for key, row in self.theirs.get(place.part, {}).items() if key not in known]
        return any(_said(row) == _said(mine) for row in added)

    def field(self, place: Place, base: Value | None, theirs: Row | None, mine: Row) -> Value:
        own, other = mine[place.field], (theirs or {}).get(place.field)
        if other is None or own == other or base == other:
            return own
        if base == own:
            self.kept.append(Kept(place, Fate.CHANGED))
            return other
        self.conflicts.append(Conflict(place, own, other, base))
        return own

    def unseen(self, judgement: str, judged: Collection[str]) -> Iterator[Conflict]:
        """One judged what the other changed: neither saw what would stand there together."""
        base, theirs, mine = (_row(sheet, Place(MAIN, MAIN)) or {} for sheet in (self.base, self.theirs, self.mine))
        place = Place(MAIN, MAIN, judgement)
        if self.base is None or judgement not in mine or any(found.place == place for found in self.conflicts):
            return
        i_judged, they_judged = base.get(judgement) != mine[judgement], base.get(judgement) != theirs.get(judgement)
        if i_judged == they_judged:
            return
        if self.changed(self.theirs if i_judged else self.mine, judgement, judged):
            yield Conflict(place, mine[judgement], theirs.get(judgement), base.get(judgement))

    def changed(self, side: Sheet, judgement: str, judged: Collection[str]) -> bool:
        """Whether one side changed anything that the judgement is about."""
        base, now = (_row(sheet, Place(MAIN, MAIN)) or {} for sheet in (self.base, side))
        names = judged or [name for name in now if name != judgement]
        rows = not judged and any(side[part] != (self.base or {}).get(part) for part in side if part != MAIN)
        return rows or any(base.get(name) != now.get(name) for name in names)


def _row(sheet: Sheet | None, place: Place) -> Row | None:
    return (sheet or {}).get(place.part, {}).get(place.row)


def _said(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "order"}
