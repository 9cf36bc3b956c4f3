"""The PDFs of a run: each made once, in a process of its own, and kept."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialoog.insight.counting import count_pdf
from dialoog.languages.addresses import word_of
from dialoog.report.body.report import AnsweredStep, Cover, Report
from dialoog.report.editions import Edition
from dialoog.report.pdf.glyphs import metadata_text, printable, printable_body
from dialoog.report.pdf.process import render
from dialoog.report.pdf.stylesheets import STYLESHEETS
from dialoog.report.renderings.keeping import keep_rendering
from dialoog.wizard.run import Run

ASSETS = Path(settings.BASE_DIR) / "static"


def keep_pdf(run: Run, edition: Edition, content: bytes) -> None:
    """The first of a run and edition counts. `run` is what it was made of.

    Raises RunGone, or Outdated; then nothing is kept.
    """
    with transaction.atomic():
        if keep_rendering(run.consultation, edition, content):
            count_pdf()


def render_pdf(report: Report, edition: Edition) -> bytes:
    """PDF/A-2a and PDF/UA-1. Raises PdfBusy or PdfFailed."""
    return render(render_html(report, edition), ASSETS, STYLESHEETS, lock_path=lock_path())


def render_in_turn(html: str) -> bytes:
    """The same for who has its turn already. Raises PdfFailed."""
    return render(html, ASSETS, STYLESHEETS, lock_path=None)


def lock_path() -> Path:
    """What who makes a PDF holds. Of the machine: on another one its processors are free."""
    return Path(settings.DIALOOG_VAR) / "pdf.lock"


def render_html(report: Report, edition: Edition, reader_link: dict[str, str] | None = None) -> str:
    """The page that becomes the PDF; characters that the bundled fonts lack are made visible as such.

    The title and author that its metadata give are the words as they were typed. `reader_link` is the link for readers,
    as `url` and as `picture`, in a PDF that is not kept.
    """
    cover = report.cover
    metadata = {"title": metadata_text(cover.title), "author": metadata_text(cover.organisation)}
    report = replace(
        report,
        cover=printable_cover(cover),
        filling=report.filling.shown_as(printable),
        answers=tuple(map(printable_answers, report.answers)),
    )
    context = {"report": report, "edition": edition, "metadata": metadata, "reader_link": reader_link}
    return printable_body(render_to_string("report/pdf.html", context))


def printable_cover(cover: Cover) -> Cover:
    title, organisation, contact = map(printable, (cover.title, cover.organisation, cover.contact))
    return replace(cover, title=title, organisation=organisation, contact=contact, region=printable(cover.region))


def printable_answers(step: AnsweredStep) -> AnsweredStep:
    """With the remarks so; the rest comes from the content."""
    answers = tuple(replace(answered, remark=printable(answered.remark)) for answered in step.answers)
    return replace(step, answers=answers)


def filename(title: str, code: str, word: object, ending: str = "pdf") -> str:
    """A name that any file system takes, in the active language; no more of the title than that.

    `word` says what it is, as it stands in addresses.
    """
    subject = slugify(title)[:60] or _("samenwerken")
    return f"{subject}-{word_of(word)}-{code}.{ending}"
