"""A finished report stays what it was, whatever becomes of the engine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dialoog.advice import storing
from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.reader import read_catalogue
from dialoog.report import keeping
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.plan import MomentActions
from dialoog.report.body.reasons import Reason
from dialoog.report.body.report import Report, build_report
from dialoog.report.models import KeptAdvice, Rendering
from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.report.test_report import COVER, partners_of

KEPT = Path(__file__).parent / "kept"
"""For each version of the form: the release, what was kept of a run on it, and what its report says."""


def says(report: Report) -> dict[str, Any]:
    """The words of a report that follow from its advice, whatever they look like on the page."""
    return {
        "answers": [[one.question, list(one.labels)] for step in report.answers for one in step.answers],
        "partners": [_partner(partner) for partner in partners_of(report)],
        "per_goal": [[advice.goal.name, [partner.name for partner in advice.best]] for advice in report.per_goal],
        "lines": {
            name: [[line.item.statement.text, [_reason(r) for r in line.reasons]] for line in lines]
            for name, lines in report.lines.items()
            if lines
        },
        "what_ifs": [
            [effect.option.label, [p.name for p in effect.first], [p.name for p in effect.comes_in]]
            for effect in report.what_ifs
        ],
    }


def _partner(partner: PartnerAdvice) -> list[Any]:
    reasons, later = ([_reason(r) for r in found] for found in (partner.reasons, partner.later))
    return [partner.place, partner.name, partner.tier.value, partner.is_known, reasons, later]


def _reason(reason: Reason) -> list[Any]:
    because = [[premise.question, list(premise.answers), premise.is_absence] for premise in reason.because]
    return [reason.text, reason.points, because]


def begins(report: Report) -> dict[str, Any]:
    """The words about a beginning, and about what is for later."""
    beginning, plan = report.beginning, report.plan
    openings = [opening.partner for opening in beginning.openings]
    return {
        "in_short": [[p.place, p.name, [mark.label for mark in p.marks]] for p in openings],
        "no_start": [] if openings else [beginning.no_start.title, beginning.no_start.text],
        "ways": [[way.statement.text, way.leads_to.name] for way in beginning.ways],
        "more_time": [partner.name for partner, _advice in beginning.more_time],
        "marks": [[p.name, [mark.label for mark in p.marks]] for p in partners_of(report)],
        "doubles": [p.name for p in report.ranked if any(reason.counts_double for reason in p.reasons)],
        "now": [*map(_action, plan.first), *_actions(*plan.in_view, *plan.folded)],
        "later": _actions(*plan.later),
    }


def _actions(*groups: MomentActions) -> list[Any]:
    return [_action(action) for group in groups for action in group.actions]


def _action(action: LineAdvice) -> list[Any]:
    return [action.item.moment.value, action.item.statement.text]


def kept_versions() -> Iterator[int]:
    return (int(path.stem) for path in sorted(KEPT.glob("*.json")))


def test_every_version_of_the_form_has_an_example() -> None:
    assert set(kept_versions()) == set(storing.READERS)


@pytest.mark.parametrize("version", list(kept_versions()))
def test_what_was_kept_in_a_version_says_what_it_said(version: int) -> None:
    example = json.loads((KEPT / f"{version}.json").read_text(encoding="utf-8"))
    catalogue = read_catalogue(example["release"])

    conclusion = storing.read(catalogue, version, example["kept"])

    report = build_report(catalogue, conclusion, COVER)
    assert says(report) == example["says"]
    assert begins(report) == example["begins"]


def nothing_is_concluded(*_arguments: Any) -> Conclusion:
    raise AssertionError("concluded anew")


@pytest.mark.django_db
@pytest.mark.database
def test_a_finished_report_is_read_and_not_concluded_anew(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    journey = Journey(client).finish()
    before = client.get(journey.url).context["report"]

    Rendering.objects.all().delete()
    monkeypatch.setattr(keeping.Conclusion, "of", nothing_is_concluded)

    page = client.get(journey.url)
    assert page.status_code == 200
    assert says(page.context["report"]) == says(before)


@pytest.mark.django_db
@pytest.mark.database
def test_a_run_is_finished_with_its_advice_or_not_at_all(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    journey = Journey(client).walk_to("controle")
    client.raise_request_exception = False
    monkeypatch.setattr(keeping.Conclusion, "of", nothing_is_concluded)

    journey.send({}, "toon")

    assert not Consultation.objects.filter(completed_at__isnull=False).exists()
    assert not KeptAdvice.objects.exists()


@pytest.mark.django_db
@pytest.mark.database
def test_a_run_that_older_code_finished_still_has_a_report(client: Client) -> None:
    journey = Journey(client).finish()
    before = says(client.get(journey.url).context["report"])

    KeptAdvice.objects.all().delete()
    Rendering.objects.all().delete()

    assert says(client.get(journey.url).context["report"]) == before


@pytest.mark.django_db
@pytest.mark.database
def test_the_advice_goes_when_its_owner_deletes_the_run(client: Client) -> None:
    journey = Journey(client).finish()

    client.post(f"/advies/{journey.token}/verwijderen/")

    assert not KeptAdvice.objects.exists()
