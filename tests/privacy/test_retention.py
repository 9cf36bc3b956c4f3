"""What has a date is there until the last moment before it, and gone at it: for who reads as for who purges."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from dialoog.editorial.models import Upload
from dialoog.insight.models import Remark
from dialoog.wizard.models import Consultation
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]

BEGIN = datetime(2026, 8, 20, 21, 59, 59, 500_000, tzinfo=UTC)
"""A second before midnight in Amsterdam, in summer: the date of a run comes in winter."""
TICK = timedelta(microseconds=1)

Clock = Callable[[datetime], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the clock, and it stands still."""

    def stop_at(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    stop_at(BEGIN)
    return stop_at


def purge() -> str:
    out = StringIO()
    call_command("purge", stdout=out)
    return out.getvalue()


def test_a_run_is_there_until_its_date(client: Client, at: Clock) -> None:
    journey = Journey(client).finish()
    shared, date = journey.shared, BEGIN + timedelta(days=settings.DIALOOG_RETENTION_DAYS)
    assert Consultation.objects.get().expires_at == date

    at(date - TICK)

    assert "0 adviestrajecten" in purge()
    assert client.get(journey.url).status_code == client.get(shared).status_code == 200


def test_at_its_date_a_run_is_gone_before_and_after_the_purge(client: Client, at: Clock) -> None:
    journey = Journey(client).finish()
    pages = [journey.url, journey.shared, f"/advies/{journey.token}/", f"/advies/{journey.token}/beheren/"]
    at(BEGIN + timedelta(days=settings.DIALOOG_RETENTION_DAYS))

    assert [client.get(page).status_code for page in pages] == [404] * 4
    assert "1 adviestrajecten" in purge()
    assert "0 adviestrajecten" in purge()
    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_a_purge_leaves_what_is_of_others(client: Client, at: Clock) -> None:
    Journey(client).finish()
    at(BEGIN + timedelta(days=1))
    young = Journey(Client()).finish()
    at(BEGIN + timedelta(days=settings.DIALOOG_RETENTION_DAYS))

    purge()
    purge()

    assert client.get(young.url).status_code == 200
    assert Consultation.objects.count() == 1


def test_a_remark_goes_a_year_after_its_day_in_amsterdam(at: Clock) -> None:
    """BEGIN is on 20 August there; 365 days later that is the 20th again, whose last moment is BEGIN plus a second."""
    Remark.objects.create(day=timezone.localdate(), is_useful=True, text="fijn")
    midnight = datetime(2027, 8, 19, 22, 0, tzinfo=UTC)

    at(midnight - TICK)
    assert "0 opmerkingen" in purge()
    assert Remark.objects.live().exists()

    at(midnight)
    assert not Remark.objects.live().exists()
    assert "1 opmerkingen" in purge()
    assert "0 opmerkingen" in purge()


def test_an_upload_waits_for_a_day(at: Clock) -> None:
    Upload.objects.create(document={}, author=User.objects.create(username="els"))

    at(BEGIN + timedelta(days=1) - TICK)
    purge()
    assert Upload.objects.waiting().exists()

    at(BEGIN + timedelta(days=1))
    assert not Upload.objects.waiting().exists()
    purge()
    purge()
    assert not Upload.objects.exists()


def test_a_session_of_staff_goes_after_its_last_hour(at: Clock) -> None:
    """Django ends a session at its date, but leaves the row."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session["naam"] = "Els"
    session.save()
    end = BEGIN + timedelta(seconds=settings.SESSION_COOKIE_AGE)

    at(end)
    purge()
    assert Session.objects.exists()

    at(end + TICK)
    purge()
    purge()
    assert not Session.objects.exists()
