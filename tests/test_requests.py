"""Whatever a browser or a robot sends that is a little odd gets an ordinary answer."""

import pytest
from django.test import Client

from dialoog.content.admin.typed.fields import TypedText
from dialoog.editorial.publish.forms import NOTE_LENGTH, ReleaseForm
from dialoog.insight.models import REMARK_LENGTH
from dialoog.report.opinions import OpinionForm
from tests.journey import Journey

pytestmark = pytest.mark.django_db

PAGES = ("/", "/privacy/", "/toegankelijkheid/", "/verwijderd/", "/gezond/", "/robots.txt", "/beheer/login/")
OF_OWNER = (
    *("", "later/", "verwijderen/", "stap/controle/", "beheren/"),
    *("rapport/", "rapport/nuttig/", "rapport/werkdocumenten/"),
)


@pytest.mark.parametrize("path", PAGES)
def test_a_head_answers_as_a_get_without_its_page(client: Client, path: str) -> None:
    get, head = client.get(path), client.head(path)

    assert (head.status_code, head.content) == (get.status_code, b"") == (200, b"")
    assert head["Content-Type"] == get["Content-Type"]


@pytest.mark.slow
def test_so_it_does_on_the_pages_of_an_owner_and_a_reader(client: Client) -> None:
    journey = Journey(client).finish()
    owner = f"/advies/{journey.token}/"

    for path in [owner + rest for rest in OF_OWNER] + [journey.shared, f"{journey.shared}nuttig/"]:
        get, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (get.status_code, b""), path
        assert head.get("Location") == get.get("Location")


@pytest.mark.database
@pytest.mark.parametrize("name", ["dialoog-sessie", "dialoog-csrf", "dialoog-advies", "messages", "mening"])
@pytest.mark.parametrize("value", [r'"aaaaaaaa\000"', r'"aaaaaaaa\012\001"', "aaaaaaaa\x7f", '"\\377"'])
@pytest.mark.parametrize("path", ["/", "/beheer/", "/beheer/login/"])
def test_a_control_character_in_a_cookie_is_a_fresh_start(name: str, value: str, path: str) -> None:
    response = Client().get(path, headers={"cookie": f"{name}={value}"})

    assert response.status_code in (200, 302)
    if name == "dialoog-sessie" and path == "/":
        assert response.cookies["dialoog-sessie"]["max-age"] == 0  # taken away


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br;q=1.0, gzip;q=0.5", "gzip"),
        ("gzip;q=0", None),
        ("gzip; q=0.000, identity", None),
        ("deflate, gzip;Q=0", None),
    ],
)
def test_who_refuses_gzip_gets_none(client: Client, accepted: str, coding: str | None) -> None:
    journey = Journey(client).finish()

    page = client.get(f"/advies/{journey.token}/rapport/", headers={"accept-encoding": accepted})

    assert page.get("Content-Encoding") == coding


TWO_LINES = "a\r\n"


def test_a_line_end_counts_once_in_a_text_of_staff() -> None:
    text = TWO_LINES * (NOTE_LENGTH // 2 - 1) + "ab"  # as a browser sends what it counts as the very limit
    form = ReleaseForm({"note": text, "current": 1, "checksum": "0" * 64})
    longer = ReleaseForm({"note": text + "c", "current": 1, "checksum": "0" * 64})

    assert isinstance(form.fields["note"], TypedText)
    assert form.is_valid()
    assert len(form.cleaned_data["note"]) == NOTE_LENGTH
    assert "1 teken te lang" in str(longer.errors["note"])


def test_a_line_end_counts_once_in_what_a_visitor_says() -> None:
    text = TWO_LINES * (REMARK_LENGTH // 2 - 1) + "ab"

    assert OpinionForm({"opinion": "ja", "remark": text}).is_valid()  # type: ignore[arg-type]
    assert not OpinionForm({"opinion": "ja", "remark": text + "c"}).is_valid()  # type: ignore[arg-type]
