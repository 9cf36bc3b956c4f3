"""Was the report useful? Said once per run, and kept without it."""

from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dialoog.insight.counting import count_opinion
from dialoog.insight.models import REMARK_LENGTH
from dialoog.insight.vocabulary import Opinion
from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.wizard.forms import LineField
from dialoog.wizard.models import Consultation


class RemarkField(LineField):
    """Some lines of free text, kept as one."""

    def to_python(self, value: Any) -> str:
        return super().to_python(" ".join(str(value or "").split()))


class OpinionForm(forms.Form):
    opinion = forms.ChoiceField(
        choices=[(Opinion.YES.value, _("Ja")), (Opinion.NO.value, _("Nee"))],
        widget=forms.RadioSelect,
        error_messages={name: _("Kies ‘Ja’ of ‘Nee’.") for name in ("required", "invalid_choice")},
    )
    remark = RemarkField(
        required=False,
        max_length=REMARK_LENGTH,
        error_messages={"max_length": _("Maak je opmerking korter: gebruik hoogstens %(limit_value)d tekens.")},
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="nuttig-%s")

    def problems(self) -> list[tuple[str, str]]:
        """For the summary: the field to go to, and what to do."""
        places = {"opinion": self["opinion"].subwidgets[0].id_for_label, "remark": self["remark"].auto_id}
        return [(places[name], " ".join(map(str, texts))) for name, texts in self.errors.items()]

    def keep(self, consultation: Consultation, allowance: Allowance = UNCOUNTED) -> None:
        """The first opinion about a run counts; a second click or another reader changes nothing. Raises TooMany."""
        allowance.counted(partial(self._keep, consultation))

    def _keep(self, consultation: Consultation) -> None:
        silent = Consultation.objects.filter(pk=consultation.pk, has_opinion=False)
        if silent.update(has_opinion=True):
            count_opinion(Opinion(self.cleaned_data["opinion"]), self.cleaned_data["remark"])
