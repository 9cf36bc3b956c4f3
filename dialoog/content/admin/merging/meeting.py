"""What an editor reads when a colleague saved meanwhile: what was kept, and where both changed the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dialoog.content.admin.merging.colleagues import Colleagues
from dialoog.content.admin.merging.paper import Paper
from dialoog.content.admin.merging.three_ways import MAIN, Conflict, Fate, Kept, Merged, Place, Row, Value
from dialoog.content.admin.merging.writing import Numbers
from dialoog.staff.frame.sent import whole_number


@dataclass(frozen=True)
class Choice:
    """A conflict in words: both texts, and where on the page it is."""

    label: str
    anchor: str
    what: str
    mine: str
    theirs: str
    base: str
    who: str


class Meeting:
    """One form that two editors filled in."""

    def __init__(self, paper: Paper, merged: Merged, numbers: Numbers, colleagues: Colleagues) -> None:
        self.paper, self.merged, self.numbers, self.colleagues = paper, merged, numbers, colleagues

    @property
    def who(self) -> str:
        return self.colleagues.all()

    @property
    def kept(self) -> list[str]:
        """What of the colleague stands in the form, as a list of names."""
        return list(dict.fromkeys(self.kept_name(kept) for kept in self.merged.kept))

    def kept_name(self, kept: Kept) -> str:
        if kept.fate is Fate.CHANGED:
            return self.label(kept.place)
        fate = _("toegevoegd") if kept.fate is Fate.ADDED else _("verwijderd")
        return f"{self.paper.row_name(kept.place.part)} {fate}"

    def said(self) -> str:
        return _("Intussen heeft %(who)s dit ook bewaard. Die wijzigingen zijn behouden: %(kept)s.") % {
            "who": self.who,
            "kept": "; ".join(self.kept),
        }

    @property
    def choices(self) -> list[Choice]:
        return [self.choice(conflict) for conflict in self.merged.conflicts]

    def choice(self, conflict: Conflict) -> Choice:
        mine, theirs, base = (
            self.words(conflict.place, side) for side in (conflict.mine, conflict.theirs, conflict.base)
        )
        return Choice(
            label=self.label(conflict.place),
            anchor=self.anchor(conflict.place),
            what=self.problem(conflict),
            mine=mine or self.nothing(conflict.place),
            theirs=theirs or self.nothing(conflict.place),
            base=base if conflict.base is not None else "",
            who=self.colleagues.at(conflict.place),
        )

    def problems(self, part: str) -> Iterator[tuple[int, str, str]]:
        """The number of a row, its field or nothing, and what to say there; of the record itself the number is 0."""
        for conflict in self.merged.conflicts:
            place = conflict.place
            if place.part == part and (part == MAIN or (part, place.row) in self.numbers):
                yield self.numbers.get((part, place.row), 0), place.field, self.problem(conflict)

    def problem(self, conflict: Conflict) -> str:
        who = {"who": self.colleagues.at(conflict.place)}
        if conflict.place.field and conflict.base in (conflict.mine, conflict.theirs):
            return _(
                "Dit zegt iets over andere velden, en die zijn intussen veranderd. Kijk of het nog klopt. Sla je op, "
                "dan blijft staan wat hier nu staat."
            )
        if conflict.place.field:
            return _("Hier bewaarde %(who)s iets anders. Sla je op, dan blijft staan wat hier nu staat.") % who
        if conflict.theirs is not None:
            return _("Deze rij is veranderd door %(who)s, en jij haalt de rij weg. Sla je op, dan is ze weg.") % who
        return (
            _(
                "Deze rij is verwijderd door %(who)s, en jij veranderde er iets in. Sla je op, dan komt de rij terug "
                "zoals die hier staat. Vink ‘Verwijderen’ aan als de rij weg mag blijven."
            )
            % who
        )

    def nothing(self, place: Place) -> str:
        return _("(leeg)") if place.field else _("(verwijderd)")

    def label(self, place: Place) -> str:
        field = str(self.paper.fields_of(place.part)[place.field].label or "") if place.field else ""
        if place.part == MAIN:
            return capfirst(field)
        number = self.numbers.get((place.part, place.row))
        row = self.paper.row_name(place.part) + (f" {number + 1}" if number is not None else "")
        return f"{row}: {field[:1].lower()}{field[1:]}" if field else row

    def anchor(self, place: Place) -> str:
        """A field, or the row as a whole."""
        if place.part == MAIN:
            return f"id_{place.field}"
        row = f"{place.part}-{self.numbers.get((place.part, place.row), 0)}"
        return f"id_{row}-{place.field}" if place.field else row

    def words(self, place: Place, value: Value | Row | None) -> str:
        fields = self.paper.fields_of(place.part)
        if isinstance(value, dict):
            return "\n".join(f"{label}: {text}" for label, text in row_in_words(fields, value))
        return "" if value is None else in_words(fields[place.field], value)


def row_in_words(fields: dict[str, Any], row: Row) -> list[tuple[str, str]]:
    """Label and text of every field that is filled in."""
    found = ((str(fields[name].label or name), in_words(fields[name], row[name])) for name in fields if name in row)
    return [(capfirst(label), text) for label, text in found if text]


def in_words(field: Any, value: Value) -> str:
    """As somebody would read it on the page."""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(field, forms.ModelChoiceField):
        keys = [key for key in (value if isinstance(value, list) else [value]) if whole_number(key)]
        return ", ".join(field.label_from_instance(found) for found in field.queryset.filter(pk__in=keys))  # type: ignore[union-attr]
    if isinstance(value, list):
        return ", ".join(value)
    return str(dict(getattr(field, "choices", ())).get(value, value)) if value else ""
