"""Organisations, the SER's own tools and practice examples."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.models import Organisation, PracticeExample, Tool


class AddressFilter(admin.SimpleListFilter):
    title = _("webadres")
    parameter_name = "webadres"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("leeg", _("Nog leeg")), ("ingevuld", _("Ingevuld"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Tool]) -> QuerySet[Tool]:
        match self.value():
            case "leeg":
                return queryset.filter(url="")
            case "ingevuld":
                return queryset.exclude(url="")
            case _:
                return queryset


@admin.register(Organisation)
class OrganisationAdmin(ContentAdmin):
    list_display = ("name", "kind", "sector", "partner_names", "url")
    list_select_related = ("sector__question",)
    list_prefetch_related = ("partner_types",)
    list_filter = (AddressFilter, ("sector", admin.RelatedOnlyFieldListFilter))
    search_fields = ("slug", "name", "kind", "text", "partner_types__name")
    autocomplete_fields = ("sector", "partner_types", "facts")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De organisatie"),
            *("name", "kind", "text", "url", "facts"),
            about=_("Staat bij ‘Organisaties die het document noemt’ als een regel haar noemt."),
        ),
        section(
            _("Voor redacteuren"),
            *("partner_types", "sector", "slug", "where_used"),
            about=_("Dit staat niet op de site. Voor wie de organisatie genoemd wordt, bepalen de regels."),
        ),
        PLACE,
    )

    @admin.display(description=_("partnertypes"))
    def partner_names(self, organisation: Organisation) -> str:
        return ", ".join(partner.name for partner in organisation.partner_types.all())


@admin.register(Tool)
class ToolAdmin(ContentAdmin):
    list_display = ("name", "kind", "text", "url")
    list_filter = (AddressFilter, "kind")
    search_fields = ("slug", "name", "kind", "text", "=facts__code")
    autocomplete_fields = ("facts",)
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("Het hulpmiddel"),
            *("name", "kind", "text", "url", "facts"),
            about=_("Staat in het hoofdstuk ‘Tools van de SER’ als een regel het noemt."),
        ),
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


@admin.register(PracticeExample)
class PracticeExampleAdmin(ContentAdmin):
    list_display = ("title", "goal", "where", "sector", "partner_names")
    list_select_related = ("goal",)
    list_prefetch_related = ("partner_types",)
    list_filter = ("goal", "where")
    search_fields = ("slug", "title", "text", "who", "where", "lesson", "partner_types__name")
    autocomplete_fields = ("partner_types", "facts")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("Het verhaal"),
            *("title", ("who", "where"), "text"),
            about=_("Staat in het hoofdstuk ‘Zo deden anderen het’ als regels het genoeg gewicht geven."),
        ),
        section(
            _("Wat het leert"),
            "worked",
            "did_not_work",
            "lesson",
            about=_("Staat onder het verhaal. Zonder tekst blijft een kopje weg."),
        ),
        section(_("Met wie"), "partner_types", "facts", about=_("Staat onder het verhaal, met de bron.")),
        section(
            _("Voor redacteuren"),
            *("goal", "sector", "slug", "where_used"),
            about=_("Dit staat niet op de site. Wie het voorbeeld ziet, bepalen de regels."),
        ),
        PLACE,
    )

    @admin.display(description=_("partnertypes"))
    def partner_names(self, example: PracticeExample) -> str:
        return ", ".join(partner.name for partner in example.partner_types.all())
