"""Texts of the site itself, and the numbers of the advice."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.document.sentences import shortened
from dialoog.content.models import AdviceSettings, PageText


@admin.register(PageText)
class PageTextAdmin(ContentAdmin):
    """The site asks for these texts by name: another one would show nowhere, and a missing one leaves a hole."""

    list_display = ("place", "title", "text_begin")
    search_fields = ("slug", "place", "title", "text")
    readonly_fields = ("place", "slug")
    fieldsets = (
        section(
            _("De tekst"),
            *("place", "title", "text"),
            about=_("Zonder titel of tekst blijft dat deel van de pagina leeg."),
        ),
        section(_("Voor redacteuren"), "slug"),
        PLACE,
    )

    @admin.display(description=_("tekst"))
    def text_begin(self, page_text: PageText) -> str:
        return shortened(page_text.text)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: PageText | None = None) -> bool:
        return False


@admin.register(AdviceSettings)
class AdviceSettingsAdmin(ContentAdmin):
    """There is one record: the list leads straight to it."""

    autocomplete_fields = (
        *("goals_question", "main_goal_question"),
        *("no_country_tips_option", "little_time_option", "bad_cooperation_option", "buying_option"),
    )
    fieldsets = (
        section(
            _("Wie er in het advies komt"),
            *("main_goal_factor", "min_score", "tie_width", "top_block", "also_block"),
            about=_(
                "De eerste partnertypes staan in ‘Je advies in het kort’. Wie daarna komt, staat bij ‘Andere partners’."
            ),
        ),
        section(
            _("Hoeveel er in beeld staat"),
            *("cautions_shown", "actions_shown", "tips_emphasised", "examples_shown", "example_min"),
            about=_("De rest staat achter een uitklapknop. Praktijkvoorbeelden die er niet bij passen, blijven weg."),
        ),
        section(
            _("Vragen met een eigen rol"),
            *("goals_question", "main_goal_question"),
            about=_("De antwoorden op deze twee vragen zijn precies de doelen."),
        ),
        section(
            _("Antwoorden met een eigen rol"),
            *("no_country_tips_option", "little_time_option", "bad_cooperation_option", "buying_option"),
            about=_("Het advies kijkt naar deze antwoorden zonder dat er een regel voor nodig is."),
        ),
        section(_("Waar de bron staat"), "source_url"),
    )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        settings = AdviceSettings.objects.first()
        if settings is None:
            return super().changelist_view(request, extra_context)
        if not self.has_view_or_change_permission(request, settings):
            raise PermissionDenied
        return redirect("admin:content_advicesettings_change", settings.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AdviceSettings | None = None) -> bool:
        return False
