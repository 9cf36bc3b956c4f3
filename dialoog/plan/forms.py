"""What can be noted with an action. A field that was not sent stays what it was."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.plan.models import LENGTHS
from dialoog.wizard.forms import LineField, LinesField

INPUT_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
"""As browsers send a date, and as people type one who see a plain field."""


class DayField(forms.DateField):
    """A day in the time that a plan is about."""

    earliest: date = date.min
    latest: date = date.max

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not self.earliest <= value <= self.latest:
            days = {"first": date_format(self.earliest), "last": date_format(self.latest)}
            raise ValidationError(gettext("Kies een dag van %(first)s tot en met %(last)s.") % days)


class ActionForm(forms.Form):
    text = LineField(
        label=_("Wat ga je doen?"),
        max_length=LENGTHS["text"],
        error_messages={"required": _("Vul in wat je gaat doen.")},
    )
    who = LineField(
        label=_("Wie doet dit?"),
        help_text=_(
            "Iedereen die een link naar dit plan heeft, leest dit. "
            "Vul daarom geen naam in, maar een functie of afdeling, zoals ‘inkoop’. "
            "Doet een van meer collega’s het, zet er dan initialen bij: ‘inkoop, E.J.’"
        ),
        max_length=LENGTHS["who"],
        required=False,
    )
    due_on = DayField(
        label=_("Wanneer moet het klaar zijn?"),
        required=False,
        input_formats=INPUT_FORMATS,
        error_messages={"invalid": _("Vul een datum in, bijvoorbeeld 31-12-2026.")},
    )
    note = LinesField(label=_("Notitie"), max_length=LENGTHS["note"], required=False)

    def __init__(self, data: Mapping[str, Any], *, earliest: date, latest: date, is_own: bool) -> None:
        super().__init__(data)
        for name in list(self.fields):
            if name not in data or (name == "text" and not is_own):
                del self.fields[name]
        if day := self.fields.get("due_on"):
            day.earliest, day.latest = earliest, latest  # type: ignore[attr-defined]
