"""The plan of a finished run: its owner works with it, readers look on. Each form is of one action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dialoog.languages.addresses import PLAN
from dialoog.limits.allowance import Allowance, Kind
from dialoog.plan.fields import Sent
from dialoog.plan.forms import ActionForm
from dialoog.plan.models import is_own_key, new_key
from dialoog.plan.page import Order, Plan, form_of, plan_of
from dialoog.plan.saving import (
    ActionGone,
    ActionsClash,
    Change,
    TooManyOwn,
    add_action,
    change_action,
    remove_action,
)
from dialoog.plan.showing import ORDER, Told, plan_url, render_plan
from dialoog.report.download import filename
from dialoog.report.views.access import Link
from dialoog.serving.attachment import attachment
from dialoog.wizard.models import Consultation
from dialoog.wizard.seen import from_text

SAVED, REMOVED = "bewaard", "verwijderd"
"""In the query after a save: which action it was about, or that one is gone."""
ICS = "text/calendar; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TICKS = {"ja": True, "nee": False}
form_or_back = require_http_methods(["GET", "HEAD", "POST"])
"""A form that was not kept is answered at its own address; who opens that without a form is led to the plan."""


@form_or_back
def show(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    if request.method == "POST":
        return refuse(request, link, consultation)
    told = Told()
    if link.is_owner:
        told = Told(saved=request.GET.get(SAVED, ""), is_removed=REMOVED in request.GET)
    return render_plan(request, link, consultation, _plan(request, consultation), told)


@form_or_back
def refuse(request: HttpRequest, link: Link, consultation: Consultation, key: str = "") -> HttpResponse:
    """Nothing is written at this address; who sent something is told so."""
    if request.method != "POST":
        return redirect(plan_url(link, _order(request)))
    return render_plan(request, link, consultation, _plan(request, consultation), Told(status=403))


@form_or_back
def change(request: HttpRequest, link: Link, consultation: Consultation, key: str) -> HttpResponse:
    if request.method != "POST":
        return redirect(plan_url(link, _order(request), at=key))
    plan, seen = _plan(request, consultation), request.POST.get("seen", "")
    entry = plan.entry(key)
    if entry is None:
        return render_plan(request, link, consultation, plan, Told(status=410, lost=_typed(request)))
    form = form_of(consultation, request.POST, is_own=entry.row.is_own)
    if not form.is_valid():
        sent = Sent(key, _typed(request), seen, _errors(form))
        return render_plan(request, link, consultation, plan, Told(status=422), sent)
    change = Change(key, form.cleaned_data, from_text(seen), TICKS.get(request.POST.get("done", "")))
    try:
        change_action(consultation, change, Allowance.of(request, Kind.SAVE))
    except ActionsClash as clash:
        return _clash(request, link, consultation, key, clash)
    except ActionGone:
        return render_plan(
            request, link, consultation, _plan(request, consultation), Told(status=410, lost=_typed(request))
        )
    return redirect(plan_url(link, _order(request), SAVED, at=key))


@form_or_back
def add(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    if request.method != "POST":
        return redirect(plan_url(link, _order(request)))
    plan, key = _plan(request, consultation), request.POST.get("key", "")
    form = form_of(consultation, {"text": ""} | request.POST.dict(), is_own=True)
    if not form.is_valid():
        sent = Sent("", _typed(request), "", _errors(form))
        return render_plan(request, link, consultation, plan, Told(status=422), sent)
    try:
        change = Change(key if is_own_key(key) else new_key(), form.cleaned_data)
        key = add_action(consultation, change, Allowance.of(request, Kind.SAVE))
    except TooManyOwn:
        return render_plan(request, link, consultation, plan, Told(status=409, lost=_typed(request)))
    return redirect(plan_url(link, _order(request), SAVED, at=key))


@require_POST
def remove(request: HttpRequest, link: Link, consultation: Consultation, key: str) -> HttpResponse:
    """An own action; those of the advice stay."""
    remove_action(consultation, key, Allowance.of(request, Kind.SAVE))
    return redirect(plan_url(link, _order(request), REMOVED))


@require_safe
def from_report(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    return redirect(plan_url(link))


@require_safe
def calendar(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """Without a date in the plan there is nothing to put in it."""
    plan = _plan(request, consultation)
    if not plan.dated:
        return redirect(plan_url(link, _order(request)))
    from dialoog.plan.files.calendar import to_calendar  # some MB, which most processes never need

    return attachment(to_calendar(plan, consultation.token_hash), _name(plan, "ics"), ICS)


@require_safe
def spreadsheet(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    plan = _plan(request, consultation)
    from dialoog.plan.files.spreadsheet import to_spreadsheet  # likewise

    return attachment(to_spreadsheet(plan), _name(plan, "xlsx"), XLSX)


def _order(request: HttpRequest) -> Order:
    return Order.DATE if request.GET.get(ORDER) == Order.DATE else Order.DOING


def _plan(request: HttpRequest, run: Consultation) -> Plan:
    return plan_of(run, _order(request))


def _name(plan: Plan, ending: str) -> str:
    return filename(plan.cover.title, plan.cover.code, PLAN, ending)


def _clash(request: HttpRequest, link: Link, consultation: Consultation, key: str, clash: ActionsClash) -> HttpResponse:
    """Of what was not changed here the form shows what there is now, or sending it again would put that back."""
    plan = _plan(request, consultation)
    entry = plan.entry(key)
    typed = {name: text for name, text in _typed(request).items() if name in clash.changed_here}
    sent = Sent(key, typed, entry.seen if entry else "", {}, clash.fields)
    return render_plan(request, link, consultation, plan, Told(status=409), sent)


def _errors(form: ActionForm) -> dict[str, str]:
    return {name: " ".join(map(str, texts)) for name, texts in form.errors.items()}


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: value for name, value in request.POST.dict().items() if name in ActionForm.base_fields}
