"""All content in the admin, plainly; rows that belong to a record stand on its page."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from dialoog.content.models import Release
from dialoog.content.schema import SCHEMA, Rows


def _inline(rows: Rows) -> type[admin.StackedInline]:
    attributes = {"model": rows.model, "fk_name": rows.owner, "extra": 0}
    return type(f"{rows.model.__name__}Inline", (admin.StackedInline,), attributes)


def _lists(model: type[models.Model]) -> tuple[str, ...]:
    """Many-to-many fields, which need a filter box: there are 189 facts."""
    return tuple(field.name for field in model._meta.many_to_many)


def _register(rows: Rows) -> None:
    searchable = [f.name for f in rows.model._meta.fields if isinstance(f, models.CharField | models.TextField)]
    attributes = {
        "inlines": [_inline(child) for child in rows.children.values()],
        "search_fields": searchable,
        "filter_horizontal": _lists(rows.model),
    }
    admin.site.register(rows.model, type(f"{rows.model.__name__}Admin", (admin.ModelAdmin,), attributes))


for _rows in SCHEMA.values():
    _register(_rows)


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    """Releases are made by publishing and never change."""

    list_display = ["number", "published_at", "author", "note"]
    readonly_fields = ["number", "published_at", "author", "note", "checksum"]
    exclude = ["document"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return False
