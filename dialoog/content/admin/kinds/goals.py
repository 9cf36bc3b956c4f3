"""The goals of working together."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import ContentAdmin, section
from dialoog.content.models import Goal


@admin.register(Goal)
class GoalAdmin(ContentAdmin):
    list_display = ("number", "name", "summary", "slug")
    list_display_links = ("number", "name")
    search_fields = ("slug", "name", "summary", "theory", "what_to_do")
    autocomplete_fields = ("theory_facts", "what_to_do_facts", "facts")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("Het doel"),
            *("name", "summary"),
            about=_("Staat op de site en in de pdf in het hoofdstuk ‘De beste partners per doel’."),
        ),
        section(
            _("Waar gaat het om?"),
            *("theory", "theory_basis", "theory_facts"),
            about=_("Staat in hetzelfde hoofdstuk, met deze kop, bij elk doel dat de bezoeker koos."),
        ),
        section(
            _("Wat kun je doen?"),
            *("what_to_do", "what_to_do_basis", "what_to_do_facts"),
            about=_("Staat daaronder, met deze kop."),
        ),
        section(
            _("Voor redacteuren"),
            *("number", "slug", "facts", "where_used"),
            about=_("Elk doel is ook een antwoord op de vraag naar de doelen, met dezelfde sleutel."),
        ),
    )
