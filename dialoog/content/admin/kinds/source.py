"""The places in the SER document that everything rests on."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.models import Fact


@admin.register(Fact)
class FactAdmin(ContentAdmin):
    list_display = ("code", "text", "chapter", "section", "line", "is_background")
    list_filter = ("is_background", "chapter", "section")
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
            *("text", "is_background"),
            about=_("Staat in het advies bij de bronnen."),
        ),
        section(_("Voor redacteuren"), "where_used"),
        PLACE,
    )
