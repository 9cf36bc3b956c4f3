"""The days of a plan for a calendar (RFC 5545): an action with a date is a whole day, on which one stays free.

Events and not tasks, because Outlook and Google take no tasks from a file. Without an alarm: a calendar gives whole
days the one that its user chose, and who takes in the plan of others has not asked for any.
"""

from datetime import date, timedelta
from uuid import NAMESPACE_OID, uuid5

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from dialoog.languages.active import active_language
from dialoog.plan.page import Entry, Plan


def to_calendar(plan: Plan, run_hash: str) -> bytes:
    """The same plan gives the same bytes. Without a date in it a calendar is empty, which no program takes."""
    calendar = Calendar()
    calendar.add("prodid", "-//SER//dialoog//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for entry in plan.dated:
        if day := entry.row.due_on:
            calendar.add_component(_event(entry, day, run_hash, str(plan.cover.title)))
    return calendar.to_ical()


def _event(entry: Entry, day: date, run_hash: str, title: str) -> Event:
    event, said = Event(), {"LANGUAGE": active_language()}
    event.add("uid", str(uuid5(NAMESPACE_OID, f"{run_hash} {entry.key}")))
    event.add("dtstamp", entry.row.saved_at)
    event.add("last-modified", entry.row.saved_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _summary(entry), parameters=said)
    event.add("description", "\n".join(_lines(entry, title)), parameters=said)
    event.add("transp", "TRANSPARENT")
    return event


def _summary(entry: Entry) -> str:
    """A calendar shows little more than this, so it says by whom."""
    text = f"{entry.text} ({entry.row.who})" if entry.row.who else str(entry.text)
    return _("Gedaan: %s") % text if entry.row.is_done else text


def _lines(entry: Entry, title: str) -> list[str]:
    who = [_("Wie: %s") % entry.row.who] if entry.row.who else []
    return [title, *who, *filter(None, [entry.row.note])]
