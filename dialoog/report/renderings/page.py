"""The page of a finished run, rendered once for owner and readers alike."""

import logging

from django.db import DatabaseError
from django.template.loader import render_to_string

from dialoog.errors import is_database_trouble
from dialoog.languages.addresses import PLAN, USEFUL, WORKSHEETS, word_of
from dialoog.report.consultations import build_consultation_report
from dialoog.report.editions import Edition
from dialoog.report.renderings.keeping import Outdated, keep_rendering
from dialoog.report.renderings.opening import Opened
from dialoog.serving.slotted import SLOT, PageDamaged, SlottedPage
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run

logger = logging.getLogger(__name__)


def page_of(opened: Opened) -> SlottedPage:
    """As it was kept, or rendered now. Raises RunGone."""
    try:
        return SlottedPage.unpacked(opened.content) if opened.content else _new_page(opened.consultation())
    except PageDamaged:
        return _new_page(opened.consultation())


def _new_page(consultation: Consultation) -> SlottedPage:
    page = SlottedPage.of(render_page(Run.of(consultation)))
    try:
        keep_rendering(consultation, Edition.PAGE, page.packed())
    except Outdated:
        return page  # as it was asked for; the next one asks anew
    except DatabaseError as error:
        if not is_database_trouble(error):
            raise
        logger.warning("A page was not kept: database trouble.")  # it can be read all the same
    return page


def render_page(run: Run) -> str:
    """With markers for what differs: the way to another language, and what a reader can do.

    No request is at hand, so that nothing of one can end up in what is kept.
    """
    report = build_consultation_report(run)
    context = {"report": report, "edition": Edition.PAGE, "slot": SLOT, "useful": word_of(USEFUL)}
    context |= {"plan_word": word_of(PLAN), "worksheets_word": word_of(WORKSHEETS)}
    return render_to_string("report/page.html", context)
