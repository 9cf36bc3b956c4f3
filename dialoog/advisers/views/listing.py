"""The list itself: searching in it, and adding to it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dialoog.advisers.adding import add, pointed_at
from dialoog.advisers.listing import LONGEST, gone_from, rows_of, searched
from dialoog.advisers.said import ADDED, CHOSEN, PAGE, QUERY, back_to_list, told, why_nothing
from dialoog.report.consultations import news_among
from dialoog.report.editions import Edition
from dialoog.staff.frame.looking import KEEPS_REPORTS
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.staff.frame.sent import whole_number

PER_PAGE = 25
TYPED, LINE = "links", "regel"
"""Fields: what reports are added by, and the key of a line to take away."""


@require_safe
@staff_page(KEEPS_REPORTS)
def show(request: HttpRequest) -> HttpResponse:
    query = request.GET.get(QUERY, "").replace("\0", " ").strip()[:LONGEST]
    everything = rows_of(request.user)
    found = searched(everything, query)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get(PAGE, "1"))
    errors = told(request)
    context = {
        "page": page,
        "rows": list(page),
        "query": query,
        "page_query": urlencode({QUERY: query}) if query else "",
        "total": len(everything),
        "gone": list(gone_from(request.user)),
        "news": news_among(row.run.pk for row in page),
        "chosen": {whole_number(key) for key in request.GET.getlist(CHOSEN)},
        "added": whole_number(request.GET.get(ADDED, "")),
        "errors": errors,
        "is_adding": any(target == "links" for target, _sentence in errors),
        "editions": (Edition.ADVICE, Edition.DOSSIER),
    }
    return render_staff(request, "advisers/list.html", _("Rapporten"), context)


@require_POST
@staff_page(KEEPS_REPORTS)
def add_typed(request: HttpRequest) -> HttpResponse:
    """Raises TooMany, for who tries codes."""
    typed = request.POST.get(TYPED, "")
    pointers = pointed_at(typed, request)
    if not pointers:
        return back_to_list([why_nothing(typed)])
    added, troubles = add(request.user, pointers)
    return back_to_list(troubles, len(added))


@require_POST
@staff_page(KEEPS_REPORTS)
def clear(request: HttpRequest) -> HttpResponse:
    """Take away the line of a report that is gone, or all of those lines."""
    gone = gone_from(request.user)
    if LINE in request.POST:
        gone = gone.filter(pk=whole_number(request.POST[LINE]) or 0)
    gone.delete()
    return back_to_list()
