"""The texts of one record in another language: nobody types places or Dutch here, only translations."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialoog.catalogue.document import Key
from dialoog.catalogue.translated import State
from dialoog.content.admin.merging.forms import MeetingFormSet
from dialoog.content.admin.merging.seen import Seen
from dialoog.content.admin.translating.widgets import BesideDutch
from dialoog.content.models import TranslatedText
from dialoog.content.translations.desk import Desk
from dialoog.content.translations.faithful import unfaithful
from dialoog.content.translations.standing import Standing


class TranslatedTextForm(forms.ModelForm):
    """A translation that is typed, or that somebody says is still right, is of the Dutch that its page showed."""

    seen = Seen()
    still_right = forms.BooleanField(
        label=gettext_lazy("Deze vertaling klopt nog"),
        required=False,
        help_text=gettext_lazy("Vink dit aan als de vertaling ook bij het nieuwe Nederlands past."),
    )
    standing: Standing | None = None

    class Meta:
        model = TranslatedText
        fields = ("path", "text")
        widgets = {"path": forms.HiddenInput(), "text": BesideDutch()}

    def stand_beside(self, standing: Standing | None, language: str) -> None:
        self.standing = standing
        if standing is None or standing.state is not State.STALE:
            self.fields["still_right"].widget = forms.HiddenInput()
        if standing is None:
            return
        text: Any = self.fields["text"]
        text.label = capfirst(standing.text.field)
        text.is_markdown = standing.text.is_markdown
        text.help_text = _("Ten hoogste %d tekens.") % standing.text.longest if standing.text.longest else ""
        text.widget.beside(standing, language)
        self.fields["seen"].show(standing.text.place.text)  # type: ignore[attr-defined]

    @property
    def row_title(self) -> str:
        """What the page calls the row, and nothing for one that a script could add."""
        return self.standing.text.field if self.standing else ""

    def has_changed(self) -> bool:
        """A text that nobody translated yet is no row."""
        if self.instance.pk is None and self.is_bound:
            return bool(str(self["text"].data or "").strip())
        return super().has_changed()

    def clean(self) -> None:
        super().clean()
        if not {"text", "still_right"} & {*self.changed_data}:
            return
        if self.standing is None:
            self.add_error("text", _("Deze tekst staat niet meer in de inhoud."))
        elif self.cleaned_data.get("seen") != self.fields["seen"].now:  # type: ignore[attr-defined]
            sentence = _("Het Nederlands is intussen veranderd. Kijk of de vertaling klopt, en sla opnieuw op.")
            self.add_error("text", sentence)
        else:
            self.instance.source = self.standing.text.place.text
            self._be_faithful(self.standing)

    def _be_faithful(self, standing: Standing) -> None:
        of = standing.text
        text = self.cleaned_data.get("text") or ""
        for problem in unfaithful(of.place.text, text, longest=of.longest, is_markdown=of.is_markdown) if text else ():
            self.add_error("text", capfirst(problem))


class TranslatedFormSet(MeetingFormSet):
    """A row for each text of the record: those that are stored, and then those that nobody translated yet."""

    def __init__(self, *args: Any, about: tuple[str, Key], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language, key = about
        self.desk = Desk.of(self.instance, key)
        if not self.is_bound:
            self.initial_extra = [{"path": text.place.path} for text in self.desk.without_row]
            self.extra = len(self.initial_extra)
            self.max_num = self.initial_form_count() + self.extra  # so that the page offers no more rows

    def get_queryset(self) -> Any:
        """Rows as they will be called: a save begins with calling them so."""
        if not hasattr(self, "rows"):
            self.rows = [row for row in super().get_queryset() if row.path not in self.desk.lost]
            for row in self.rows:
                if text := self.desk.text_of_row.get(row.path):
                    row.path = text.place.path
        return self.rows

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        path = form.instance.path or form.initial.get("path", "")
        if form.is_bound and form.instance.pk is None:
            path = form.data.get(form.add_prefix("path"), "")
        form.stand_beside(self.desk.standing(path) if path in self.desk.texts else None, self.language)
