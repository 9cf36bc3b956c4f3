"""Working with the plan of a run, as its page does."""

import re
from collections.abc import Iterable
from typing import Any

from dialoog.catalogue.vocabulary import Moment
from dialoog.plan.models import PlannedAction
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.plan import MomentActions
from dialoog.report.consultations import build_consultation_report
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.journey import Journey


def plan_at(journey: Journey) -> str:
    return f"/advies/{journey.token}/plan/"


def slugs() -> list[str]:
    """Of the actions of the report, in the order of the plan."""
    return [action.item.slug for part in parts_of_report() for action in part]


def parts_of_report() -> list[list[LineAdvice]]:
    """What to do first, what then, and what with more time; each by phase, and then in the order of the report."""
    plan = build_consultation_report(Run.of(Consultation.objects.with_release().get())).plan
    parts = [list(plan.first), _flat(plan.in_view, plan.folded), _flat(plan.later)]
    return [sorted(part, key=lambda action: list(Moment).index(action.item.moment)) for part in parts]


def _flat(*parts: Iterable[MomentActions]) -> list[LineAdvice]:
    return [action for part in parts for moment in part for action in moment.actions]


def page_of(journey: Journey) -> str:
    text: str = journey.client.get(plan_at(journey)).content.decode()
    return text


def send(journey: Journey, key: str, **values: str) -> Any:
    return journey.client.post(f"{plan_at(journey)}actie/{key}/", values)


def seen_of(page: str, key: str) -> str:
    """What the form of an action says that it shows."""
    found = re.search(rf'/actie/{key}/"[^>]* novalidate>.*?name="seen" value="([^"]*)"', page, re.DOTALL)
    assert found
    return found[1]


def add(journey: Journey, **values: str) -> Any:
    return journey.client.post(f"{plan_at(journey)}eigen/", values)


def own_keys() -> list[str]:
    return [row.key for row in PlannedAction.objects.order_by("pk") if row.is_own]


def shown(page: str) -> list[tuple[str, str]]:
    """Key of each action with its part of the page, in order."""
    parts = re.split(r'<li class="plan-action[^"]*" id="actie-([^"]+)"', page)
    return list(zip(parts[1::2], parts[2::2], strict=True))
