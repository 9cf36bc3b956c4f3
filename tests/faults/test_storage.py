"""The storage fails while somebody is at it: told so, and nothing that was acknowledged is lost."""

import resource
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections
from django.test import Client, RequestFactory

from dialoog.database import waiting
from dialoog.database.waiting import limited_options
from dialoog.wizard.models import StepAnswers
from tests.conftest import end_other_sessions
from tests.database.test_waiting import held_runs
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]

ROOM = 65536
"""Bytes of a file that no longer fits on the disk; what a test prints stays below it."""
MOST = 50
"""Runs to begin until it is full."""
WORKERS = 3
SECRET = "a" * 32
"""Of a form, as a browser has it in a cookie."""


def visitor() -> Client:
    return Client(raise_request_exception=False)


def begin_anew(_number: int) -> Any:
    return visitor().post("/begin/")


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of SQLite may grow past some pages more; for PostgreSQL is spoken, with the error that it gives."""

    def refuse(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.lstrip().startswith(("INSERT", "UPDATE")):
            raise OperationalError("could not extend file: No space left on device")
        return execute(sql, *rest)

    if connection.vendor != "sqlite":
        with connection.execute_wrapper(refuse):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_passes(client: Client) -> None:
    journey = Journey(client).walk_to("fase")
    kept = list(StepAnswers.objects.order_by("pk").values_list("step", "answers"))
    form = journey.form("fase", {"fase": ["voorbereiden"]})

    with full_disk():
        begun = next(answer for answer in map(begin_anew, range(MOST)) if answer.status_code != 302)
        refused, shown, ready = client.post(journey.url, form), client.get("/"), visitor().get("/gezond/")
    again = client.post(journey.url, form)

    assert [begun.status_code, refused.status_code, ready.status_code] == [503] * 3
    assert begun["Retry-After"]
    assert shown.status_code == 200
    assert list(StepAnswers.objects.order_by("pk").values_list("step", "answers"))[: len(kept)] == kept
    assert again.status_code == 302
    assert visitor().get("/gezond/").status_code == 200


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits as a web server has them, but a second; for every connection that is opened from now on."""
    monkeypatch.setattr(waiting, "WEB_SECONDS", 1)
    database = connections.settings["default"]
    monkeypatch.setitem(database, "OPTIONS", limited_options(database["ENGINE"], database["OPTIONS"], 1, 2))


def test_who_meets_a_lock_reads_that_and_the_start_page_is_there(client: Client, impatient: None) -> None:
    journey = Journey(client)
    form = journey.form(journey.step, {"doelen": ["toegang"]})

    with held_runs():
        refused, start, deleted = at_once(
            lambda: visitor().post(journey.url, form),
            lambda: visitor().get("/"),
            lambda: visitor().post(f"/advies/{journey.token}/verwijderen/"),
        )

    assert [refused.status_code, deleted.status_code] == [503, 503]
    assert "Het is nu even te druk" in refused.content.decode()
    assert start.status_code == 200
    assert 'action="/begin/"' in start.content.decode()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_a_busy_site_is_back_at_once_after_a_restart_of_the_database() -> None:
    """What a restart does to the connections of a site at work: the server ends them all, in the middle of anything."""
    is_over = threading.Event()

    def work() -> list[int]:
        handler, answers = WSGIHandler(), []
        while not is_over.is_set():
            answers.append(begin(handler))
        after = [begin(handler) for _ in range(5)]
        connections.close_all()
        return [*answers, 0, *after]

    with ThreadPoolExecutor(WORKERS) as pool:
        working = [pool.submit(work) for _ in range(WORKERS)]
        for _ in range(5):
            time.sleep(0.3)
            end_other_sessions()
        is_over.set()
        answers = [one.result() for one in working]

    assert {status for said in answers for status in said} <= {0, 302, 503}
    assert all(said[said.index(0) + 1 :] in ([302] * 5, [503, *[302] * 4]) for said in answers)
    assert any(302 in said[: said.index(0)] for said in answers)


def begin(handler: WSGIHandler) -> int:
    """As a web server asks it, with a connection that is kept."""
    said: list[str] = []
    request = RequestFactory().post("/begin/")
    own = {"HTTP_COOKIE": f"{settings.CSRF_COOKIE_NAME}={SECRET}", "HTTP_X_CSRFTOKEN": SECRET}
    response = handler({**request.environ, **own}, lambda status, _headers: said.append(status))
    response.close()
    return int(said[0].split()[0])
