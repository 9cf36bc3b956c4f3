"""The page about the use of the guide, and the same as a file: for who may see it, right, and without small numbers."""

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind, Opinion, Place
from dialoog.wizard.counts.settling import settle
from tests.journey import Journey

pytestmark = pytest.mark.django_db
PAGE = "/beheer/inzicht/"
FILE = "/beheer/inzicht/inzicht.csv"
SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 6, 17)
"""A Wednesday."""


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(somebody("view_daycount"))
    return client


def somebody(*codenames: str) -> User:
    user = User.objects.create_user("-".join(codenames) or "niemand", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames, content_type__app_label="insight"))
    return user


def add(kind: CountKind, number: int, key: str = "", days_ago: int = 0) -> None:
    DayCount.objects.create(day=TODAY - timedelta(days=days_ago), kind=kind, key=key, number=number)


def text_of(client: Client, query: str = "") -> str:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return response.content.decode()


def table(text: str, heading: str) -> list[tuple[str, str]]:
    """Names and numbers of the list below a heading."""
    part = text.partition(f"<h2>{heading}</h2>")[2].partition("</table>")[0]
    return re.findall(r'<th scope="row">(.*?)</th><td><span class="insight-number">(.*?)</span>', part)


def bars(text: str) -> Iterator[tuple[str, str, int]]:
    """Class, tooltip and height of every bar."""
    for svg in re.findall(r'<svg class="insight-chart".*?</svg>', text, re.DOTALL):
        for rect in ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')):
            if rect.tag == f"{SVG}rect":
                yield rect.attrib["class"], str(rect.findtext(f"{SVG}title")), int(rect.attrib["height"])


def lines_of(client: Client, query: str = "") -> list[list[str]]:
    response = client.get(FILE + query)
    assert response.status_code == 200
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("url", [PAGE, FILE])
def test_others_may_not_look(client: Client, url: str) -> None:
    assert client.get(url).url.startswith("/beheer/login/")

    client.force_login(somebody())
    assert client.get(url).status_code == 403


@pytest.mark.parametrize(
    "query", ["", "?periode=12-weken", "?periode=jaar", "?periode=eeuw", "?van=2022-01-01&tot=2026-06-17"]
)
def test_the_page_opens_without_a_single_count(staff: Client, query: str) -> None:
    text = text_of(staff, query)

    assert 'lang="nl"' in text
    assert text.count("<h1") == 1
    assert 'style="' not in text
    assert list(bars(text)) == []


def test_the_first_page_of_the_admin_names_it(staff: Client) -> None:
    assert f'href="{PAGE}"' in staff.get("/beheer/").content.decode()


def test_a_day_is_a_bar_and_a_row(staff: Client) -> None:
    add(CountKind.BEGUN, 12, days_ago=1)
    add(CountKind.BEGUN, 8)

    text = text_of(staff)

    assert list(bars(text)) == [("insight-bar", "di 16 jun: 12", 72), ("insight-bar", "wo 17 jun: 8", 48)]
    assert '<th scope="row">di 16 jun</th><td>12</td><td>0</td><td>0</td>' in text
    assert '<th scope="row">Totaal</th><td>20</td><td>0</td><td>0</td>' in text


def test_small_numbers_are_in_no_chart_table_or_file(staff: Client) -> None:
    add(CountKind.BEGUN, 3, days_ago=2)
    add(CountKind.BEGUN, 4, days_ago=1)
    add(CountKind.BEGUN, 9)
    add(CountKind.GOAL, 2, "kennis")
    add(CountKind.USEFUL, 1, Opinion.NO)

    text = text_of(staff)

    assert [bar for bar in bars(text) if bar[0] == "insight-hidden"] == [
        ("insight-hidden", "ma 15 jun: minder dan 5", 6),
        ("insight-hidden", "di 16 jun: minder dan 5", 6),
    ]
    assert '<th scope="row">ma 15 jun</th><td>minder dan 5</td>' in text
    assert table(text, "Gekozen doelen")[0][1] == "minder dan 5"
    assert table(text, "Was dit nuttig?") == [("Ja", "0"), ("Nee", "minder dan 5")]
    numbers = {line[-1] for line in lines_of(staff)[1:]}
    assert numbers == {"0", "9", "16", "minder dan 5"}


