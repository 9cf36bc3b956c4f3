"""What an adviser writes with a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.advisers.models import LENGTHS
from dialoog.wizard.forms import LineField, LinesField


class NoteForm(forms.Form):
    label = LineField(label=_("Label"), max_length=LENGTHS["label"], required=False)
    note = LinesField(label=_("Notitie"), max_length=LENGTHS["note"], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.error_messages |= {
                "max_length": _("Maak deze tekst korter: gebruik hoogstens %d tekens.") % LENGTHS[name],
                "null_characters_not_allowed": _("Haal het onzichtbare teken weg."),
            }
