"""How a plan stands, as its report says to its owner and to readers, without another query."""

from datetime import date, timedelta
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.plan.planning import add, own_keys, plan_at, send, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

SHARED = "Dit advies is met je gedeeld. Je kunt het lezen en downloaden, niet wijzigen."
DAY = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen")


def reports(journey: Journey) -> tuple[str, str]:
    """Of the owner and of a reader."""
    return journey.client.get(journey.url).content.decode(), Client().get(journey.shared).content.decode()


def standing() -> tuple[int, date | None]:
    run = Consultation.objects.get()
    return run.plan_done, run.plan_next_on


def test_a_reader_is_told_that_it_is_shared_and_an_owner_is_not(journey: Journey) -> None:
    own, read = reports(journey)

    assert SHARED in read
    assert SHARED not in own
    token = journey.shared.split("/")[2]
    assert "This advice has been shared with you." in Client().get(f"/en/report/{token}/").content.decode()


def test_what_a_server_with_older_code_did_not_say_is_put_right_at_night(journey: Journey) -> None:
    send(journey, slugs()[0], done="ja")
    send(journey, slugs()[1], due_on=DAY.isoformat())
    right = standing()
    assert right == (1, DAY)
    Consultation.objects.update(plan_done=0, plan_next_on=None)

    call_command("purge", verbosity=0, stdout=StringIO())

    assert standing() == right


def test_a_plan_in_which_nothing_is_done_or_dated_has_nothing_to_say(journey: Journey) -> None:
    send(journey, slugs()[0], who="inkoop")

    assert not [page for page in reports(journey) if "De stand van het plan" in page]


def test_owner_and_readers_see_how_the_plan_stands_with_the_way_there(journey: Journey) -> None:
    first, second, *_rest = slugs()
    send(journey, first, done="ja")
    send(journey, second, due_on=DAY.isoformat())

    for page, url in zip(reports(journey), (plan_at(journey), f"{journey.shared}plan/"), strict=True):
        said = f"1 actie gedaan; de eerste datum is {date_format(DAY)}"
        assert f'De stand van het plan: <a href="{url}">{said}</a>' in page


def test_it_follows_every_change(journey: Journey) -> None:
    first, second, *_rest = slugs()
    add(journey, text="Koop taart", due_on=(DAY - timedelta(days=1)).isoformat())
    send(journey, first, due_on=DAY.isoformat())
    assert standing() == (0, DAY - timedelta(days=1))

    send(journey, own_keys()[0], done="ja")
    send(journey, second, done="ja")
    assert standing() == (2, DAY)
    assert "2 acties gedaan; de eerste" in reports(journey)[0]

    journey.client.post(f"{plan_at(journey)}actie/{own_keys()[0]}/verwijderen/")
    send(journey, first, done="ja")
    send(journey, second, done="nee")
    assert standing() == (1, None)
    assert "1 actie gedaan</a>" in reports(journey)[0]


def test_a_report_is_still_opened_with_one_query(journey: Journey, django_assert_num_queries: Any) -> None:
    send(journey, slugs()[0], done="ja", due_on=DAY.isoformat())
    reports(journey)

    for url in (journey.url, journey.shared):
        with django_assert_num_queries(1):
            Client().get(url)


def test_plans_from_before_say_it_too(journey: Journey) -> None:
    first, second, *_rest = slugs()
    send(journey, first, done="ja", due_on=DAY.isoformat())
    send(journey, second, due_on=(DAY + timedelta(days=1)).isoformat())
    expected = standing()
    Consultation.objects.update(plan_done=0, plan_next_on=None)

    import_module("dialoog.plan.migrations.0002_say_how_plans_stand").say_how_plans_stand(apps, None)

    assert standing() == expected == (1, DAY + timedelta(days=1))
