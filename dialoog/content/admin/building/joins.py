"""How a row goes with the rows above it: a choice in words. The tables keep it as the number of a group."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialoog.staff.frame.sent import whole_number

AND = "en"
"""A new row with a group of its own: the next one that is free when it is saved."""
OR = "of-"
"""A new row with the group of the new row above it, or else with the group whose number follows."""


class GroupField(forms.IntegerField):
    """Rows that are stored choose from numbers. The number of a new one is found by its formset."""

    widget = forms.Select

    def clean(self, value: Any) -> int:
        is_new = not value or value == AND or str(value).startswith(OR)
        return 1 if is_new else int(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A choice here alone makes no row."""
        return initial != AND and super().has_changed(initial, data)


class JoinForm(forms.ModelForm):
    """A row with a group."""

    group = GroupField(label=gettext_lazy("En of of"), required=False, min_value=1, max_value=9999)


class JoinsRows:
    """For a formset of such rows. Goes before that class in the list of bases."""

    forms: list[Any]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)  # type: ignore[misc]
        field = form.fields.get("group")
        if field is None:
            return
        if index == 0:
            field.widget = forms.HiddenInput()  # there is nothing above it
        if form.instance.pk:
            field.widget.choices = list(self.choices_of_stored(form.instance))
        else:
            field.initial = AND
            sent = form.data.get(form.add_prefix("group"), "") if form.is_bound else ""
            field.widget.choices = list(self.choices_of_new(sent))

    def choices_of_stored(self, row: Any) -> Iterator[tuple[Any, str]]:
        firsts = self.first_rows()
        place = next((number for number, found in enumerate(self.rows()) if found.pk == row.pk), 0)
        above = self.rows()[place - 1].group if place else row.group
        is_first = firsts.get(row.group, row).pk == row.pk
        yield row.group if is_first else max(firsts) + 1 + place, _("en: dit moet ook kloppen")
        if place:
            yield above, _("of: dit, of de voorwaarde hierboven")
        for group, first in firsts.items():
            if group not in (row.group, above):
                yield group, _("of: bij ‘%s’") % first

    def choices_of_new(self, sent: str) -> Iterator[tuple[Any, str]]:
        firsts = self.first_rows()
        yield AND, _("en: dit moet ook kloppen")
        yield sent if sent.startswith(OR) else f"{OR}{max(firsts, default=0)}", _("of: dit, of de voorwaarde hierboven")
        for group, first in firsts.items() if len(firsts) > 1 else ():
            yield group, _("of: bij ‘%s’") % first

    def rows(self) -> list[Any]:
        return list(self.get_queryset())  # type: ignore[attr-defined]  # which it reads once

    def first_rows(self) -> dict[int, Any]:
        """Each group by its first row."""
        return {row.group: row for row in reversed(self.rows())}

    def clean(self) -> None:
        self.settle_groups()
        super().clean()  # type: ignore[misc]

    def settle_groups(self) -> None:
        """New rows get their number after all that are taken."""
        filled = [form for form in self.forms if hasattr(form, "cleaned_data") and "group" in form.cleaned_data]
        stored = [form for form in filled if form.instance.pk]
        last = max((row.group for row in [*self.rows(), *(form.instance for form in stored)]), default=0)
        above = 0
        for form in filled:
            if form not in stored and form.has_changed():
                above = _group_of_new(str(form["group"].data or AND), above, last)
                last = max(last, above)
                form.instance.group = form.cleaned_data["group"] = above


def _group_of_new(choice: str, above: int, last: int) -> int:
    if (stored := whole_number(choice)) is not None:
        return stored
    named = whole_number(choice.removeprefix(OR)) if choice.startswith(OR) else None
    return (above or named if choice.startswith(OR) else None) or last + 1
