"""Nothing is deleted without being told where it is used."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.contrib.admin.actions import delete_selected
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.using import draft_uses
from dialoog.content.document.references import Use, known_targets, targets_of, uses
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.tables import keys_of
from dialoog.content.models import Release

OPEN = 8
"""More places than this stand in a fold."""


@dataclass(frozen=True)
class ReleaseUse:
    """The release that visitors see still has what is deleted from the draft."""

    number: int
    uses: list[Use]


class TellsWhereUsed(admin.ModelAdmin):
    """Records that the draft uses cannot be deleted; the page says which ones use them, also through lists."""

    actions: Any = ("delete_selected",)

    @admin.display(description=_("Waar gebruikt"))
    def where_used(self, instance: models.Model) -> Any:
        if instance.pk is None:
            return _("Nog nergens.")
        links = use_links(draft_uses([instance]))
        if not links:
            return _("Nergens.")
        items = format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ([link] for link in links)))
        if len(links) <= OPEN:
            return items
        summary = _("Op %d plaatsen") % len(links)
        return format_html("<details><summary>{}</summary>{}</details>", summary, items)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Django knows of foreign keys alone, and would empty lists without a word."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, use_links(draft_uses(objs)) or protected

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        return super().render_delete_form(request, context | {"release_use": release_use([context["object"]])})

    @admin.action(permissions=["delete"], description=_("Verwijder de gekozen %(verbose_name_plural)s"))
    def delete_selected(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        response = delete_selected(self, request, queryset)
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            response.context_data["release_use"] = release_use(queryset)
        return response


def use_links(found: Iterable[Use]) -> list[SafeString]:
    """`Adviesregel K07: Deze partij kan ... (punten voor een partnertype)`, each with a link to its page."""
    return [
        format_html('<a href="{}">{}</a> ({})', address, use.name, ", ".join(use.places))
        for collection, group in groupby(found, key=lambda use: use.key.collection)
        for use, address in _with_addresses(collection, list(group))
    ]


def release_use(instances: Iterable[models.Model]) -> ReleaseUse | None:
    """None when the current release does not have these records, or when there is no release yet."""
    release = Release.objects.first()
    targets = _targets(instances)
    if release is None or not known_targets(release.document) & targets:
        return None
    return ReleaseUse(release.number, uses(release.document, targets))


def _targets(instances: Iterable[models.Model]) -> set[Any]:
    return {target for instance in instances for target in targets_of(instance)}


def _with_addresses(collection: str, found: list[Use]) -> Iterable[tuple[Use, str]]:
    name = f"admin:content_{SCHEMA[collection].model._meta.model_name}_change"
    keys = keys_of(collection)
    return [(use, reverse(name, args=[keys[use.key.identity]])) for use in found]
