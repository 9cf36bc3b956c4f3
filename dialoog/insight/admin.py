"""Remarks, to read and to delete. Counts are not here: the page leaves out what is too small to show."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from dialoog.insight.models import Remark, RemarkQuerySet


@admin.register(Remark)
class RemarkAdmin(admin.ModelAdmin):
    list_display = ["day", "is_useful", "text"]
    list_filter = ["is_useful"]
    search_fields = ["text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Remark]:
        queryset: RemarkQuerySet = super().get_queryset(request)  # type: ignore[assignment]
        return queryset.live()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Remark | None = None) -> bool:
        return False
