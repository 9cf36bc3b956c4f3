"""All checks on one page."""

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dialoog.editorial.checks import Checked, check
from dialoog.editorial.frame.drafts import read_draft
from dialoog.editorial.frame.streaming import stream_staff
from dialoog.staff.frame.pages import staff_page


@require_safe
@staff_page("content.check_draft")
def show(request: HttpRequest) -> StreamingHttpResponse:
    checked = Checked()
    return stream_staff(
        request,
        "editorial/checks/show.html",
        _("Controle van het concept"),
        {},
        work=check(read_draft().document, checked),
        outcome=lambda: render_to_string("editorial/checks/_checked.html", {"checked": checked}),
    )
