"""The history of a record in the admin: who changed what and when, and the way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from dialoog.content.document.applying import apply_record
from dialoog.content.document.differences import record_difference
from dialoog.content.document.exporting import export_record
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.document.sentences import Names
from dialoog.content.models.versions import Version
from dialoog.content.versions.history import PER_PAGE, as_it_was, history_of, history_page, to_restore


class WithHistory:
    """For a ModelAdmin of content of which every version is kept."""

    model: Any
    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        view = self.admin_site.admin_view(self.restore_view)
        own = [path("<int:pk>/history/<int:version>/terug/", view, name=name)]
        return own + super().get_urls()  # type: ignore[misc]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        instance = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if instance is None:
            raise Http404
        if not self.has_view_or_change_permission(request, instance):  # type: ignore[attr-defined]
            raise PermissionDenied
        page = history_page(instance, request.GET.get("pagina", "1"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Geschiedenis van %s") % instance,
            "object": instance,
            "opts": self.opts,
            "page": page,
            "entries": list(history_of(instance, page.start_index() - 1 if page else 0, PER_PAGE)),
            "may_restore": self.has_change_permission(request, instance),  # type: ignore[attr-defined]
            **(extra_context or {}),
        }
        return TemplateResponse(request, "content/versions/history.html", context)

    def restore_view(self, request: HttpRequest, pk: int, version: int) -> HttpResponseBase:
        """Asks on a GET, restores on a POST. What refers to something that is gone is refused, with a sentence."""
        if not self.has_change_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        kept = self._version(pk, version)
        if kept is None:
            raise Http404
        when = date_format(localtime(kept.made_at), "j F Y, H:i")
        now = self.model._default_manager.filter(pk=pk).first()
        if request.method == "POST":
            return self._restore(request, kept, now, when)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Versie van %s terugzetten") % when,
            "opts": self.opts,
            "object": as_it_was(kept, now),
            "history_url": self._history_url(pk),
            "difference": self._difference(kept, now),
        }
        return TemplateResponse(request, "content/versions/restore.html", context)

    def _version(self, pk: int, version: int) -> Version | None:
        kept = Version.objects.of_kind(self.model).filter(instance_pk=pk, record__isnull=False)
        return kept.filter(pk=version).first()

    def _restore(self, request: HttpRequest, version: Version, now: Any, when: str) -> HttpResponse:
        collection = COLLECTION_OF[self.model]
        try:
            reason = _("Versie van %s teruggezet") % when
            record = apply_record(collection, to_restore(version, now), reason=reason, author=request.user)
        except ContentRefused as error:
            messages.error(request, _("De versie is niet teruggezet. %s") % error)
            return redirect(self._history_url(version.instance_pk))
        messages.success(request, _("De versie van %s is teruggezet. Publiceer om het op de site te zetten.") % when)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", record.pk)

    def _difference(self, version: Version, now: Any) -> Any:
        """What restoring would change."""
        collection = COLLECTION_OF[self.model]
        record = export_record(SCHEMA[collection], now) if now else None
        return record_difference(Names.of_draft(), collection, record, to_restore(version, now))

    def _history_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk])
