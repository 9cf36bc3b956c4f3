"""The texts of one record in another language, each beside its Dutch text."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, section
from dialoog.content.models import TranslatedText, Translation


class TranslatedTextInline(ContentInline):
    model = TranslatedText
    fields = ("path", "source", "text")


@admin.register(Translation)
class TranslationAdmin(ContentAdmin):
    list_display = ("identity", "collection", "language", "size")
    list_filter = ("language", "collection")
    list_prefetch_related = ("texts",)
    search_fields = ("identity", "texts__text", "texts__source")
    search_help_text = _("Zoek op record, of op woorden in het Nederlands of de vertaling.")
    inlines = (TranslatedTextInline,)
    fieldsets = (section(_("Van welk record"), "language", "collection", "identity"), PLACE)

    @admin.display(description=_("teksten"))
    def size(self, translation: Translation) -> int:
        return len(translation.texts.all())
