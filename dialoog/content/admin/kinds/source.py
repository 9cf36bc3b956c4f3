"""The places in the SER document that everything rests on, and what was judged of the texts that cite them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.document.exporting import export_document
from dialoog.content.document.judging import NOT_JUDGED, digest, judged
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import shortened
from dialoog.content.models import Fact, Verdict
from dialoog.staff.frame.people import name_of


@admin.register(Fact)
class FactAdmin(ContentAdmin):
    list_display = ("code", "text", "chapter", "is_withdrawn", "section", "line", "is_background")
    list_filter = ("is_background", "is_withdrawn", "chapter", "section")
    search_fields = ("code", "text", "section", "chapter")
    search_help_text = _("Zoek op code (F12) of op woorden.")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De plaats in het document"),
            *("code", "chapter", "section", "line"),
            about=_("Code, hoofdstuk en onderdeel staan in het advies achter alles wat hierop steunt."),
        ),
        section(
            _("Wat er staat"),
            "text",
            about=_("Staat in het advies bij de bronnen."),
        ),
        section(_("Voor redacteuren"), "is_background", "left_out", "is_withdrawn", "where_used"),
        PLACE,
    )


class VerdictForm(forms.ModelForm):
    """Nobody types a digest: left empty, it is that of the text as it is now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "digest" in self.fields:
            self.fields["digest"].required = False
            self.fields["digest"].help_text = gettext(
                "Van de tekst waar dit oordeel over gaat. Maak dit leeg als je de tekst van nu hebt beoordeeld."
            )

    def clean_collection(self) -> str:
        collection: str = self.cleaned_data["collection"]
        if collection not in SCHEMA or collection in NOT_JUDGED:
            known = ", ".join(name for name in SCHEMA if name not in NOT_JUDGED)
            raise forms.ValidationError(gettext("Die soort is er niet. Kies uit: %s.") % known)
        return collection

    def clean(self) -> None:
        super().clean()
        place = tuple(self.cleaned_data.get(name) for name in ("collection", "identity", "field"))
        if all(place) and not self.cleaned_data.get("digest"):
            texts = {digest(text): text.text for text in judged(export_document()) if text.place == place}
            if len(texts) == 1:
                self.cleaned_data["digest"] = next(iter(texts))
            elif texts:
                choices = "; ".join(f"{own} ({shortened(text)})" for own, text in texts.items())
                self.add_error("digest", gettext("Dit veld heeft meer teksten. Kies er een: %s.") % choices)
            else:
                self.add_error("field", gettext("Dit record heeft geen tekst met bronnen in dit veld."))


@admin.register(Verdict)
class VerdictAdmin(ContentAdmin):
    form = VerdictForm
    list_display = ("identity", "field", "support", "collection", "why", "judged_by", "judged_on")
    list_filter = ("collection", "support", "judged_by")
    search_fields = ("collection", "identity", "field", "digest", "why", "judged_by")
    search_help_text = _("Zoek op record, veld, toelichting of wie oordeelde.")
    fieldsets = (
        section(
            _("De tekst"),
            *("collection", "identity", "field", "digest"),
            about=_("Verandert de tekst, de bronnen of de grond, dan geldt het oordeel niet meer."),
        ),
        section(
            _("Het oordeel"),
            *("support", "why", ("judged_by", "judged_on")),
            about=_("Lees de tekst naast de plaatsen in het SER-document waar die naar verwijst."),
        ),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Who judges now."""
        own = {"judged_by": name_of(request.user), "judged_on": timezone.localdate()}
        return own | super().get_changeform_initial_data(request)
