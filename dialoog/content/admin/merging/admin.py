"""A page for editing on which nobody overwrites a colleague without a word."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dialoog.content.admin.merging import opened
from dialoog.content.admin.merging.colleagues import Colleagues, moment
from dialoog.content.admin.merging.forms import meeting_form
from dialoog.content.admin.merging.meeting import Meeting, row_in_words
from dialoog.content.admin.merging.paper import Paper, fill
from dialoog.content.admin.merging.three_ways import Judgements, Sheet, merge
from dialoog.content.admin.merging.writing import Writer
from dialoog.content.document.applying import lock_content
from dialoog.content.models.versions import Event, Version
from dialoog.staff.frame.pages import render_staff
from dialoog.staff.frame.sent import whole_number


class MergesEdits:
    """For a ModelAdmin of content: its forms know what they were opened with."""

    model: Any
    opts: Any
    judgements: Judgements = {}
    """Fields that judge other ones, which nobody should set or leave when a colleague changed those."""

    def _changeform_view(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> Any:
        """Django calls this within the transaction of a save."""
        if request.method == "POST":
            lock_content()
            instance = self.get_object(request, unquote(object_id)) if object_id else None  # type: ignore[attr-defined]
            if object_id and instance is None and (gone := self.gone(request, unquote(object_id))):
                return gone
            if instance is not None and self.has_change_permission(request, instance):  # type: ignore[attr-defined]
                self.meet(request, instance)
        return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]

    def meet(self, request: HttpRequest, instance: Any) -> None:
        """From here on the request holds what both editors made of it."""
        paper = self.paper(request, instance)
        theirs = paper.stored()
        request.stored = theirs  # type: ignore[attr-defined]
        begun = opened.read(request.POST.get(opened.NAME, ""), instance)
        if begun and begun.sheet == theirs:
            return
        base = begun.sheet if begun else None
        filled = fill(paper, request.POST, theirs if base is None else base)
        merged = merge(base, theirs, filled.sheet, self.judgements)
        writer = Writer(paper, request.POST, filled, theirs)
        request.POST = writer.write(merged.sheet)
        colleagues = Colleagues(instance, begun.version if begun else 0, request.user)
        request.meeting = Meeting(paper, merged, writer.numbers, colleagues)  # type: ignore[attr-defined]

    def paper(self, request: HttpRequest, instance: Any) -> Paper:
        """The forms as a GET would fill them."""
        shown = copy(request)
        shown.method = "GET"
        fields = flatten_fieldsets(self.get_fieldsets(shown, instance))  # type: ignore[attr-defined]
        form = self.get_form(shown, instance, change=instance.pk is not None, fields=fields)(instance=instance)
        return Paper(form, *self._create_formsets(shown, instance, change=instance.pk is not None))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]
        meeting = getattr(request, "meeting", None)
        return meeting_form(form, meeting) if meeting and meeting.merged.conflicts else form

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        for formset in formsets:
            formset.meeting = getattr(request, "meeting", None)
        return formsets, inlines

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        meeting = getattr(request, "meeting", None)
        if meeting and meeting.kept:
            messages.info(request, meeting.said())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Takes its turn among the saves: each would hold a table that the other waits for."""
        lock_content()
        super().delete_model(request, obj)  # type: ignore[misc]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        if obj is not None and self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            begun = opened.Opened(newest(obj), self.shown(request, context))
            context |= {"opened": opened.sign(obj, begun), "meeting": getattr(request, "meeting", None)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)  # type: ignore[misc]

    def shown(self, request: HttpRequest, context: dict[str, Any]) -> Sheet:
        """What is stored now. On a GET that is what the page shows, from the same reading."""
        if hasattr(request, "stored"):
            return request.stored
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        return Paper(context["adminform"].form, formsets, formsets).stored()

    def gone(self, request: HttpRequest, key: str) -> HttpResponse | None:
        """A record that a colleague deleted while somebody typed; None if there never was one."""
        if not self.has_change_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        versions = Version.objects.of_kind(self.model).filter(event=Event.DELETED)
        deletion = versions.filter(instance_pk=key).select_related("author").first() if whole_number(key) else None
        if deletion is None:
            return None
        paper = self.paper(request, self.model())
        sheet = fill(paper, request.POST, {}).sheet
        parts = [
            (paper.row_name(part) if part else "", row_in_words(paper.fields_of(part), row))
            for part, rows in sheet.items()
            for row in rows.values()
        ]
        colleagues = Colleagues(self.model(pk=key), 0, request.user)
        context = {"opts": self.opts, "who": colleagues.who(deletion), "when": moment(deletion), "parts": parts}
        title = _("Dit is intussen verwijderd")
        return render_staff(request, "content/merging/gone.html", title, context, status=410)


def newest(instance: Any) -> int:
    """The number of the newest version of a record."""
    return Version.objects.of(instance).order_by("-pk").values_list("pk", flat=True).first() or 0
