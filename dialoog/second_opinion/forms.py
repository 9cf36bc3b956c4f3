"""The form with which an owner invites somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.second_opinion.inviting import Typed
from dialoog.second_opinion.models import ABOUT_LENGTH, NAME_LENGTH
from dialoog.wizard.forms import LineField


class NameField(LineField):
    default_error_messages = {"max_length": _("Maak deze naam korter: gebruik hoogstens %(limit_value)d tekens.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=NAME_LENGTH, required=False, **kwargs)


class InviteForm(forms.Form):
    name = NameField(
        label=_("Hoe noem je deze collega?"),
        help_text=_("Bijvoorbeeld ‘Sanne’ of ‘inkoop’."),
    )
    host_name = NameField(
        label=_("Hoe noem je jezelf?"),
        help_text=_("Bijvoorbeeld ‘Els’ of ‘directie’."),
    )

    about = LineField(
        label=_("Waar gaat het over?"),
        max_length=ABOUT_LENGTH,
        required=False,
        help_text=_("Je collega leest dit vooraf. Zet er niet in wat jij antwoordde."),
    )

    def typed(self) -> Typed:
        """Of a form that is valid."""
        data = self.cleaned_data
        return {"name": data["name"], "host_name": data["host_name"], "about": data["about"]}
