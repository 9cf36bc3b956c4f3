"""Partner types, what they offer, and how they go together."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, section
from dialoog.content.admin.conditions import ConditionInline
from dialoog.content.models import (
    Combination,
    OrderRule,
    OrderRuleCondition,
    PartnerOffer,
    PartnerType,
    PartnerWatchOut,
    Signpost,
)


class PartnerOfferInline(ContentInline):
    model = PartnerOffer
    intro = _("Staat op de kaart van het partnertype bij ‘Biedt’, voor de doelen die de bezoeker koos.")
    fields = ("goal", "text", "basis", "facts")
    autocomplete_fields = ("facts",)


class PartnerWatchOutInline(ContentInline):
    model = PartnerWatchOut
    intro = _("Staat op de kaart van het partnertype bij ‘Let op’, in deze volgorde.")
    fields = ("text", "basis", "facts", "order")
    autocomplete_fields = ("facts",)


@admin.register(PartnerType)
class PartnerTypeAdmin(ContentAdmin):
    list_display = ("name", "kind", "familiarity", "known_via", "in_production_country", "order")
    list_select_related = ("known_via__question",)
    list_filter = ("kind", "in_production_country", "familiarity")
    search_fields = ("slug", "name", "description", "offers__text", "watch_outs__text")
    search_help_text = _("Zoek in namen, beschrijvingen, wat ze bieden en aandachtspunten.")
    autocomplete_fields = ("known_via", "description_facts", "asks_in_return_facts", "how_to_find_facts")
    readonly_fields = ("where_used",)
    inlines = (PartnerOfferInline, PartnerWatchOutInline)
    fieldsets = (
        section(
            _("Wie het is"),
            *("name", "description", "description_basis", "description_facts"),
            about=_("Staat op de site en in de pdf bovenaan de kaart van dit partnertype."),
        ),
        section(
            _("Wat het terugvraagt"),
            *("asks_in_return", "asks_in_return_basis", "asks_in_return_facts"),
            about=_("Staat op de kaart bij ‘Vraagt terug’. Zonder tekst blijft dat weg."),
        ),
        section(
            _("Hoe je het vindt"),
            *("how_to_find", "how_to_find_basis", "how_to_find_facts"),
            about=_("Staat op de kaart bij ‘Zo vind je die’. Zonder tekst blijft dat weg."),
        ),
        section(
            _("Hoe het meetelt"),
            *("kind", "in_production_country", "familiarity", "known_via"),
            about=_("Regels over bekende en onbekende partijen kijken hiernaar."),
        ),
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


@admin.register(Combination)
class CombinationAdmin(ContentAdmin):
    list_display = ("__str__", "text", "basis", "order")
    list_select_related = ("first", "second")
    list_filter = ("basis",)
    search_fields = ("first__name", "second__name", "text")
    autocomplete_fields = ("first", "second", "facts")
    fieldsets = (
        section(
            _("Twee partnertypes die elkaar aanvullen"),
            *("first", "second", "text"),
            about=_(
                "Staat in het hoofdstuk ‘Partners die elkaar aanvullen’, als beide partnertypes in het advies staan."
            ),
        ),
        section(_("Waarom"), "basis", "facts", about=_("Staat onder de tekst.")),
        PLACE,
    )


@admin.register(Signpost)
class SignpostAdmin(ContentAdmin):
    list_display = ("__str__", "text", "basis", "order")
    list_select_related = ("partner_type", "leads_to")
    list_filter = ("basis",)
    search_fields = ("partner_type__name", "leads_to__name", "text")
    autocomplete_fields = ("partner_type", "leads_to", "facts")
    fieldsets = (
        section(
            _("Wie de weg weet naar een ander"),
            *("partner_type", "leads_to", "text"),
            about=_(
                "Staat in ‘Je advies in het kort’ als de bezoeker de een kent, en de ander past maar nog niet kent. "
                "Loopt de samenwerking stroef, dan blijft dit weg."
            ),
        ),
        section(_("Waarom"), "basis", "facts", about=_("Staat onder de tekst.")),
        PLACE,
    )


class OrderRuleConditionInline(ConditionInline):
    model = OrderRuleCondition
    fk_name = "owner"


@admin.register(OrderRule)
class OrderRuleAdmin(ContentAdmin):
    list_display = ("__str__", "reason", "across_tiers", "order")
    list_select_related = ("first", "then")
    list_filter = ("across_tiers",)
    search_fields = ("first__name", "then__name", "reason")
    autocomplete_fields = ("first", "then", "facts")
    inlines = (OrderRuleConditionInline,)
    fieldsets = (
        section(
            _("Wie vóór wie"),
            *("first", "then", "across_tiers"),
            about=_(
                "Staan beide partnertypes in dezelfde fase van het advies, dan komt het eerste altijd eerder. Onderaan "
                "deze pagina staat bij welke antwoorden dat geldt."
            ),
        ),
        section(_("Waarom"), "reason", "basis", "facts"),
        PLACE,
    )
