"""Several reports of the list at once: side by side, or their PDFs in a zip."""

from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dialoog.advisers.listing import Row, rows_of
from dialoog.advisers.packing import Progress, packed
from dialoog.advisers.said import CHOSEN, COMPARED, PACKED, Fault, back_to_list, choose_again
from dialoog.compare.pointing import Pointer
from dialoog.compare.tray import Tray
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.editions import PDFS, Edition
from dialoog.report.views.downloads import MOST_RETRY_AFTER, PROOF, PROOF_SECONDS, RETRY_AFTER
from dialoog.report.waiting import stand_in_line
from dialoog.serving.attachment import attachment
from dialoog.staff.frame.looking import KEEPS_REPORTS
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.staff.frame.sent import whole_number

EDITION = "editie"
_SALT = "dialoog.advisers.zip"


@require_POST
@staff_page(KEEPS_REPORTS)
def compare(request: HttpRequest) -> HttpResponse:
    """On the page that belongs to no report, in the place of what stood there."""
    rows = _chosen(request)
    if not 2 <= len(rows) <= COMPARED:
        return choose_again(request, [row.held.pk for row in rows], Fault.COMPARE)
    tray, response = Tray.of(request), redirect("compare:alone")
    tray.put(None, [Pointer.of_run(row.run, is_owner=False) for row in rows])
    tray.keep(response)
    return response


@require_POST
@staff_page(KEEPS_REPORTS)
def pack(request: HttpRequest) -> HttpResponse:
    """Have made what is not kept, and go and wait for it. Raises TooMany."""
    rows, edition = _chosen(request), _edition(request.POST.get(EDITION, ""))
    if not 1 <= len(rows) <= PACKED or edition is None:
        return choose_again(request, [row.held.pk for row in rows], Fault.PACK)
    for row in rows:
        stand_in_line(row.run, edition, Allowance.of(request, Kind.PDF))
    proof = signing.dumps([[row.held.pk for row in rows], str(edition)], salt=_SALT)
    return redirect(_url("advisers:await_pack", proof))


@require_safe
@staff_page(KEEPS_REPORTS)
def await_pack(request: HttpRequest) -> HttpResponse:
    """What the page of who waits comes back to, until all are made or could not be."""
    asked = _asked(request)
    if asked is None:
        return back_to_list()
    keys, edition = asked
    rows = rows_of(request.user, keys)
    progress = Progress.of(rows, edition)
    url = _url("advisers:download_pack" if not progress.waiting else "advisers:await_pack", request.GET[PROOF])
    context = {"progress": progress, "asked": len(keys), "gone": len(keys) - len(rows), "next_url": url}
    title = _("De zip is nog niet klaar") if progress.waiting else _("De zip is klaar")
    if not (progress.waiting or progress.made):
        title = _("Er is niets om te downloaden")
    response = render_staff(request, "advisers/zip.html", title, context, 202 if progress.waiting else 200)
    if progress.waiting:
        response["Refresh"] = f"{min(RETRY_AFTER + progress.waiting // 4, MOST_RETRY_AFTER)}; url={url}"
    elif progress.made:
        response["Refresh"] = f"0; url={url}"  # a download leaves the page that says so on the screen
    return response


@require_safe
@staff_page(KEEPS_REPORTS)
def download_pack(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    content = packed(rows_of(request.user, asked[0]), asked[1]) if asked else b""
    if not content:
        return back_to_list()
    return attachment(content, f"{_('rapporten')}-{timezone.localdate().isoformat()}.zip", "application/zip")


def _chosen(request: HttpRequest) -> list[Row]:
    """Of what was ticked, what is in the list of who asks."""
    keys = [whole_number(key) for key in request.POST.getlist(CHOSEN)]
    return rows_of(request.user, [key for key in keys if key is not None])


def _url(page: str, proof: str) -> str:
    return f"{reverse(page)}?{urlencode({PROOF: proof})}"


def _asked(request: HttpRequest) -> tuple[list[int], Edition] | None:
    """What was asked for with a form, so that what only follows links has nothing made; None without that."""
    try:
        keys, edition = signing.loads(request.GET.get(PROOF, ""), salt=_SALT, max_age=PROOF_SECONDS)
    except signing.BadSignature:
        return None
    return keys, Edition(edition)


def _edition(text: str) -> Edition | None:
    return next((edition for edition in PDFS if edition.value == text), None)
