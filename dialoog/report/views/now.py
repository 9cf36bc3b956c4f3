"""A PDF that is made while one waits and kept nowhere: there is no line for it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.serving.attachment import attachment


def pdf_now(request: HttpRequest, name: str, make: Callable[[], bytes]) -> HttpResponse | None:
    """The PDF that `make` gives, under a name, counted like any other; None when there is none now. Raises TooMany."""
    Allowance.of(request, Kind.PDF).spend()
    try:
        content = make()
    except (PdfBusy, PdfFailed):
        return None
    return attachment(content, name, "application/pdf")
