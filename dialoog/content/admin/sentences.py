"""Records that read as a sentence, on their page and in their list."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from dialoog.catalogue.document import Record
from dialoog.content.admin.base import ContentAdmin, ContentList
from dialoog.content.admin.building.reading import sent_record
from dialoog.content.admin.building.showing import SHOW
from dialoog.content.document.exporting import export_records
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.document.sentences import Names


class SentenceList(ContentList):
    """Gives every record of the page its sentence, in a number of queries that does not depend on their number."""

    model_admin: "SentenceAdmin"

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        sentences = self.model_admin.sentences(self.result_list)
        for instance in self.result_list:
            instance.in_words = sentences[instance.pk]


class SentenceAdmin(ContentAdmin):
    """Its page says what is on it, also before that is saved."""

    class Media:
        js = [Script("js/as_sentence.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.sentence_view))
        return [path("zin/", view, name=self.sentence_url_name), *super().get_urls()]

    @property
    def sentence_url_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_sentence"

    def sentence_view(self, request: HttpRequest) -> HttpResponse:
        """The sentence of a form as it is sent; nothing is saved."""
        key = request.GET.get("record")
        instance = self.get_object(request, key) if key else None
        if key and instance is None:
            raise Http404
        if not self.has_view_or_change_permission(request, instance):
            raise PermissionDenied
        fields = flatten_fieldsets(self.get_fieldsets(request, instance))
        form = self.get_form(request, instance, change=bool(instance), fields=fields)(request.POST, instance=instance)
        self._create_formsets(request, form.instance, change=bool(instance))
        _cleaned = form.errors
        return HttpResponse(self.in_words(form.instance), content_type="text/plain; charset=utf-8")

    def spoken(self, instance: Any) -> SafeString:
        """The sentence on the page, with the way to see it anew."""
        query = f"?record={instance.pk}" if instance.pk else ""
        url = reverse(f"admin:{self.sentence_url_name}") + query
        context = {"sentence": self.in_words(instance), "url": url, "show": SHOW}
        return render_to_string("content/building/sentence.html", context)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SentenceList

    def sentences(self, found: Iterable[Any]) -> dict[Any, str]:
        """The sentence of each record by its primary key."""
        shape, names = SCHEMA[COLLECTION_OF[self.model]], Names.of_draft()
        records = export_records(shape, [instance.pk for instance in found])
        return {key: self.read(names, record) for key, record in records.items()}

    def in_words(self, instance: Any) -> str:
        """As it is sent, and else as it is saved."""
        if formsets := getattr(instance, "sent_with", None):
            shape = SCHEMA[COLLECTION_OF[self.model]]
            return self.read(Names.of_draft(), sent_record(shape, instance, formsets))
        if instance.pk is None:
            return ""
        return getattr(instance, "in_words", "") or self.sentences([instance])[instance.pk]

    def read(self, names: Names, record: Record) -> str:
        raise NotImplementedError
