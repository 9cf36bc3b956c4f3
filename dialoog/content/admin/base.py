"""What all pages for editing content have in common."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models, transaction
from django.forms import Field
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import _get_foreign_key
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.building.places import place_of_new_row
from dialoog.content.admin.building.returning import ReturnsToItsRow
from dialoog.content.admin.building.showing import ShowsUnsaved
from dialoog.content.admin.building.suggesting import SuggestsKey
from dialoog.content.admin.deletion import TellsWhereUsed
from dialoog.content.admin.merging.admin import MergesEdits
from dialoog.content.admin.merging.forms import MeetingFormSet
from dialoog.content.admin.reading_level.widgets import ReadableTexts
from dialoog.content.admin.translating.beside import ShowsTranslations
from dialoog.content.admin.typed.told import tell_what_was_tidied
from dialoog.content.document.tables import ORDER_STEP
from dialoog.content.models import Option
from dialoog.content.versions.admin import WithHistory
from dialoog.content.versions.keeping import keep_unkept, keep_version

PLACE: Any = (_("Plaats in de lijst"), {"fields": ["order"], "classes": ["collapse"]})
"""The last fold of a page."""


def section(name: Any, *fields: str | tuple[str, ...], about: Any = "") -> Any:
    """A part of a page as Django wants it; `about` says where its texts appear."""
    return name, {"fields": fields, "description": about} if about else {"fields": fields}


class RelatedFields(admin.options.BaseModelAdmin):
    """Beside a choice stand the ways to make another record and to open the chosen one, and none to delete it."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_delete_related = False
            if db_field.related_model is Option:  # stands on the page of its question
                widget.can_add_related = widget.can_change_related = widget.can_view_related = False
                field.queryset = field.queryset.select_related("question")  # type: ignore[union-attr]
                field.label_from_instance = attrgetter("name_in_choices")  # type: ignore[union-attr]
        return field


class OrderedFormSet(MeetingFormSet):
    """A new row without a place comes last."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "order" in form.fields and not form.instance.pk:
            form.fields["order"] = place_of_new_row(form.fields["order"])

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if "order" in form.fields and not form.cleaned_data.get("order"):
            form.instance.order = self.next_order()
        return super().save_new(form, commit)

    def next_order(self) -> int:
        return max((form.instance.order for form in self.forms), default=0) + ORDER_STEP


def rows_that_stay(formset: Any) -> list[Any]:
    """The forms of the rows that are there after a save: filled in, and not ticked to be deleted."""
    _cleaned = formset.errors
    filled = [form for form in formset.forms if form.instance.pk or form.has_changed()]
    return [form for form in filled if not getattr(form, "cleaned_data", {}).get(DELETION_FIELD_NAME)]


class ContentInline(ReadableTexts, RelatedFields, admin.StackedInline):
    """Rows that belong to a record, below each other on its page."""

    template = "admin/content/edit_inline.html"
    extra = 0
    formset: type[MeetingFormSet] = OrderedFormSet
    intro: Any = ""
    """A sentence above the rows."""
    to_begin_with = 0
    """Rows that are open when a page has none yet; left empty, they are nothing."""

    class Media:
        js = [Script("js/row_order.js", type="module")]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        if not self.to_begin_with or obj is None or obj.pk is None:
            return self.to_begin_with
        name = _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name).name
        return max(0, self.to_begin_with - self.model._default_manager.filter(**{name: obj}).count())


class ContentList(ChangeList):
    """A list that fetches what its columns need at once."""

    model_admin: "ContentAdmin"

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        return found.prefetch_related(*self.model_admin.list_prefetch_related)


class ContentAdmin(
    ReturnsToItsRow,
    ShowsUnsaved,
    ShowsTranslations,
    MergesEdits,
    WithHistory,
    TellsWhereUsed,
    ReadableTexts,
    RelatedFields,
    admin.ModelAdmin,
):
    """A record of the content: its page, its list, and what is kept of every save."""

    form: Any = SuggestsKey
    save_on_top = True
    list_per_page = 50
    list_prefetch_related: Sequence[str] = ()
    """What the columns of the list need of other tables, beside `list_select_related`."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ContentList

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new record comes last."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        if has_order(self.model):
            last = self.model._default_manager.aggregate(last=models.Max("order"))["last"] or 0
            initial = {"order": last + ORDER_STEP, **initial}
        return initial

    def save_related(self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.complete(request, form, formsets)
        keep_version(form.instance, request.user)
        tell_what_was_tidied(request, form, formsets)
        for warning in self.warnings(form.instance):
            messages.warning(request, warning)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            keep_unkept(obj)
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        keep_unkept(obj)
        obj.deleted_by = request.user
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """One by one, so that each keeps who did it."""
        for instance in queryset:
            self.delete_model(request, instance)

    def complete(self, request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
        """What follows from a save, once the record and its rows are saved and before the version is kept."""

    def warnings(self, instance: Any) -> Iterator[str]:
        """What is unfinished about a record: it may be saved, but not be published like this."""
        yield from ()


def has_order(model: type[models.Model]) -> bool:
    return any(field.name == "order" for field in model._meta.fields)
