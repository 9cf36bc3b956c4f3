"""One report in the list: its label and note, and the way in and out of the list."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dialoog.advisers.adding import add
from dialoog.advisers.forms import NoteForm
from dialoog.advisers.listing import Row, rows_of
from dialoog.advisers.models import LENGTHS, Held
from dialoog.advisers.noting import HeldGone, NotesClash, remove, seen_of, values_of, write
from dialoog.advisers.said import back_to_list
from dialoog.compare.pointing import Pointer
from dialoog.plan.fields import FieldView
from dialoog.plan.showing import problems
from dialoog.report.consultations import cover_of, news_among
from dialoog.report.views.access import Link
from dialoog.staff.frame.looking import KEEPS_REPORTS
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from dialoog.wizard.seen import from_text, to_text

SAVED = "bewaard"
Texts = Mapping[str, str]
"""By field."""
form_or_page = require_http_methods(["GET", "HEAD", "POST"])


@form_or_page
@staff_page(KEEPS_REPORTS)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row = next(iter(rows_of(request.user, [pk])), None)
    if row is None:
        return _gone(request)
    return _save(request, row) if request.method == "POST" else _page(request, row)


@require_POST
@staff_page(KEEPS_REPORTS)
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    remove(request.user, pk)
    return back_to_list()


@form_or_page
def keep(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """From the page of a report. That page names itself nowhere, so no form of it could be sent to here: this asks."""
    mine = Held.objects.live().filter(adviser=request.user, consultation=consultation).first()  # type: ignore[misc]
    if mine is None and request.method == "POST":
        added, troubles = add(request.user, [Pointer.of_run(consultation, is_owner=False)])
        if not added:
            return back_to_list(troubles)
        mine = added[0]
    if mine is not None:
        return redirect("advisers:entry", pk=mine.pk)
    context = {"cover": cover_of(Run.of(consultation)), "report_url": link.report_url}
    return render_staff(request, "advisers/keep.html", _("Bewaar dit rapport in je lijst"), context)


def _save(request: HttpRequest, row: Row) -> HttpResponse:
    form = NoteForm(request.POST)
    sent = {name: value for name, value in request.POST.dict().items() if name in LENGTHS}
    if not form.is_valid():
        errors = {name: " ".join(map(str, texts)) for name, texts in form.errors.items()}
        return _page(request, row, sent, errors, seen=request.POST.get("seen", ""), status=422)
    try:
        write(request.user, row.held.pk, form.cleaned_data, from_text(request.POST.get("seen", "")))
    except NotesClash as clash:
        mine = {name: sent[name] for name in clash.changed_here if name in sent}
        row = Row(clash.held, row.title, row.organisation)
        return _page(request, row, mine, clashes=clash.fields, status=409)
    except HeldGone:
        return _gone(request)
    return redirect(f"{request.path}?{SAVED}")


def _page(
    request: HttpRequest,
    row: Row,
    sent: Texts | None = None,
    errors: Texts | None = None,
    *,
    clashes: tuple[str, ...] = (),
    seen: str = "",
    status: int = 200,
) -> HttpResponse:
    fields = _fields(row.held, sent or {}, errors or {}, clashes)
    context: dict[str, Any] = {
        "row": row,
        "fields": fields,
        "seen": seen or to_text(seen_of(row.held)),
        "is_saved": SAVED in request.GET and status == 200,
        "is_news": bool(news_among([row.run.pk])),
        "errors": problems(fields),
    }
    return render_staff(request, "advisers/entry.html", row.name, context, status)


def _fields(held: Held, sent: Texts, errors: Texts, clashes: tuple[str, ...]) -> list[FieldView]:
    """As they were sent, and else as they are kept."""
    return [
        FieldView(
            name=name,
            id=name,
            label=NoteForm.base_fields[name].label,
            value=sent.get(name, stored),
            error=errors.get(name, ""),
            stored=stored if name in clashes else None,
        )
        for name, stored in values_of(held).items()
    ]


def _gone(request: HttpRequest) -> HttpResponse:
    """The same for what never was in this list."""
    return render_staff(request, "advisers/gone.html", _("Dit rapport staat niet in je lijst"), {}, status=404)
