"""What was deleted, and how to get it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialoog.content.document.applying import apply_record
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA
from dialoog.content.versions.deleted import Deleted, deleted
from dialoog.staff.frame.pages import render_staff, staff_page


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.check_draft")
def show_deleted(request: HttpRequest) -> HttpResponse:
    """The list; a POST brings one record back."""
    page, gone = deleted(request.GET.get("pagina", "1"))
    if request.method == "POST":
        return _bring_back(request, gone)
    return render_staff(request, "content/versions/deleted.html", _("Verwijderde inhoud"), {"page": page, "gone": gone})


def _bring_back(request: HttpRequest, gone: list[Deleted]) -> HttpResponse:
    names = (request.POST.get("collection"), request.POST.get("identity"))
    found = next((record for record in gone if record.key == names), None)
    if found is None:
        raise Http404
    options = SCHEMA[found.key.collection].model._meta
    if not request.user.has_perm(f"content.add_{options.model_name}"):
        raise PermissionDenied
    try:
        record = apply_record(
            found.key.collection, found.version.record, reason=_("Teruggezet na verwijderen"), author=request.user
        )
    except ContentRefused as error:
        messages.error(request, _("‘%(label)s’ is niet teruggezet. %(error)s") % {"label": found.label, "error": error})
        return redirect("content:deleted")
    messages.success(request, _("‘%s’ staat weer in het concept.") % found.label)
    return redirect(f"admin:content_{options.model_name}_change", record.pk)
