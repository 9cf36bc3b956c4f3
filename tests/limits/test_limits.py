"""One address may do something so often; who does more loses nothing, and nobody is kept who did."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from dialoog.insight.models import DayCount
from dialoog.limits.allowance import Allowance, Kind
from dialoog.limits.models import Tally
from dialoog.report import download
from dialoog.wizard.models import Consultation, StepAnswers
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database]
OFFICE, OTHER = "203.0.113.7", "203.0.113.8"


def limits(**most: int) -> Any:
    return override_settings(DIALOOG_LIMITS=dict.fromkeys(Kind, 1000) | most)


@pytest.fixture
def visitor() -> Client:
    return Client(REMOTE_ADDR=OFFICE)


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF")


def resend(client: Client, response: Any) -> Any:
    """Press 'Stuur opnieuw' the way a browser does."""
    page = response.content.decode()
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    action = re.search(r'action="([^"]+)"', page)
    assert action
    return client.post(action[1], {name: unescape(value) for name, value in fields})


def test_beginning_too_often_asks_to_wait(visitor: Client) -> None:
    with limits(begin=2):
        answers = [visitor.post("/begin/") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 600
    assert "Van jouw internetadres kwamen in korte tijd heel veel verzoeken" in answers[-1].content.decode()
    assert Consultation.objects.count() == 2


def test_another_address_does_not_notice(visitor: Client) -> None:
    with limits(begin=1):
        visitor.post("/begin/")

        assert Client(REMOTE_ADDR=OTHER).post("/begin/").status_code == 302


def test_whoever_is_on_this_machine_is_not_counted(client: Client) -> None:
    with limits(begin=1):
        assert [client.post("/begin/").status_code for _ in range(3)] == [302] * 3
    assert not Tally.objects.exists()


def test_a_step_that_is_refused_comes_back_to_be_sent_again(visitor: Client) -> None:
    journey = Journey(visitor).walk_to("controle")
    with limits(save=1):
        refused = visitor.post(journey.url, journey.form("controle", {"title": "Lonen & meer"}, "later"))
    again = resend(visitor, refused)

    assert refused.status_code == 429
    assert "Wat je had ingevuld, is er nog" in refused.content.decode()
    assert again.status_code == 302
    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen & meer"


def test_what_is_refused_writes_nothing(visitor: Client) -> None:
    journey = Journey(visitor)
    visitor.post(journey.url, journey.form(journey.step, {"doelen": ["toegang"]}))
    form = journey.form(journey.step, {"doelen": ["kennis"]})
    before = (list(StepAnswers.objects.values()), list(DayCount.objects.values()), list(Tally.objects.values()))

    with limits(save=1):
        assert visitor.post(journey.url, form).status_code == 429
    after = (list(StepAnswers.objects.values()), list(DayCount.objects.values()), list(Tally.objects.values()))

    assert before == after


def test_an_opinion_that_is_refused_comes_back(visitor: Client) -> None:
    url = f"/advies/{Journey(visitor).finish().token}/rapport/nuttig/"
    Allowance(Kind.OPINION, OFFICE).counted(lambda: None)
    with limits(opinion=1):
        refused = visitor.post(url, {"opinion": "nee", "remark": "Te lang"})
        assert not Consultation.objects.get().has_opinion
    resend(visitor, refused)

    assert refused.status_code == 429
    assert Consultation.objects.get().has_opinion


def test_making_pdfs_too_often_asks_to_wait_but_what_is_kept_can_be_had(visitor: Client, quick_pdf: None) -> None:
    report = f"/advies/{Journey(visitor).finish().token}/rapport/"
    with limits(pdf=1):
        answers = [visitor.post(f"{report}pdf/{edition}/") for edition in ("advies", "dossier", "advies")]

    assert [answer.status_code for answer in answers] == [302, 429, 302]


def test_a_step_costs_one_query_more(client: Client, visitor: Client) -> None:
    def queries(browser: Client) -> list[str]:
        journey = Journey(browser)
        browser.post(journey.url, form := journey.form(journey.step, {"doelen": ["toegang"]}))
        with CaptureQueriesContext(connection) as captured:
            browser.post(journey.url, form)
        return [query["sql"] for query in captured]

    uncounted, counted = queries(client), queries(visitor)

    assert len(counted) == len(uncounted) + 1
    assert sum("limits_tally" in query for query in counted) == 1


@pytest.mark.parametrize("path", ["/begin/", "step"])
def test_trouble_with_the_count_lets_everybody_through(visitor: Client, path: str) -> None:
    """Real trouble, so that a transaction in which it happens is lost on PostgreSQL."""
    journey = Journey(visitor)
    form = journey.form(journey.step, {"doelen": ["toegang"]})
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE limits_tally RENAME TO limits_elsewhere")
    with limits(begin=1, save=1):
        answer = visitor.post("/begin/") if path == "/begin/" else visitor.post(journey.url, form)

    assert answer.status_code == 302
    assert Consultation.objects.count() == 2 - (path == "step")
    assert StepAnswers.objects.exists() is (path == "step")


def test_trouble_before_a_pdf_lets_everybody_through(visitor: Client, quick_pdf: None) -> None:
    report = f"/advies/{Journey(visitor).finish().token}/rapport/"

    def no_count(execute: Any, sql: str, *rest: Any) -> Any:
        if "limits_tally" in sql:
            raise OperationalError("gone")
        return execute(sql, *rest)

    Allowance(Kind.PDF, OFFICE).counted(lambda: None)
    with limits(pdf=1), connection.execute_wrapper(no_count):
        assert visitor.post(f"{report}pdf/advies/").status_code == 302


def test_nothing_that_is_kept_leads_to_an_address_or_to_the_next_day(visitor: Client, monkeypatch: Any) -> None:
    visitor.post("/begin/")
    kept = Tally.objects.get()
    allowance = Allowance(Kind.BEGIN, OFFICE)
    names = {allowance._row()[0], Allowance(Kind.SAVE, OFFICE)._row()[0], Allowance(Kind.BEGIN, OTHER)._row()[0]}
    with override_settings(SECRET_KEY="another" * 10):
        names.add(allowance._row()[0])

    assert kept.name in names
    assert len(names) == 4
    assert {field.name for field in Tally._meta.fields} == {"name", "number", "ends_at"}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_servers_count_together(visitor: Client) -> None:
    with limits(begin=5):
        answers = at_once(*[lambda: Client(REMOTE_ADDR=OFFICE).post("/begin/").status_code] * 9)

    assert sorted(answers) == [302] * 5 + [429] * 4
    assert Tally.objects.get().number == 5
