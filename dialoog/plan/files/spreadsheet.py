"""A plan as a workbook for Excel and LibreOffice. Whatever somebody typed is a text in it, and never a formula."""

from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from dialoog.plan.page import Entry, Plan

WIDTHS = (22, 16, 60, 14, 14, 24, 14, 60)
"""Of the columns, in characters."""
LOCAL_DAY = 14
"""Number of the format in which a program shows a date as its user is used to."""
IN_MEMORY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def to_spreadsheet(plan: Plan) -> bytes:
    """One sheet with a row for each action; the same plan gives the same bytes."""
    file = BytesIO()
    book = Workbook(file, IN_MEMORY)
    made_at = timezone.localtime(plan.cover.completed_at).replace(tzinfo=None)
    book.set_properties({"title": str(plan.cover.title), "author": plan.cover.organisation, "created": made_at})
    sheet = book.add_worksheet(_("Plan"))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    day = book.add_format({"valign": "top", "num_format": LOCAL_DAY})
    for column, (head, width) in enumerate(zip(_heads(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bold)
    sheet.freeze_panes(1, 0)
    for place, entry in enumerate(plan.entries, start=1):
        for column, value in enumerate(_cells(plan, entry)):
            if value is not None and not isinstance(value, str):
                sheet.write_datetime(place, column, value, day)
            elif value:
                sheet.write_string(place, column, value, text)
    sheet.autofilter(0, 0, len(plan.entries), len(WIDTHS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.close()
    return file.getvalue()


def _heads() -> tuple[str, ...]:
    return (
        _("Onderdeel"),
        _("Fase"),
        _("Actie"),
        _("Stand"),
        _("Afgevinkt op"),
        _("Wie"),
        _("Uiterlijk op"),
        _("Notitie"),
    )


def _cells(plan: Plan, entry: Entry) -> tuple[Any, ...]:
    row, phase = entry.row, plan.phase_of(entry)
    state = _("Gedaan") if row.is_done else _("Nog te doen")
    return str(entry.part), phase, str(entry.text), state, row.done_on, row.who, row.due_on, row.note
