"""While the database is away, the site still says what it is; nobody can begin, and everything is back at once."""

from typing import Any

import pytest
from django.test import Client

from dialoog.content.releases import current
from dialoog.content.releases.current import remember_release
from tests.database.away import apart, database_away
from tests.journey import Journey

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a server that has just started."""
    monkeypatch.setattr(current, "_last_known", None)


def get(path: str, cookies: dict[str, str] | None = None) -> Any:
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies or {})
    return apart(lambda: client.get(path))


def test_the_start_page_stays_and_says_that_one_cannot_begin_now(memory: None) -> None:
    remember_release()

    with database_away():
        page = get("/")

    assert page.status_code == 200
    assert "Je kunt nu even niet beginnen" in page.content.decode()
    assert 'action="/begin/"' not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("path", ["/privacy/", "/toegankelijkheid/", "/verwijderd/", "/static/fonts/OFL.txt"])
def test_what_needs_no_database_stays(memory: None, path: str) -> None:
    remember_release()

    with database_away():
        page = get(path)
        page.close()

    assert page.status_code == 200


def test_what_a_browser_remembers_is_no_hindrance(memory: None, client: Client) -> None:
    remember_release()
    token = Journey(client).token

    with database_away():
        page = get("/", {"dialoog-advies": token, "dialoog-sessie": "a" * 32})

    assert page.status_code == 200
    assert "Ga verder met je antwoorden" not in page.content.decode()


@pytest.mark.parametrize("path", ["/", "/privacy/", "/kennis/doelen/kennis/"])
def test_a_server_that_never_saw_a_release_says_to_try_again(memory: None, path: str) -> None:
    with database_away():
        page = get(path)

    assert page.status_code == 503
    assert page["Retry-After"]


def test_what_needs_the_database_says_to_try_again(memory: None) -> None:
    remember_release()

    with database_away():
        begun = apart(lambda: Client(raise_request_exception=False).post("/begin/"))
        resumed = get("/advies/onbekend/")

    assert (begun.status_code, resumed.status_code) == (503, 503)


def test_everything_is_back_as_soon_as_the_database_is(memory: None) -> None:
    remember_release()
    with database_away():
        get("/")

    page = get("/")

    assert 'action="/begin/"' in page.content.decode()
    assert "Je kunt nu even niet beginnen" not in page.content.decode()


def test_a_server_starts_while_the_database_is_away(memory: None) -> None:
    with database_away():
        assert apart(remember_release) is None
