"""The report on screen, for its owner and for readers: the kept page with a small part of their own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from dialoog.report.consultations import is_news
from dialoog.report.editions import PDFS
from dialoog.report.renderings.page import page_of
from dialoog.report.views.access import Link
from dialoog.serving.answering import answer
from dialoog.staff.frame.looking import sees_content
from dialoog.wizard.models import Consultation


@require_safe
def show(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    page = page_of(consultation)
    slot = render_to_string("report/_actions.html", _actions(request, link, consultation), request)
    return answer(request, page, slot)


def _actions(request: HttpRequest, link: Link, consultation: Consultation) -> dict[str, Any]:
    actions: dict[str, Any] = {
        "expires_at": consultation.expires_at,
        "downloads": [(edition, link.url("make_pdf", edition=edition)) for edition in PDFS],
        "opinion_url": "" if consultation.has_opinion else link.url("opinion"),
    }
    if sees_content(request):
        actions["texts_url"] = _texts_url(link)
    if link.is_owner:
        actions["manage_url"] = reverse("report:manage", kwargs={"token": link.token})
        actions["newer_release"] = is_news(consultation)
    return actions


def _texts_url(link: Link) -> str:
    """For staff: which field each text of the report comes from."""
    name, kind = ("texts_owner", "token") if link.is_owner else ("texts_report", "share")
    return reverse(f"editorial:{name}", kwargs={kind: link.token})
