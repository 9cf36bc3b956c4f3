"""Organisations, the SER's own tools and practice examples."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.admin.building.suggesting import SuggestsKey
from dialoog.content.models import Organisation, PracticeExample, Tool

EMPTY, LOOKED_UP, CONFIRMED = _("leeg"), _("opgezocht, nog niet bevestigd"), _("bevestigd")
"""How sure a web address is."""


class AddressFilter(admin.SimpleListFilter):
    title = _("webadres")
    parameter_name = "webadres"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("leeg", EMPTY), ("opgezocht", LOOKED_UP), ("bevestigd", CONFIRMED)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Tool]) -> QuerySet[Tool]:
        match self.value():
            case "leeg":
                return queryset.filter(url="")
            case "opgezocht":
                return queryset.exclude(url="").filter(url_is_confirmed=False)
            case "bevestigd":
                return queryset.filter(url_is_confirmed=True)
            case _:
                return queryset


class AddressForm(SuggestsKey):
    """An address says where and when it was found; without one there is nothing to say about it."""

    def clean(self) -> None:
        super().clean()
        url, found_at = self.cleaned_data.get("url"), self.cleaned_data.get("url_found_at")
        if url and not (found_at and self.cleaned_data.get("url_found_on")):
            self.add_error("url_found_at", gettext("Vul in waar en wanneer je dit webadres hebt gevonden."))
        if not url and "url" in self.cleaned_data and self.cleaned_data.get("url_is_confirmed"):
            self.add_error("url_is_confirmed", gettext("Er is geen webadres om te bevestigen."))


class WithAddress(ContentAdmin):
    form = AddressForm
    judgements = {"url_is_confirmed": ("url", "url_found_at", "url_found_on", "url_is_overview")}

    @admin.display(description=_("webadres"))
    def address(self, record: Any) -> str:
        state = EMPTY if not record.url else CONFIRMED if record.url_is_confirmed else LOOKED_UP
        return f"{record.url} ({state})" if record.url else str(state)


ADDRESS: Any = section(
    _("Webadres"),
    *("url", "url_is_overview", ("url_found_at", "url_found_on"), "url_is_confirmed"),
    about=_(
        "Het document verloor zijn links. Vul alleen in wat een pagina van de organisatie zelf of de SER bevestigt."
    ),
)


@admin.register(Organisation)
class OrganisationAdmin(WithAddress):
    list_display = ("name", "kind", "sector", "partner_names", "address")
    list_select_related = ("sector__question",)
    list_prefetch_related = ("partner_types",)
    list_filter = (AddressFilter, ("sector", admin.RelatedOnlyFieldListFilter))
    search_fields = ("slug", "name", "kind", "text", "partner_types__name")
    autocomplete_fields = ("sector", "partner_types", "facts")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De organisatie"),
            *("name", "kind", "text", "basis", "facts"),
            about=_("Staat bij ‘Organisaties die het document noemt’ als een regel haar noemt."),
        ),
        ADDRESS,
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
class ToolAdmin(WithAddress):
    list_display = ("name", "kind", "text", "address")
    list_filter = (AddressFilter, "kind")
    search_fields = ("slug", "name", "kind", "text", "=facts__code")
    autocomplete_fields = ("facts",)
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("Het hulpmiddel"),
            *("name", "kind", "text", "basis", "facts"),
            about=_("Staat in het hoofdstuk ‘Tools van de SER’ als een regel het noemt."),
        ),
        ADDRESS,
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


class ExampleForm(SuggestsKey):
    """What happened to others is told from the source, or it is no example."""

    def clean(self) -> None:
        super().clean()
        if "facts" in self.cleaned_data and not self.cleaned_data["facts"]:
            self.add_error("facts", gettext("Kies waar dit voorbeeld in het SER-document staat."))


@admin.register(PracticeExample)
class PracticeExampleAdmin(ContentAdmin):
    form = ExampleForm
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
            "lesson_basis",
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
