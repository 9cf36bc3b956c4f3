"""The form with which an owner invites somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.second_opinion.models import NAME_LENGTH
from dialoog.wizard.forms import LineField


class InviteForm(forms.Form):
    name = LineField(label=_("Hoe noem je deze collega?"), max_length=NAME_LENGTH, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        messages = self.fields["name"].error_messages
        messages["max_length"] = _("Maak deze naam korter: gebruik hoogstens %d tekens.") % NAME_LENGTH
        messages["null_characters_not_allowed"] = _("Haal het onzichtbare teken weg.")
