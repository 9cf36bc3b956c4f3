"""Records that read as a sentence, on their page and in their list."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest

from dialoog.catalogue.document import Record
from dialoog.content.admin.base import ContentAdmin, ContentList
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
    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SentenceList

    def sentences(self, found: Iterable[Any]) -> dict[Any, str]:
        """The sentence of each record by its primary key."""
        shape, names = SCHEMA[COLLECTION_OF[self.model]], Names.of_draft()
        records = export_records(shape, [instance.pk for instance in found])
        return {key: self.read(names, record) for key, record in records.items()}

    def in_words(self, instance: Any) -> str:
        """As it is saved."""
        if instance.pk is None:
            return ""
        return getattr(instance, "in_words", "") or self.sentences([instance])[instance.pk]

    def read(self, names: Names, record: Record) -> str:
        raise NotImplementedError
