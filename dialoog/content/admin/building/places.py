"""The place of a row among the others."""

from typing import Any

from django import forms


class PlaceField(forms.IntegerField):
    """A number that alone makes no row: moving an empty row about leaves it empty."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


def place_of_new_row(field: Any) -> PlaceField:
    names = ("label", "help_text", "widget", "initial", "required", "min_value", "max_value")
    return PlaceField(**{name: getattr(field, name) for name in names})
