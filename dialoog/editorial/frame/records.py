"""From a record in a finding or a difference to its page in the admin."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from dialoog.content.document.tables import find_record
from dialoog.staff.frame.pages import staff_page


@require_safe
@staff_page("content.check_draft")
def open_record(request: HttpRequest, collection: str, identity: str) -> HttpResponse:
    record = find_record(collection, identity)
    if record is None:
        raise Http404
    return redirect(f"admin:content_{record._meta.model_name}_change", record.pk)
