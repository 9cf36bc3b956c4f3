"""Beside each Dutch text on its form: how it reads in other languages, whether that is current, and the way there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest

from dialoog.catalogue.document import Key, Record
from dialoog.catalogue.translated import KINDS
from dialoog.content.admin.translating.addresses import Forms
from dialoog.content.document.exporting import export_record, export_records
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.models import Translation
from dialoog.content.translations.standing import Standing, languages_to_keep, standing
from dialoog.languages.names import dutch_name


@dataclass(frozen=True)
class InLanguage:
    """One text in one language."""

    code: str
    standing: Standing
    url: str

    @property
    def name(self) -> str:
        return dutch_name(self.code)


class ShowsTranslations:
    """For pages of content. `admin/includes/fieldset.html` shows what this leaves with a field."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        collection = COLLECTION_OF.get(type(obj), "")
        if collection in KINDS and obj.pk and request.user.has_perm("content.view_translation"):
            record = export_record(SCHEMA[collection], obj)
            texts = _by_path(collection, record)
            for start, form in _forms(collection, obj, record, context):
                for name, field in form.fields.items():
                    field.in_languages = texts.get(f"{start}{name}", [])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)  # type: ignore[misc]


def _by_path(collection: str, record: Record) -> dict[str, list[InLanguage]]:
    """Every text of a record in every language that is kept."""
    key = Key(collection, SCHEMA[collection].identity(record))
    found = Translation.objects.filter(collection=collection, identity=key.identity).values_list("pk", flat=True)
    translations = list(export_records(SCHEMA["translations"], list(found)).values())
    document: Any = {collection: [record], "translations": translations}
    texts: dict[str, list[InLanguage]] = {}
    for language in languages_to_keep(document):
        forms = Forms(language, key)
        for one in standing(document, language):
            path = one.text.place.path
            texts.setdefault(path, []).append(InLanguage(language, one, forms.address(path)))
    return texts


def _forms(collection: str, obj: models.Model, record: Record, context: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each form of a page with how the paths of its texts begin; rows that are not saved have none."""
    yield "", context["adminform"].form
    for inline in context["inline_admin_formsets"]:
        name = inline.formset.prefix
        kind, shape = KINDS[collection].rows.get(name), SCHEMA[collection].children.get(name)
        if kind is None or shape is None:
            continue
        keys = shape.model._default_manager.filter(**{shape.owner: obj}).values_list("pk", flat=True)
        rows = zip(keys, record[name], strict=True)
        starts = {pk: f"{name}/{kind.identity(shape.record(row), n)}/" for n, (pk, row) in enumerate(rows, start=1)}
        for form in inline.formset.initial_forms:
            if form.instance.pk in starts:
                yield starts[form.instance.pk], form
