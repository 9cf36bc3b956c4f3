"""The page of a plan as HTML: for its owner with forms, for readers without, and with what became of a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialoog.plan.fields import FieldView, Sent, fields_of
from dialoog.plan.files.pasting import to_text
from dialoog.plan.models import MOST_OWN, PlannedAction, new_key
from dialoog.plan.page import Entry, Order, Plan
from dialoog.plan.saving import last_day
from dialoog.report.views.access import Link
from dialoog.wizard.models import Consultation

ORDER = "volgorde"
"""In the query of any address of a plan: in which order it is shown, also after a save."""


@dataclass(frozen=True)
class Told:
    """What the page says of what was asked before it."""

    status: int = 200
    saved: str = ""
    """Key of the action that was saved."""
    is_removed: bool = False
    lost: Mapping[str, str] = field(default_factory=dict)
    """What was typed and has no place, by field: to be copied."""

    @property
    def is_refused(self) -> bool:
        return self.status == 403

    @property
    def is_gone(self) -> bool:
        return self.status == 410


@dataclass(frozen=True)
class Shown:
    """An action with its form."""

    entry: Entry
    fields: list[FieldView]
    seen: str
    is_open: bool
    """Its form was sent and was not kept."""
    change_url: str = ""
    """Empty for readers."""
    remove_url: str = ""


def render_plan(
    request: HttpRequest, link: Link, run: Consultation, plan: Plan, told: Told, sent: Sent | None = None
) -> HttpResponse:
    groups = [(group, [_shown(link, plan.order, entry, sent) for entry in group.entries]) for group in plan.groups]
    new = PlannedAction(key=new_key())
    new_fields = fields_of(new, sent if sent and not sent.key else None)
    by_key = {shown.entry.key: shown.fields for _group, entries in groups for shown in entries}
    errors = problems(by_key.get(sent.key, new_fields)) if sent else []
    context = {
        "plan": plan,
        "groups": groups,
        "is_owner": link.is_owner,
        "new_key": new.key,
        "new_fields": new_fields,
        "is_new_open": bool(sent and not sent.key),
        "errors": errors,
        "told": told,
        "saved": plan.entry(told.saved),
        "lost": [text for text in told.lost.values() if text],
        "most_own": MOST_OWN,
        "as_text": to_text(plan),
        "expires_at": run.expires_at,
        "last_day": max(last_day(run), run.expires_at),
        **_ways(link, plan.order),
    }
    return render(request, "plan/page.html", context, status=told.status)


def plan_url(link: Link, order: Order = Order.DOING, told: str = "", *, at: str = "") -> str:
    """Of the plan, at one of its actions if that is named."""
    url = in_order(link.to("plan:owner", "plan:page"), order, **{told: at} if told else {})
    return url + (f"#actie-{quote(at)}" if at else "")


def in_order(url: str, order: Order, **query: str) -> str:
    """An address of the plan or of what is made of it, such that it stands there in that order."""
    query = ({ORDER: order.value} if order else {}) | query
    return f"{url}?{urlencode(query, quote_via=quote)}" if query else url


def _shown(link: Link, order: Order, entry: Entry, sent: Sent | None) -> Shown:
    own = sent if sent and sent.key == entry.key else None
    fields, seen = fields_of(entry.row, own), own.seen if own else entry.seen
    if not link.is_owner:
        return Shown(entry, fields, seen, is_open=False)
    kwargs = {"token": link.token, "key": entry.key}
    remove_url = in_order(reverse("plan:remove", kwargs=kwargs), order) if entry.row.is_own else ""
    change_url = in_order(reverse("plan:change", kwargs=kwargs), order)
    return Shown(entry, fields, seen, own is not None, change_url, remove_url)


def _ways(link: Link, order: Order) -> dict[str, str]:
    """Empty are those that only an owner has."""
    of_owner = {"token": link.token} if link.is_owner else None
    return {
        "report_url": link.report_url,
        "calendar_url": link.to("plan:owner_calendar", "plan:calendar"),
        "spreadsheet_url": in_order(link.to("plan:owner_spreadsheet", "plan:spreadsheet"), order),
        "other_order_url": plan_url(link, Order.DOING if order else Order.DATE),
        "add_url": in_order(reverse("plan:add", kwargs=of_owner), order) if of_owner else "",
        "own_link_url": reverse("report:manage", kwargs=of_owner) + "#eigen-link" if of_owner else "",
        "hand_over_url": reverse("handover:page", kwargs=of_owner) if of_owner else "",
    }


def problems(fields: list[FieldView]) -> list[tuple[str, str]]:
    """For the summary: the field to go to, and what to do."""
    clash = _("‘%s’ is intussen ook ergens anders veranderd. Kies wat blijft.")
    return [(f.id, f.error or clash % f.label) for f in fields if f.error or f.stored is not None]
