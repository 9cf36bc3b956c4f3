"""The short advice as a PDF with a QR code of the link for readers: made when its owner asks, and kept nowhere."""

from django.utils.translation import gettext as _

from dialoog.handover.pictures import qr_code
from dialoog.languages.addresses import HAND_OVER
from dialoog.report import download
from dialoog.report.body.report import Report
from dialoog.report.download import ASSETS, lock_path
from dialoog.report.editions import Edition
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS

SHEETS = [*STYLESHEETS, "css/print/handover.css"]


def render_pdf(report: Report, url: str) -> bytes:
    """PDF/A-2a and PDF/UA-1. Raises PdfBusy or PdfFailed."""
    return render(render_html(report, url), ASSETS, SHEETS, lock_path=lock_path())


def render_html(report: Report, url: str) -> str:
    picture = qr_code(url, name=_("QR-code van de link naar dit advies"))
    return download.render_html(report, Edition.ADVICE, {"url": url, "picture": picture})


def filename(report: Report) -> str:
    return download.filename(report.cover.title, report.cover.code, HAND_OVER)
