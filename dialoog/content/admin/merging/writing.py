"""A sheet that was merged, written back as what a browser would have sent, so that it is judged as any form is."""

import re
from datetime import date
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT

from dialoog.content.admin.merging.paper import Filled, Paper
from dialoog.content.admin.merging.three_ways import MAIN, Place, Row, Sheet, Value

Numbers = dict[tuple[str, str], int]
"""Where on the page each row stands."""


class Writer:
    """What was sent stays as it was typed, except where a colleague's value came in its place."""

    def __init__(self, paper: Paper, data: Any, filled: Filled, theirs: Sheet) -> None:
        self.paper, self.sent, self.filled, self.theirs = paper, data, filled, theirs
        self.data = data.copy()
        self.numbers: Numbers = {}

    def write(self, sheet: Sheet) -> Any:
        self.fill_in(Place(MAIN, MAIN), "", sheet[MAIN][MAIN])
        for part in sheet:
            if part != MAIN and f"{part}-{TOTAL_FORM_COUNT}" in self.sent:
                self.rewrite(part, sheet[part])
        return self.data

    def rewrite(self, part: str, rows: dict[str, Row]) -> None:
        """First the rows that are stored, as Django wants them; who is ticked off is still among them."""
        for name in [name for name in self.data if re.match(rf"{re.escape(part)}-\d+-", name)]:
            del self.data[name]
        stored = list(self.theirs.get(part, {}))
        for number, key in enumerate(dict.fromkeys([*stored, *rows])):
            self.numbers[part, key] = number
            self.copy(part, key, number, is_stored=key in stored)
            if key in rows:
                self.fill_in(Place(part, key), f"{part}-{number}-", rows[key])
            else:
                self.data[f"{part}-{number}-{DELETION_FIELD_NAME}"] = "on"
                if (part, key) not in self.filled.numbers:
                    self.fill_in(Place(part, key), f"{part}-{number}-", self.theirs[part][key])
        self.data[f"{part}-{TOTAL_FORM_COUNT}"] = str(len(dict.fromkeys([*stored, *rows])))
        self.data[f"{part}-{INITIAL_FORM_COUNT}"] = str(len(stored))

    def copy(self, part: str, key: str, number: int, *, is_stored: bool) -> None:
        """What was sent of a row, at the number that it has now."""
        before = self.filled.numbers.get((part, key))
        start = f"{part}-{before}-"
        for name in [] if before is None else [name for name in self.sent if name.startswith(start)]:
            self.data.setlist(f"{part}-{number}-{name.removeprefix(start)}", self.sent.getlist(name))
        self.data[f"{part}-{number}-{self.paper.formset(part).model._meta.pk.name}"] = key if is_stored else ""

    def fill_in(self, place: Place, prefix: str, row: Row) -> None:
        """Only what is not there yet, so that what was typed wrong stands there as it was typed."""
        was_sent = place.part == MAIN or (place.part, place.row) in self.filled.numbers
        sent = self.filled.sheet[place.part].get(place.row, {}) if was_sent else {}
        for name, field in self.paper.fields_of(place.part).items():
            if name in row and row[name] != sent.get(name):
                self.put(f"{prefix}{name}", field, row[name])

    def put(self, name: str, field: Any, value: Value) -> None:
        if isinstance(value, list):
            self.data.setlist(name, value)
        elif not isinstance(value, bool):
            is_date = isinstance(field, forms.DateField) and value
            self.data[name] = field.widget.format_value(date.fromisoformat(value)) if is_date else value
        elif value:
            self.data[name] = "on"
        else:
            self.data.pop(name, None)
