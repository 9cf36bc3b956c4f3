"""The page of a plan: what stands on it, who may change it, and what a form does."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from dialoog.plan.models import MOST_OWN, PlannedAction
from dialoog.report.consultations import build_consultation_report
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen")


def plan_at(journey: Journey) -> str:
    return f"/advies/{journey.token}/plan/"


def slugs() -> list[str]:
    """Of the actions of the report, in its order."""
    plan = build_consultation_report(Run.of(Consultation.objects.with_release().get())).plan
    rest = (action for part in (plan.in_view, plan.folded, plan.later) for moment in part for action in moment.actions)
    return [action.item.slug for action in (*plan.first, *rest)]


def page_of(journey: Journey) -> str:
    text: str = journey.client.get(plan_at(journey)).content.decode()
    return text


def send(journey: Journey, key: str, **values: str) -> Any:
    return journey.client.post(f"{plan_at(journey)}actie/{key}/", values)


def seen_of(page: str, key: str) -> str:
    """What the form of an action says that it shows."""
    found = re.search(rf'/actie/{key}/" novalidate>.*?name="seen" value="([^"]*)"', page, re.DOTALL)
    assert found
    return found[1]


def test_it_has_the_actions_of_the_report_in_its_order_with_a_way_back(journey: Journey) -> None:
    page, report = page_of(journey), journey.client.get(journey.url).content.decode()

    assert re.findall(r'<li class="plan-action" id="actie-([^"]+)"', page) == slugs()
    for slug in slugs():
        assert f'href="/advies/{journey.token}/rapport/#actie-{slug}"' in page
        assert report.count(f'id="actie-{slug}"') == 1
    assert f"0 van {len(slugs())} gedaan" in page