def test_a_hidden_number_does_not_follow_from_the_total(staff: Client) -> None:
    add(CountKind.BEGUN, 30)
    add(CountKind.PLACE, 27, Place.COMPLETED)
    add(CountKind.PLACE, 3, "doelen")

    places = dict(table(text_of(staff), "Waar mensen stoppen"))

    assert places["Afgerond"] == "27"
    assert places["Waarvoor zoek je een partner?"] == places["Antwoorden controleren"] == "minder dan 5"


def test_steps_stand_in_the_order_of_the_content_and_unknown_ones_before_the_end(staff: Client) -> None:
    for key in ("fase", "oude_stap", "doelen", Place.CHECK, Place.COMPLETED):
        add(CountKind.PLACE, 7, key)

    names = [name for name, number in table(text_of(staff), "Waar mensen stoppen") if number == "7"]

    assert names == [
        *("Waarvoor zoek je een partner?", "Waar sta je nu?"),
        *("oude_stap", "Antwoorden controleren", "Afgerond"),
    ]


def test_every_place_where_a_visitor_can_be_has_a_name(staff: Client) -> None:
    journey = Journey(Client())
    for _ in range(30):
        settle()
        DayCount.objects.filter(kind=CountKind.PLACE, number=1).update(number=9, day=TODAY)
        if not journey.step:
            break
        journey.answer_step() if journey.step != "controle" else journey.send({}, "toon")

    keys = set(DayCount.objects.filter(kind=CountKind.PLACE).values_list("key", flat=True))
    names = {name for name, _ in table(text_of(staff), "Waar mensen stoppen")}

    assert len(keys) > 8
    assert not keys & names


def test_only_the_period_counts(staff: Client) -> None:
    add(CountKind.BEGUN, 5, days_ago=30)  # Monday 18 May
    add(CountKind.BEGUN, 7, days_ago=31)
    add(CountKind.BEGUN, 9)

    assert "<strong>Begonnen</strong>: 14" in text_of(staff)
    assert "<strong>Begonnen</strong>: 21" in text_of(staff, "?periode=12-weken")
    assert "<strong>Begonnen</strong>: 7" in text_of(staff, "?van=2026-05-17&tot=2026-05-17")


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("?van=2026-02-30&tot=2026-03-01", ["Vul een dag in die bestaat, zoals 31-12-2026."]),
        ("?van=x&tot=%00", ["Vul een dag in die bestaat, zoals 31-12-2026."] * 2),
        ("?van=&tot=", ["Vul de eerste dag in.", "Vul de laatste dag in."]),
        ("?van=2026-01-01", ["Vul de laatste dag in."]),
        (
            "?van=2026-03-02&tot=2026-03-01",
            ["Kies een eerste dag die niet na de laatste dag of na vandaag komt."],
        ),
        ("?van=9999-01-01&tot=9999-12-31", ["Kies een eerste dag die niet na de laatste dag of na vandaag komt."]),
        ("?van=0001-01-01&tot=9999-12-31", ["Kies een periode van hoogstens vijf jaar."]),
    ],
)
def test_dates_that_make_no_period_come_back_with_a_sentence(staff: Client, query: str, problems: list[str]) -> None:
    response = staff.get(PAGE + query)
    text = response.content.decode()

    assert [problem for _, problem in response.context["errors"]] == problems
    assert "<title>Fout: " in text
    assert all(f'id="{field}"' in text for field, _ in response.context["errors"])
    assert staff.get(FILE + query).url == PAGE + query


def test_days_to_come_are_left_out(staff: Client) -> None:
    assert "van 1 juni 2026 tot en met 17 juni 2026" in text_of(staff, "?van=2026-06-01&tot=2027-01-01")


