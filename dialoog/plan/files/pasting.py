"""A plan as plain text, to paste in a mail or a document."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dialoog.plan.page import Entry, Plan


def to_text(plan: Plan) -> str:
    return "\n".join(_lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield str(plan.cover.title)
    yield _("%(done)d van %(all)d gedaan") % {"done": plan.done, "all": len(plan.entries)}
    for group in plan.groups:
        if group.entries:
            yield from ("", str(group.name), "")
        for entry in group.entries:
            yield f"- {entry.text}"
            yield from (f"  {line}" for line in _noted(entry))


def _noted(entry: Entry) -> Iterator[str]:
    row = entry.row
    yield _("Gedaan (afgevinkt op %s)") % date_format(row.done_on) if row.done_on else _("Nog te doen")
    if row.who:
        yield _("Wie: %s") % row.who
    if row.due_on:
        yield _("Uiterlijk op: %s") % date_format(row.due_on)
    if row.note:
        yield from (_("Notitie: %s") % row.note).splitlines()
