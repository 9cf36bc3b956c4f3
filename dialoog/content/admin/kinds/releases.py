"""Releases: made by publishing, never changed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from dialoog.content.models import Release
from dialoog.languages.names import dutch_name
from dialoog.staff.frame.people import name_of


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ("number", "published_at", "by", "note", "overruled")
    list_display_links = ("number", "published_at")
    list_select_related = ("author",)
    list_per_page = 50
    search_fields = ("=number", "note", "author__username", "author__first_name", "author__last_name")
    search_help_text = _("Zoek op nummer, toelichting of wie publiceerde.")
    fieldsets = (
        (
            None,
            {
                "fields": ("number", "published_at", "by", "note", "for_visitors", "overruled", "checksum"),
                "description": _(
                    "Een uitgave is een bevroren kopie van alle inhoud. Bezoekers zien de nieuwste. Wie halverwege is, "
                    "houdt de uitgave waarmee hij begon."
                ),
            },
        ),
    )

    @admin.display(description=_("door"), ordering="author__last_name")
    def by(self, release: Release) -> str:
        return name_of(release.author)

    @admin.display(description=_("overstemde referentiegevallen"))
    def overruled(self, release: Release) -> str:
        lines = format_html_join("", "<li>{}: {}</li>", ((o["case"], o["reason"]) for o in release.overrules))
        return format_html("<ul>{}</ul>", lines) if release.overrules else ""

    @admin.display(description=_("voor bezoekers"))
    def for_visitors(self, release: Release) -> str:
        texts = ((dutch_name(code), text) for code, text in release.news.items())
        return format_html_join("", "<p>{}: {}</p>", texts)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        """Documents are long, and no page here shows one."""
        return super().get_queryset(request).defer("document")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return False
