"""The texts of one record in another language, each beside its Dutch text."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.document import Key
from dialoog.catalogue.translated import KINDS
from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, section
from dialoog.content.admin.translating.rows import TranslatedFormSet, TranslatedTextForm
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.tables import find_record
from dialoog.content.models import TranslatedText, Translation
from dialoog.content.translations.desk import call_rows_after_their_text
from dialoog.languages.names import dutch_name

KEY = ("language", "collection", "identity")
"""What tells one translation from another."""


class TranslatedTextInline(ContentInline):
    model = TranslatedText
    form = TranslatedTextForm
    formset = TranslatedFormSet
    can_delete = False
    intro = _(
        "Bij elke tekst staat het Nederlands van nu. Laat een vertaling leeg, dan lezen bezoekers het Nederlands. Is "
        "het Nederlands veranderd, werk de vertaling dan bij, of vink aan dat ze nog klopt."
    )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        may_change = self.has_change_permission(request, obj)
        return ("path", "seen", "text", "still_right") if may_change else ("path", "source", "text")


class TranslationForm(forms.ModelForm):
    """A new translation is of a record that is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "collection" in self.fields:
            choices = [(name, str(SCHEMA[name].model._meta.verbose_name_plural).capitalize()) for name in KINDS]
            self.fields["collection"] = forms.ChoiceField(label=_("Soort"), choices=choices)

    def clean(self) -> None:
        super().clean()
        collection, identity = self.cleaned_data.get("collection"), self.cleaned_data.get("identity")
        if collection and "identity" in self.cleaned_data and find_record(collection, identity or "") is None:
            self.add_error("identity", _("Dit record is er niet."))


@admin.register(Translation)
class TranslationAdmin(ContentAdmin):
    form = TranslationForm
    list_display = ("identity", "collection", "language", "size")
    list_filter = ("language", "collection")
    list_prefetch_related = ("texts",)
    search_fields = ("identity", "texts__text", "texts__source")
    search_help_text = _("Zoek op record, of op woorden in het Nederlands of de vertaling.")
    inlines = (TranslatedTextInline,)
    readonly_fields = ("language_name", "record")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Once it is there, a translation stays of its record."""
        if _is_new(obj):
            hint = _("Ga liever via ‘Vertalen’ op de voorpagina. Daar staan de teksten al klaar.")
            return section(_("Van welk record"), *KEY, about=hint), PLACE
        keys = (_("Plaats in de lijst"), {"fields": ["order", *KEY], "classes": ["collapse"]})
        return section(_("Van welk record"), *self.readonly_fields), keys

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.readonly_fields if _is_new(obj) else (*self.readonly_fields, *KEY)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        asked = request.POST if request.method == "POST" and "collection" in request.POST else request.GET
        about = [asked.get(name, "") if _is_new(obj) else getattr(obj, name) for name in KEY]
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**kwargs, "about": (about[0], Key(*about[1:]))}

    def meet(self, request: HttpRequest, instance: Any) -> None:
        call_rows_after_their_text(instance)
        super().meet(request, instance)

    @admin.display(description=_("teksten"))
    def size(self, translation: Translation) -> int:
        return len(translation.texts.all())

    @admin.display(description=_("taal"))
    def language_name(self, translation: Translation) -> str:
        return dutch_name(translation.language)

    @admin.display(description=_("record"))
    def record(self, translation: Translation) -> str:
        """With a link to its Dutch texts, while it is there."""
        said = f"{capfirst(translation.kind)} ‘{translation.identity}’"
        if (found := find_record(translation.collection, translation.identity)) is None:
            return said
        address = reverse(f"admin:content_{found._meta.model_name}_change", args=[found.pk])
        return format_html('<a href="{}">{}</a>', address, said)


def _is_new(translation: Any) -> bool:
    return translation is None or translation.pk is None
