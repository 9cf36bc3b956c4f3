"""`kill -9` of the site, in part or whole: who was answered keeps what was acknowledged, and can go on."""

import http.cookiejar
import re
import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from urllib.parse import urlencode

import pytest
from django.db import connection

from tests.answers import ANSWERS
from tests.builders import real_catalogue
from tests.worker.site import CSRF, PATIENCE, Site, kill, site, until
from tests.worker.test_pdf_faults import begin_pdf

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]

WRITERS = 3
ENOUGH = 4
"""Reports before everything is killed."""
SEEN = re.compile(r'name="gezien" value="([^"]*)"')


class Visitor:
    """A browser: keeps cookies, follows redirects, sends whole forms."""

    def __init__(self, served: Site) -> None:
        self.base = f"http://127.0.0.1:{served.port}"
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.url, self.page = "", ""

    def go(self, path: str, form: list[tuple[str, str]] | None = None) -> "Visitor":
        """Raises OSError or HTTPException where there is no answer, or none that is well."""
        sent = None if form is None else urlencode([*form, ("csrfmiddlewaretoken", CSRF.search(self.page)[1])]).encode()
        with self.browser.open(self.base + path, sent, timeout=PATIENCE) as answer:
            self.page, self.url = answer.read().decode(errors="replace"), answer.url.removeprefix(self.base)
        return self

    def begin(self) -> "Visitor":
        return self.go("/").go("/begin/", [])

    def answer(self) -> "Visitor":
        """The step that is on the screen; on the check page that finishes."""
        step = self.url.partition("?")[0].rstrip("/").rpartition("/")[2]
        form = [("guide_wizard-current_step", step), ("knop", "toon" if step == "controle" else "volgende")]
        if step == "controle":
            form += [("gezien", SEEN.search(self.page)[1]), ("controle-title", "Lonen")]
        else:
            asked = [question.slug for question in real_catalogue().steps[step].questions]
            form += [(f"{step}-{slug}", value) for slug in asked for value in ANSWERS.get(slug, [])]
        return self.go(self.url.partition("?")[0], form)

    def finish(self) -> str:
        """The address of the report."""
        for _ in range(30):
            if self.url.endswith("/rapport/"):
                return self.url
            self.answer()
        raise AssertionError(f"stuck at {self.url}")


@pytest.fixture
def served() -> Iterator[Site]:
    """On the database of this test, where that can be shared; a file of SQLite is copied."""
    with site() as one:
        yield one.start(**_database()).await_start()


def _database() -> dict[str, str]:
    if connection.vendor != "postgresql":
        return {}
    own = connection.settings_dict
    return {"DATABASE_URL": f"postgres://{own['USER']}@/{own['NAME']}?host={own['HOST'] or own['OPTIONS']['host']}"}


def test_who_is_half_way_goes_on_when_workers_are_killed(served: Site) -> None:
    visitor = Visitor(served).begin()
    while "/stap/thema/" not in visitor.url:
        visitor.answer()
    before = served.workers()
    for pid in before:
        kill(pid)
    until(lambda: len(served.workers()) == len(before) and not set(before) & set(served.workers()))

    assert before
    assert visitor.go(visitor.finish()).url.endswith("/rapport/")
    assert "Lonen" in visitor.page


def test_no_acknowledged_report_is_lost_when_everything_is_killed(served: Site) -> None:
    acknowledged: list[str] = []
    writers = [threading.Thread(target=_keep_finishing, args=(served, acknowledged)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    until(lambda: len(acknowledged) >= ENOUGH)
    served.kill_all()
    for writer in writers:
        writer.join()

    served.start(**_database()).await_start()

    again = Visitor(served)
    assert len(set(acknowledged)) == len(acknowledged) >= ENOUGH
    assert all("Lonen" in again.go(report).page for report in acknowledged)
    assert Visitor(served).begin().finish()


def _keep_finishing(served: Site, acknowledged: list[str]) -> None:
    try:
        while True:
            acknowledged.append(Visitor(served).begin().finish())
    except (OSError, HTTPException):
        return  # killed, perhaps in the middle of an answer


@pytest.mark.pdf
def test_a_killed_maker_leaves_nothing_of_its_pdf(served: Site) -> None:
    visitor = Visitor(served).begin()
    report = visitor.finish()
    makers = begin_pdf(served, report)
    for pid in makers:
        kill(pid)

    until(lambda: not served.leavings)
    visitor.go(report).go(f"{report}pdf/dossier/", [])
    until(lambda: served.ask("GET", f"{report}dossier.pdf").status == 200)
