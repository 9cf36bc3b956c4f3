"""Every text of a report and of a step leads to its field, and visitors get nothing of that."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from dialoog.catalogue.document import chosen_in
from dialoog.content.models import Caution, Option, PartnerType, Step
from dialoog.content.releases.publishing import publish
from dialoog.editorial.frame.links import address
from dialoog.report.models import Rendering
from dialoog.report.renderings.slotted import SlottedPage
from tests.builders import real_document
from tests.editorial.staff import chief
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LINK = "Waar staan deze teksten?"


@pytest.fixture
def staff() -> Client:
    return chief()


def case(code: str) -> dict[str, Any]:
    return chosen_in(next(case for case in real_document()["reference_cases"] if case["code"] == code))


def entries(response: Any) -> list[Any]:
    assert response.status_code == 200
    return [entry for part in response.context["origins"] for entry in part.entries]


def programs(response: Any) -> set[str]:
    return {text for part in response.context["origins"] for text in part.programs}


def test_print(staff: Client) -> None:
    codes = [c["code"] for c in real_document()["reference_cases"]]
    everything = set()
    for code in codes[:3]:
        everything |= programs(staff.get(address("editorial:texts_preview_report", case(code))))
    for t in sorted(everything):
        print("R", t)
    steps = set()
    for step in Step.objects.all():
        r = staff.get(f"/beheer/teksten/voorbeeld/stap/{step.slug}/", {"antwoorden": address("editorial:preview_report", case(codes[0])).partition("=")[2]})
        print(step.slug, r.status_code)
        if r.status_code == 200:
            steps |= programs(r)
    for t in sorted(steps):
        print("S", t)
