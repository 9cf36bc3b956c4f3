"""Which period somebody asks for, from the address of the page."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialoog.insight.periods import MOST_DAYS, Period, Preset

PRESET = "periode"


class DayField(forms.DateField):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": _("Vul een dag in die bestaat, zoals 31-12-2026.")}


class PeriodForm(forms.Form):
    """From one day up to and including another; days to come are left out. Fields are called as in the address."""

    use_required_attribute = False

    van = DayField(label=_("Van"), error_messages={"required": _("Vul de eerste dag in.")})
    tot = DayField(label=_("Tot en met"), error_messages={"required": _("Vul de laatste dag in.")})

    def clean(self) -> dict[str, Any]:
        days = self.cleaned_data
        if days.keys() == self.fields.keys():
            days["tot"] = min(days["tot"], timezone.localdate())
            if days["van"] > days["tot"]:
                self.add_error("van", _("Kies een eerste dag die niet na de laatste dag of na vandaag komt."))
            elif (days["tot"] - days["van"]).days >= MOST_DAYS:
                self.add_error("van", _("Kies een periode van hoogstens vijf jaar."))
        return days

    def period(self) -> Period:
        return Period(self.cleaned_data["van"], self.cleaned_data["tot"])


@dataclass(frozen=True)
class Choice:
    form: PeriodForm
    preset: Preset | None
    """None: own dates."""
    period: Period | None
    """None: the dates make no period, and the form says why."""


def choose_period(query: QueryDict) -> Choice:
    """Own dates if the address has any, otherwise a preset; four weeks if it names none that we know."""
    if query.keys() & PeriodForm.base_fields.keys():
        form = PeriodForm(query)
        return Choice(form, None, form.period() if form.is_valid() else None)
    name = query.get(PRESET, "")
    preset = Preset(name) if name in [*Preset] else Preset.FOUR_WEEKS
    period = Period.of(preset, timezone.localdate())
    return Choice(PeriodForm(initial={"van": period.first, "tot": period.last}), preset, period)
