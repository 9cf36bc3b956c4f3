"""No visitor waits long for the database; a command waits until its turn comes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections, transaction
from django.test import Client, RequestFactory

from dialoog.database import waiting
from dialoog.database.waiting import limited_options
from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
LONGER = 8
"""Seconds that a lock is held, far longer than the limits of these tests; whoever has none gets through after it."""


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a web server has them, but short; for every connection that is opened from now on."""
    monkeypatch.setattr(waiting, "WEB_SECONDS", 1)
    database = connections.settings["default"]
    options = limited_options(database["ENGINE"], database["OPTIONS"], lock=1, statement=2)
    monkeypatch.setitem(database, "OPTIONS", options)


@contextmanager
def held_runs() -> Iterator[None]:
    """Somebody else has every run, as a migration or a copy of the database can have."""
    held, done = Event(), Event()

    def hold() -> None:
        with transaction.atomic():
            list(Consultation.objects.select_for_update())
            held.set()
            done.wait(LONGER)
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(hold)
        held.wait()
        try:
            yield
        finally:
            done.set()


def test_a_step_that_waits_for_a_lock_says_to_try_again(client: Client, limits: None) -> None:
    journey = Journey(client)
    form = journey.form(journey.step, {"doelen": ["toegang"]})

    with held_runs():
        (answer,) = at_once(lambda: Client().post(journey.url, form))
    (again,) = at_once(lambda: Client().post(journey.url, form))

    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert again.status_code == 302


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_a_command_waits_until_its_turn_comes() -> None:
    with connection.cursor() as cursor:
        limits = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in ("lock_timeout", "statement_timeout")]

    assert limits == ["0", "0"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_a_statement_that_takes_too_long_is_stopped(limits: None) -> None:
    def sleep() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(5)")

    (stopped,) = at_once(sleep)

    assert isinstance(stopped, OperationalError)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_no_request_fails_after_a_restart_of_the_database() -> None:
    """What a restart does to a connection that is kept: the server ends it between two requests."""
    handler = WSGIHandler()

    def ask() -> tuple[str, int]:
        said: list[Any] = []
        response = handler(RequestFactory().get("/gezond/").environ, lambda status, _headers: said.append(status))
        response.close()
        return said[0], connection.connection.info.backend_pid

    with ThreadPoolExecutor(1) as pool:
        first, process = pool.submit(ask).result()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [process])
        second, other = pool.submit(ask).result()
        pool.submit(connections.close_all).result()

    assert (first, second) == ("200 OK", "200 OK")
    assert process != other


def test_what_stands_in_the_address_of_the_database_goes_first() -> None:
    options = limited_options("postgresql", {"options": "-c lock_timeout=1", "connect_timeout": "2"}, 5, 15)

    assert options["options"] == "-c lock_timeout=5000 -c statement_timeout=15000 -c lock_timeout=1"
    assert options["connect_timeout"] == "2"
