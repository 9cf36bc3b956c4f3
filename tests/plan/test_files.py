"""What is taken along of a plan: its days in a calendar, a spreadsheet without formulas, a text. None holds a link."""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from dialoog.plan.models import PlannedAction
from tests.journey import Journey
from tests.plan.planning import add, own_keys, page_of, parts_of_report, plan_at, send, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAY = timezone.localdate() + timedelta(days=30)
NASTY = "=cmd|' /C calc'!A0"


@pytest.fixture
def journey(client: Client) -> Journey:
    journey = Journey(client).finish(title="Lonen & loon", organisation="Bedrijf")
    first, second, *_rest = slugs()
    send(journey, first, due_on=DAY.isoformat(), who="Els; Jan, en \\n", note="Bel eerst.\nDan mailen.")
    send(journey, second, who=NASTY, note="-1+1", done="ja")
    add(journey, text=NASTY, due_on=DAY.isoformat())
    return journey


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def rows(content: bytes) -> list[list[str]]:
    """Of the only sheet: each cell as its type, a colon and what it shows."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        texts = ["".join(part.itertext()) for part in ElementTree.fromstring(file.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{SHEET}f"))
    assert not list(sheet.iter(f"{SHEET}hyperlink"))
    found = []
    for row in sheet.iter(f"{SHEET}row"):
        values = [(cell.get("t", "n"), cell.findtext(f"{SHEET}v", "")) for cell in row]
        found.append([f"s:{texts[int(value)]}" if kind == "s" else f"{kind}:{value}" for kind, value in values])
    return found


def test_only_what_has_a_date_is_in_the_calendar_as_a_whole_day(journey: Journey) -> None:
    answer = Client().get(f"/advies/{journey.token}/plan.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert re.search(r'filename="lonen-loon-plan-\w{4}-\w{4}\.ics"', answer["Content-Disposition"])
    first, own = events(answer.content)
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (DAY, DAY + timedelta(days=1))
    assert type(first.decoded("dtstart")) is date
    assert first["transp"] == "TRANSPARENT"
    assert first["summary"].params["LANGUAGE"] == "nl"
    assert str(first["description"]) == "Lonen & loon\nWie: Els; Jan, en \\n\nBel eerst.\nDan mailen."
    assert str(own["summary"]) == NASTY


def test_a_calendar_says_by_whom_in_the_order_of_the_days_and_rings_for_nobody(journey: Journey) -> None:
    add(journey, text="Bel de bond", due_on=(DAY - timedelta(days=9)).isoformat(), who="inkoop, E.J.", done="ja")

    content = Client().get(f"/advies/{journey.token}/plan.ics").content
    found = events(content)

    assert str(found[0]["summary"]) == "Bel de bond (inkoop, E.J.)"
    assert [event.decoded("dtstart") for event in found] == [DAY - timedelta(days=9), DAY, DAY]
    assert b"VALARM" not in content
    send(journey, own_keys()[-1], done="ja")
    done = events(Client().get(f"/advies/{journey.token}/plan.ics").content)[0]
    assert str(done["summary"]) == "Gedaan: Bel de bond (inkoop, E.J.)"


def test_the_calendar_has_what_the_standard_asks_and_invites_nobody(journey: Journey) -> None:
    """RFC 5545; a METHOD would make it a message, and RFC 5546 asks an organiser of that."""
    calendar = Calendar.from_ical(Client().get(f"/advies/{journey.token}/plan.ics").content)

    assert {"PRODID", "VERSION"} <= set(calendar)
    assert "METHOD" not in calendar
    assert all({"UID", "DTSTAMP", "DTSTART"} <= set(event) for event in calendar.walk("VEVENT"))


def test_lines_of_the_calendar_keep_to_their_length_and_ending(journey: Journey) -> None:
    content = Client().get(f"/advies/{journey.token}/plan.ics").content

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_event_keeps_its_name_whatever_changes_and_whoever_takes_it(journey: Journey) -> None:
    def names(content: bytes) -> list[str]:
        return [str(event["uid"]) for event in events(content)]

    before = names(Client().get(f"/advies/{journey.token}/plan.ics").content)
    send(journey, slugs()[0], done="ja")
    after = Client().get(f"/en/advice/{journey.token}/plan.ics").content

    assert names(after) == names(Client().get(f"{journey.shared}plan.ics").content) == before
    assert len(set(before)) == 2
    assert str(events(after)[0]["summary"]).startswith("Done: ")
    assert events(after)[0]["summary"].params["LANGUAGE"] == "en"


def test_the_same_plan_gives_the_same_files(journey: Journey) -> None:
    for name in ("plan.ics", "plan.xlsx"):
        address = f"/advies/{journey.token}/{name}"
        assert Client().get(address).content == Client().get(address).content


def test_without_a_date_there_is_no_calendar_and_the_page_says_so(journey: Journey) -> None:
    PlannedAction.objects.update(due_on=None)

    assert Client().get(f"/advies/{journey.token}/plan.ics").url == plan_at(journey)
    assert "dat kan zodra een actie een datum heeft" in page_of(journey)
    assert "plan.ics" not in page_of(journey)


def test_the_spreadsheet_has_a_row_for_each_action_and_no_formula(journey: Journey) -> None:
    answer = Client().get(f"/advies/{journey.token}/plan.xlsx")

    assert answer.content.startswith(b"PK")
    head, first, second, *_rest, own = found = rows(answer.content)
    assert [cell.removeprefix("s:") for cell in head] == [
        "Onderdeel", "Fase", "Actie", "Stand", "Afgevinkt op", "Wie", "Uiterlijk op", "Notitie",
    ]  # fmt: skip
    assert len(found) == 2 + len(slugs())
    assert first[3:] == ["s:Nog te doen", "s:Els; Jan, en \\n", f"n:{_serial(DAY)}", "s:Bel eerst.\nDan mailen."]
    assert second[3:] == ["s:Gedaan", f"n:{_serial(timezone.localdate())}", f"s:{NASTY}", "s:-1+1"]
    phases = [action.item.moment.label for part in parts_of_report() for action in part]
    assert [row[1] for row in found[1:-1]] == [f"s:{phase}" for phase in phases]
    assert own[1] == f"s:{NASTY}"


def test_the_spreadsheet_keeps_its_head_in_sight_and_texts_as_texts(journey: Journey) -> None:
    with zipfile.ZipFile(io.BytesIO(Client().get(f"/advies/{journey.token}/plan.xlsx").content)) as file:
        sheet, styles = file.read("xl/worksheets/sheet1.xml").decode(), file.read("xl/styles.xml").decode()
        about = file.read("docProps/core.xml").decode()

    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert 'max="8"' in sheet.partition("<cols>")[2].partition("</cols>")[0]
    assert 'quotePrefix="1"' in styles
    assert "<dc:title>Lonen &amp; loon</dc:title>" in about


def test_by_date_the_spreadsheet_and_the_text_follow_the_page(journey: Journey) -> None:
    add(journey, text="Bel de bond", due_on=(DAY - timedelta(days=9)).isoformat())
    page = journey.client.get(f"{plan_at(journey)}?volgorde=datum").content.decode()

    _head, first, *_rest, last = rows(Client().get(f"/advies/{journey.token}/plan.xlsx?volgorde=datum").content)
    text = page.partition('rows="12" readonly>\n')[2].partition("</textarea>")[0]

    assert f'href="/advies/{journey.token}/plan.xlsx?volgorde=datum"' in page
    assert (first[0], first[1]) == ("s:Eigen acties", "s:Bel de bond")
    assert "s:Gedaan" in last
    assert text.splitlines()[3:6] == ["Met een datum", "", "- Bel de bond"]
    assert "\nGedaan\n\n- " in text


def test_the_spreadsheet_is_in_the_language_of_its_address(journey: Journey) -> None:
    head, first, *_rest = rows(Client().get(f"/en/report/{journey.shared.split('/')[2]}/plan.xlsx").content)

    assert head[:4] == ["s:Part", "s:Phase", "s:Action", "s:Status"]
    assert first[3] == "s:Still to do"


def test_the_text_to_paste_has_all_of_it(journey: Journey) -> None:
    text = page_of(journey).partition('rows="12" readonly>\n')[2].partition("</textarea>")[0]

    assert text.startswith(f"Lonen &amp; loon\n1 van {len(slugs()) + 1} gedaan\n")
    assert "  Wie: Els; Jan, en \\n\n  Uiterlijk op: " in text
    assert "  Notitie: Bel eerst.\n  Dan mailen." in text
    assert "=cmd|" in text
    assert "  Gedaan (afgevinkt op " in text


def test_no_file_holds_a_link(journey: Journey) -> None:
    secrets = (journey.token, journey.shared.split("/")[2])
    for name in ("plan.ics", "plan.xlsx"):
        content = Client().get(f"/advies/{journey.token}/{name}").content
        parts = [content]
        if name.endswith("xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as file:
                parts = [file.read(part) for part in file.namelist()]
        assert not [part for part in parts for secret in secrets if secret.encode() in part]


def _serial(day: date) -> int:
    """As a spreadsheet counts days."""
    return (day - date(1899, 12, 30)).days
