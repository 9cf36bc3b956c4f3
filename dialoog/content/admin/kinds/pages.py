"""Texts of the site itself, and the numbers of the advice."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, section
from dialoog.content.admin.kinds.labels import PageTextForm, PlaceFilter, label_of, missing_labels
from dialoog.content.document.sentences import shortened
from dialoog.content.models import AdviceSettings, PageText


@admin.register(PageText)
class PageTextAdmin(ContentAdmin):
    """The site asks for these texts by name: another one would show nowhere, and a missing one leaves a hole.

    A label that is missing leaves none, so it can be deleted, and added again.
    """

    form = PageTextForm
    list_display = ("place", "said", "text_begin")
    list_filter = (PlaceFilter,)
    list_per_page = 120
    search_fields = ("slug", "place", "title", "text")
    fieldsets = (
        section(
            _("De tekst"),
            *("place", "title", "text"),
            about=_("Zonder titel of tekst blijft dat deel van de pagina leeg."),
        ),
        section(_("Voor redacteuren"), "slug"),
        PLACE,
    )
    label_fieldsets = (section(_("Het opschrift"), "place", "title"), section(_("Voor redacteuren"), "slug"), PLACE)
    new_fieldsets = (
        section(_("Het opschrift"), "slug", "title", about=_("Je ziet alleen de plaatsen zonder eigen opschrift.")),
        PLACE,
    )

    def get_fieldsets(self, request: HttpRequest, obj: PageText | None = None) -> Any:
        if obj is None:
            return self.new_fieldsets
        return self.label_fieldsets if label_of(obj) else self.fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: PageText | None = None) -> Any:
        return ("place", "slug") if obj else ()

    @admin.display(description=_("titel of opschrift"), ordering="title")
    def said(self, page_text: PageText) -> str:
        label = label_of(page_text)
        return _("%s (standaard)") % label.default if label and not page_text.title.strip() else page_text.title

    @admin.display(description=_("tekst"))
    def text_begin(self, page_text: PageText) -> str:
        return shortened(page_text.text)

    def save_model(self, request: HttpRequest, obj: PageText, form: Any, change: bool) -> None:
        if (label := label_of(obj)) and not change:
            obj.place = label.place
        super().save_model(request, obj, form, change)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(super().has_add_permission(request) and missing_labels())

    def has_delete_permission(self, request: HttpRequest, obj: PageText | None = None) -> bool:
        """Asked without a text for the list, where each text that is chosen is asked about later."""
        is_needed = obj is not None and label_of(obj) is None
        return super().has_delete_permission(request, obj) and not is_needed


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
