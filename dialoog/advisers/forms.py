"""What an adviser writes with a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.advisers.models import LENGTHS
from dialoog.wizard.forms import LineField, LinesField


class NoteForm(forms.Form):
    label = LineField(label=_("Label"), max_length=LENGTHS["label"], required=False)
    note = LinesField(label=_("Notitie"), max_length=LENGTHS["note"], required=False)
