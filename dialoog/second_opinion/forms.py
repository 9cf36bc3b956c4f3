"""The form with which an owner invites somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.second_opinion.inviting import Names
from dialoog.second_opinion.models import NAME_LENGTH
from dialoog.wizard.forms import LineField


class InviteForm(forms.Form):
    name = LineField(
        label=_("Hoe noem je deze collega?"),
        max_length=NAME_LENGTH,
        required=False,
        help_text=_("Bijvoorbeeld ‘Sanne’ of ‘inkoop’."),
    )
    host_name = LineField(
        label=_("Hoe noem je jezelf?"),
        max_length=NAME_LENGTH,
        required=False,
        help_text=_("Bijvoorbeeld ‘Els’ of ‘directie’."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            messages = field.error_messages
            messages["max_length"] = _("Maak deze naam korter: gebruik hoogstens %d tekens.") % NAME_LENGTH
            messages["null_characters_not_allowed"] = _("Haal het onzichtbare teken weg.")

    def names(self) -> Names:
        """Of a form that is valid."""
        return {"name": self.cleaned_data["name"], "host_name": self.cleaned_data["host_name"]}
