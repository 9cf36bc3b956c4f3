"""Labels among the page texts: told apart by where they stand, short, and never empty for visitors."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.labels import LABEL_OF_SLUG, LABELS, Label
from dialoog.content.admin.typed.fields import Fits
from dialoog.content.models import PageText

WHOLE = "tekst"
"""In the filter: what is no label."""


def label_of(page_text: PageText | None) -> Label | None:
    return LABEL_OF_SLUG.get(page_text.slug) if page_text else None


def missing_labels() -> list[Label]:
    """Those that were deleted, or that the content is older than."""
    there = set(PageText.objects.values_list("slug", flat=True))
    return [label for label in LABELS if label.slug not in there]


class PageTextForm(forms.ModelForm):
    """A label has its own limit. A new page text can be nothing but a label that is missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title, label = self.fields.get("title"), label_of(self.instance)
        if not self.instance.pk and "slug" in self.fields:
            self.fields["slug"] = forms.ChoiceField(label=_("Plaats"), choices=_by_group(missing_labels()))
        if title is None or not (label or "slug" in self.fields):
            return
        title.label = _("Opschrift")
        title.help_text = _("Eén regel zonder opmaak. Laat je dit leeg, dan staat er het woord van altijd.")
        title.widget.attrs.pop("maxlength", None)
        if label:
            title.help_text = _("Eén regel zonder opmaak. Laat je dit leeg, dan staat er: ‘%s’.") % label.default
            title.widget.attrs["maxlength"] = str(label.limit)

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if label := LABEL_OF_SLUG.get(self.cleaned_data.get("slug", self.instance.slug)):
            Fits(label.limit)(title)
        return title


def _by_group(labels: list[Label]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices as Django groups them, each with what it says now."""
    found = groupby(labels, key=attrgetter("group"))
    return [(group, [(label.slug, f"{label.about} (‘{label.default}’)") for label in same]) for group, same in found]


class PlaceFilter(admin.SimpleListFilter):
    """Whole texts, or the labels that stand together."""

    title = _("waar het staat")
    parameter_name = "plek"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterator[tuple[str, Any]]:
        yield WHOLE, _("Hele teksten")
        for number, group in enumerate(_groups()):
            yield str(number), group

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen == WHOLE:
            return queryset.exclude(slug__in=LABEL_OF_SLUG)
        for number, group in enumerate(_groups()):
            if chosen == str(number):
                return queryset.filter(slug__in=[label.slug for label in LABELS if label.group == group])
        return queryset


def _groups() -> dict[str, None]:
    return dict.fromkeys(label.group for label in LABELS)
