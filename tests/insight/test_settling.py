"""A step writes no count; what the page shows is the same before and after the counts are brought up to date."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dialoog.insight.figures import read_insight
from dialoog.insight.models import DayCount
from dialoog.insight.periods import Period
from dialoog.insight.vocabulary import CountKind, Place
from dialoog.wizard.counts import settling
from dialoog.wizard.counts.settling import settle
from dialoog.wizard.models import Consultation
from tests.builders import real_catalogue
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def kept() -> dict[tuple[str, str], int]:
    """What the table of counts has, without the zeros."""
    rows = DayCount.objects.filter(number__gt=0).values_list("kind", "key", "number")
    return {(kind, key): number for kind, key, number in rows}


def shown() -> Any:
    today = timezone.localdate()
    return read_insight(Period(today - timedelta(days=3), today), real_catalogue())


def step(place: int) -> str:
    """Of those that are asked whoever has one goal."""
    catalogue = real_catalogue()
    return [slug for slug in catalogue.steps if slug != catalogue.questions["hoofddoel"].step][place]


def test_a_step_writes_its_answers_and_its_run_and_no_count(client: Client) -> None:
    journey = Journey(client)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        journey.answer_step()

    written = [sql for query in queries if (sql := query["sql"].strip()).startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql.split("(")[0].split("SET")[0].split()[-1].strip('"') for sql in written] == [
        "wizard_consultation",
        "wizard_stepanswers",
    ]
    assert not DayCount.objects.exists()


def test_settling_changes_nothing_that_is_shown(client: Client) -> None:
    for _ in range(6):
        Journey(client)
    for place in (3, 3, 5, 5, 5, 5, 5):
        Journey(client).walk_to(step(place))
    settle()
    for run in Consultation.objects.filter(counted_at=step(0)):
        Consultation.objects.filter(pk=run.pk).update(counted_at=step(3), moved_from=step(0))
    Journey(client).finish()
    before = shown()

    assert settle() == 7

    assert shown() == before
    assert before.series[0].total.number == 14
    assert kept() == {
        (CountKind.BEGUN, ""): 14,
        (CountKind.COMPLETED, ""): 1,
        (CountKind.GOAL, "toegang"): 1,
        (CountKind.PLACE, step(3)): 8,
        (CountKind.PLACE, step(5)): 5,
        (CountKind.PLACE, Place.COMPLETED): 1,
    }
    assert settle() == 0


def test_a_run_that_moves_on_after_it_was_counted_leaves_that_place(client: Client) -> None:
    journey = Journey(client).walk_to(step(1))
    settle()
    journey.walk_to(step(4))

    assert counted(CountKind.PLACE) == {step(4): 1}
    settle()
    assert kept() == {(CountKind.BEGUN, ""): 1, (CountKind.PLACE, step(4)): 1}


def test_a_run_that_came_back_to_where_it_was_counted_changes_nothing(client: Client) -> None:
    Journey(client)
    settle()
    Consultation.objects.update(moved_from=step(0))

    assert counted(CountKind.PLACE) == {step(0): 1}
    settle()
    assert kept() == {(CountKind.BEGUN, ""): 1, (CountKind.PLACE, step(0)): 1}


def test_a_deleted_run_is_counted_as_it_goes(client: Client) -> None:
    journey = Journey(client).walk_to(step(2))

    client.post(f"/advies/{journey.token}/verwijderen/")

    assert kept() == {(CountKind.BEGUN, ""): 1, (CountKind.PLACE, step(2)): 1}


def test_a_run_that_comes_to_its_date_is_counted_as_it_goes_and_the_others_too(client: Client) -> None:
    Journey(client).walk_to(step(2))
    Consultation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    Journey(client).walk_to(step(3))

    call_command("purge")

    assert Consultation.objects.get().moved_from is None
    assert kept() == {(CountKind.BEGUN, ""): 2, (CountKind.PLACE, step(2)): 1, (CountKind.PLACE, step(3)): 1}


def test_more_runs_than_go_at_once_are_all_counted(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "AT_ONCE", 2)
    for _ in range(5):
        Journey(client)

    assert settle() == 5
    assert kept() == {(CountKind.BEGUN, ""): 5, (CountKind.PLACE, step(0)): 5}


def test_runs_of_before_are_in_the_counts_already(client: Client) -> None:
    """As they are after the migration: the table has them, and no run waits to be counted."""
    today = timezone.localdate()
    journey = Journey(client)
    Consultation.objects.update(moved_from=None)
    DayCount.objects.create(day=today, kind=CountKind.BEGUN, key="", number=8)
    DayCount.objects.create(day=today, kind=CountKind.PLACE, key=step(0), number=8)

    journey.answer_step()

    assert counted(CountKind.BEGUN) == {"": 8}
    assert counted(CountKind.PLACE) == {step(0): 7, step(1): 1}


@pytest.mark.parametrize(("days", "is_in"), [(4, False), (3, True), (0, True)])
def test_only_what_began_in_the_period_is_shown(client: Client, days: int, is_in: bool) -> None:
    for _ in range(5):
        Journey(client)
    Consultation.objects.update(begun_on=timezone.localdate() - timedelta(days=days))

    assert (shown().series[0].total.number == 5) is is_in


def test_the_upgrade_gives_each_run_its_day_here_and_changes_no_count(client: Client) -> None:
    journey = Journey(client).walk_to(step(2))
    settle()
    before = counted(CountKind.PLACE), counted(CountKind.BEGUN)
    late = datetime(2026, 6, 16, 22, 30, tzinfo=UTC)  # half past twelve at night here, where it is summer
    Consultation.objects.update(created_at=late)

    migration = import_module("dialoog.wizard.migrations.0003_moved_from")
    migration.fill_days(apps, SimpleNamespace(connection=connection))

    assert Consultation.objects.get().begun_on == date(2026, 6, 17)
    assert (counted(CountKind.PLACE), counted(CountKind.BEGUN)) == before
    assert client.get(journey.url).status_code == 200