def test_the_file_says_what_the_page_says(staff: Client) -> None:
    add(CountKind.BEGUN, 12)
    add(CountKind.COMPLETED, 6)
    add(CountKind.GOAL, 6, "kennis")
    add(CountKind.PLACE, 12, "doelen")
    add(CountKind.USEFUL, 5, Opinion.YES)

    lines = lines_of(staff, "?van=2026-06-16&tot=2026-06-17")

    assert lines[:4] == [
        ["Onderdeel", "Wat", "Van", "Tot en met", "Aantal"],
        ["Begonnen", "Totaal", "2026-06-16", "2026-06-17", "12"],
        ["Begonnen", "Dag", "2026-06-16", "2026-06-16", "0"],
        ["Begonnen", "Dag", "2026-06-17", "2026-06-17", "12"],
    ]
    assert ["Gekozen doel", "Kennis ophalen of informatie controleren", "2026-06-16", "2026-06-17", "6"] in lines
    assert ["Waar mensen stoppen", "Waarvoor zoek je een partner?", "2026-06-16", "2026-06-17", "12"] in lines
    assert ["Was dit nuttig?", "Ja", "2026-06-16", "2026-06-17", "5"] in lines


def test_the_file_opens_in_a_dutch_spreadsheet(staff: Client) -> None:
    response = staff.get(FILE)

    assert response.content.startswith(b"\xef\xbb\xbfOnderdeel;Wat;")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="inzicht-2026-05-18-2026-06-17.csv"'


@pytest.mark.parametrize("name", ["=1+1", "+31", "-2", "@SOM(A1)", "\t=1"])
def test_a_name_is_never_a_formula(staff: Client, name: str) -> None:
    document = Release.objects.get().document
    document["goals"][0]["name"] = name
    Release.objects.create(number=2, document=document, checksum=f"naam {name}")

    assert f"'{name}" in {line[1] for line in lines_of(staff)}


def test_a_step_without_a_title_is_called_by_its_question(staff: Client) -> None:
    document = Release.objects.get().document
    step = next(step for step in document["steps"] if step["slug"] == "sector")
    step["title"] = ""
    Release.objects.create(number=2, document=document, checksum="zonder titel")
    question = next(q["text"] for q in document["questions"] if q["step"] == "sector")

    assert question in dict(table(text_of(staff), "Waar mensen stoppen"))


def test_remarks_are_for_who_may_read_them(client: Client) -> None:
    Remark.objects.create(day=TODAY, is_useful=False, text="<b>Te lang</b>")

    client.force_login(somebody("view_daycount"))
    assert "Te lang" not in text_of(client)
    client.force_login(somebody("view_daycount", "view_remark"))
    assert "&lt;b&gt;Te lang&lt;/b&gt;" in text_of(client)


def test_a_remark_can_be_deleted_and_leaves_no_trace_in_the_log(client: Client) -> None:
    remark = Remark.objects.create(day=TODAY, is_useful=False, text="Vraag het Jan Jansen")
    client.force_login(somebody("view_remark", "delete_remark"))

    client.post(f"/beheer/insight/remark/{remark.pk}/delete/", {"post": "yes"})

    assert not Remark.objects.exists()
    assert "Jansen" not in str(list(User.objects.get().logentry_set.values()))


def test_a_remark_can_only_be_read_or_deleted(client: Client) -> None:
    remark = Remark.objects.create(day=TODAY, is_useful=False, text="Goed")
    client.force_login(User.objects.create_superuser("beheer"))

    assert client.get("/beheer/insight/remark/add/").status_code == 403
    assert client.post(f"/beheer/insight/remark/{remark.pk}/change/", {"text": "Slecht"}).status_code == 403
    assert Remark.objects.get().text == "Goed"


def test_raw_counts_are_not_in_the_admin(client: Client) -> None:
    client.force_login(User.objects.create_superuser("beheer"))

    assert client.get("/beheer/insight/daycount/").status_code == 404
