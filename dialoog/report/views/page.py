"""The report on screen, for its owner and for readers: the kept page with a small part of their own."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dialoog.languages.active import active_language
from dialoog.report.consultations import is_news_to
from dialoog.report.editions import PDFS
from dialoog.report.renderings.opening import Opened
from dialoog.report.renderings.page import page_of
from dialoog.report.views.access import Link
from dialoog.serving.answering import answer
from dialoog.serving.parts import FORM, TOKEN, filled_in
from dialoog.staff.frame.looking import KEEPS_REPORTS, is_allowed, sees_content

GOES_ON = {
    "plan_url": ("plan:owner", "plan:page"),
    "worksheets_url": ("worksheets:owner_page", "worksheets:page"),
    "compare_url": ("compare:owner", "compare:reader"),
    "changed_url": ("news:owner", "news:reader"),
}
"""What goes on after a report, by the names of the views that an owner and a reader go to."""

beside_asked = Signal()
"""Sent with `request` and `link`: whether this browser has something to compare the report with. A room above knows."""


@dataclass(frozen=True)
class Situation:
    """All that the part of one reader depends on, besides the token and the secret of its forms."""

    is_owner: bool
    has_opinion: bool
    is_news: bool
    sees_content: bool
    has_beside: bool
    """The comparison with another advice is ready."""
    keeps_reports: bool
    is_right: bool
    expires_on: date
    plan_done: int
    plan_next_on: date | None
    language: str


@require_safe
def show(request: HttpRequest, link: Link, opened: Opened) -> HttpResponse:
    page = page_of(opened)
    situation = Situation(
        is_owner=link.is_owner,
        has_opinion=opened.has_opinion,
        is_news=link.is_owner and opened.release is not None and is_news_to(opened.token_hash, *opened.release),
        sees_content=sees_content(request),
        has_beside=any(answer for _room, answer in beside_asked.send(sender=None, request=request, link=link)),
        keeps_reports=not link.is_owner and is_allowed(request, KEEPS_REPORTS),
        is_right=link.is_right,
        expires_on=timezone.localdate(opened.expires_at),
        plan_done=opened.plan_done,
        plan_next_on=opened.plan_next_on,
        language=active_language(),
    )
    switch, part = _part(situation)
    return answer(request, page, filled_in(switch, request, link.token), filled_in(part, request, link.token))


@lru_cache(maxsize=1024)
def _part(situation: Situation) -> tuple[str, str]:
    """The way to another language, and what one can do here.

    Of nobody in particular, so it may be kept: a few kinds of readers, on as many dates as runs and plans have.
    """
    link = Link(TOKEN, situation.is_owner)
    context: dict[str, Any] = {
        **FORM,
        "is_reader": not situation.is_owner,
        "expires_at": situation.expires_on,
        "plan_done": situation.plan_done,
        "plan_next_on": situation.plan_next_on,
        "downloads": [(edition, link.url("make_pdf", edition=edition)) for edition in PDFS],
        **{name: link.to(*views) for name, views in GOES_ON.items()},
        "has_beside": situation.has_beside,
        "opinion_url": "" if situation.has_opinion else link.url("opinion"),
    }
    if situation.sees_content:
        context["texts_url"] = link.to("editorial:texts_owner", "editorial:texts_report")
    if situation.is_right:
        context["list_url"] = reverse("advisers:list")
    elif situation.keeps_reports:
        context["keep_url"] = reverse("advisers:keep", kwargs={"share": link.token})
    if situation.is_owner:
        context["manage_url"] = reverse("report:manage", kwargs={"token": link.token})
        context["newer_release"] = situation.is_news
        context["hand_over_url"] = reverse("handover:page", kwargs={"token": link.token})
        context["second_opinion_url"] = reverse("second_opinion:page", kwargs={"token": link.token})
        context["variant_url"] = reverse("compare:variant", kwargs={"token": link.token})
    others = [page for page in link.in_all_languages() if not page.is_active]
    switch = render_to_string("components/languages.html", {"languages": others})
    return switch, render_to_string("report/_actions.html", context)
