"""What an account manager does for somebody else's account, and what of that waits for a colleague."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialoog.staff.access import journal
from dialoog.staff.access.approvals import (
    MANAGES,
    Refused,
    approve,
    ask,
    decline,
    link_path,
    may_approve,
    needs_second,
)
from dialoog.staff.access.factors import end_sessions, factors_of, remove_all_factors
from dialoog.staff.access.models import ChangeKind, PendingChange
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.staff.frame.people import name_of

KINDS = {"link": ChangeKind.LINK, "stap": ChangeKind.FACTOR}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(MANAGES)
def of_account(request: HttpRequest, pk: int) -> HttpResponse:
    """A link for a new password, the second step away, or every session ended."""
    account = get_object_or_404(User, pk=pk)
    if account.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, account)
    wish = request.POST.get("wat", "")
    if wish == "sessies":
        journal.note("sessions ended", account, number=end_sessions(account))
        messages.success(request, _("%s is overal uitgelogd.") % name_of(account))
    elif wish in KINDS and needs_second(request.user, account):
        ask(KINDS[wish], account, request.user)
        messages.success(request, _("Je vraag wacht tot een andere beheerder hem goedkeurt."))
    elif wish == "link":
        return _link_page(request, account, link_path(account))
    elif wish == "stap":
        remove_all_factors(account)
        messages.success(request, _("De tweede stap van %s is weg.") % name_of(account))
    return redirect("access:of_account", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(MANAGES)
def pending(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _decide(request)
    found = PendingChange.objects.waiting().select_related("account", "asked_by").prefetch_related("roles")
    changes = [
        {
            "change": change,
            "may_approve": may_approve(change, request.user),
            "name": name_of(change.account),
            "asked_by": name_of(change.asked_by),
        }
        for change in found.order_by("asked_at", "pk")
    ]
    return render_staff(request, "access/pending.html", _("Wachtende wijzigingen"), {"changes": changes})


def _decide(request: HttpRequest) -> HttpResponse:
    pk = int(request.POST["pk"]) if request.POST.get("pk", "").isdecimal() else 0
    if "afwijzen" in request.POST:
        decline(pk)
        messages.success(request, _("De wijziging is afgewezen."))
        return redirect("access:pending")
    try:
        change, path = approve(pk, request.user)
    except Refused as error:
        messages.error(request, str(error))
        return redirect("access:pending")
    if path:
        return _link_page(request, change.account, path)
    messages.success(request, _("De wijziging is goedgekeurd."))
    return redirect("access:pending")


def _page(request: HttpRequest, account: User) -> HttpResponse:
    context: dict[str, Any] = {
        "account": account,
        "name": name_of(account),
        "factors": factors_of(account),
        "needs_second": needs_second(request.user, account),
        "changes": PendingChange.objects.waiting().filter(account=account),
    }
    return render_staff(request, "access/of_account.html", _("Toegang van %s") % name_of(account), context)


def _link_page(request: HttpRequest, account: User, path: str) -> HttpResponse:
    """The answer to a POST, so that no address shows it a second time."""
    context = {"name": name_of(account), "url": request.build_absolute_uri(path)}
    return render_staff(request, "access/link.html", _("Link voor %s") % name_of(account), context)
