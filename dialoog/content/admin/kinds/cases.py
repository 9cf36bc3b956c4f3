"""Reference cases: answers with what experts say the advice must hold."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, section
from dialoog.content.models import CaseOrder, CaseTier, ReferenceCase


class CaseTierInline(ContentInline):
    model = CaseTier
    intro = _("In welke fase van het advies een partnertype moet staan.")
    fields = ("partner_type", ("tier", "order"))
    autocomplete_fields = ("partner_type",)


class CaseOrderInline(ContentInline):
    model = CaseOrder
    intro = _("Welk partnertype vóór een ander moet staan.")
    fields = ("before", "after", "order")
    autocomplete_fields = ("before", "after")


@admin.register(ReferenceCase)
class ReferenceCaseAdmin(ContentAdmin):
    list_display = ("code", "title", "first", "fact_codes")
    list_display_links = ("code", "title")
    list_select_related = ("first",)
    list_prefetch_related = ("facts",)
    list_filter = (("first", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("code", "title", "why", "=facts__code", "answers__label")
    search_help_text = _("Zoek op code, titel, bronverwijzing (F12) of antwoord.")
    autocomplete_fields = tuple(
        field.name for field in (*ReferenceCase._meta.fields, *ReferenceCase._meta.many_to_many) if field.is_relation
    )
    inlines = (CaseTierInline, CaseOrderInline)
    fieldsets = (
        section(
            _("Het geval"),
            *("code", "title", "why", "facts"),
            about=_(
                "Staat niet op de site. Bij het publiceren wordt elk geval nagerekend. Klopt het advies niet met wat "
                "hier staat, dan kun je alleen publiceren met een reden."
            ),
        ),
        section(
            _("De antwoorden"),
            "answers",
            about=_("Alle antwoorden die deze bezoeker geeft, op elke vraag die hij krijgt."),
        ),
        section(
            _("Met wie je kunt beginnen"),
            *("start", "not_start", "has_no_start"),
        ),
        section(
            _("Partnertypes die er moeten staan"),
            *("first", "top3", "top5", "listed"),
        ),
        section(_("Partnertypes die er niet mogen staan"), "not_top3", "not_top5", "not_listed"),
        section(
            _("Wat er verder moet staan"),
            *("first_example", "cautions", "actions", "later_actions", "tips", "tools", "organisations"),
        ),
        section(
            _("Wat er niet mag staan"),
            *("not_cautions", "not_actions", "not_tips", "not_tools", "not_organisations"),
        ),
        PLACE,
    )

    @admin.display(description=_("bronnen"))
    def fact_codes(self, case: Any) -> str:
        return ", ".join(fact.code for fact in case.facts.all())
