"""What staff do to the content while a company is at it does not reach that company."""

from dataclasses import replace

import pytest
from django.test import Client

from dialoog.content.models import Caution, PartnerType, Rule, Tip
from dialoog.content.releases.publishing import publish
from dialoog.report.models import Rendering
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def report_of(journey: Journey) -> str:
    """Read anew, but for its cover, which has a code and a date of its own."""
    Rendering.objects.all().delete()
    return repr(replace(journey.client.get(journey.url).context["report"], cover=None))


def test_a_run_and_its_report_outlive_what_staff_change_and_delete(client: Client) -> None:
    finished = Journey(client).finish(title="Lonen")
    before = report_of(finished)
    under_way = Journey(Client()).walk_to("thema")

    PartnerType.objects.update(name="Iets anders")
    Rule.objects.all().delete()
    Caution.objects.all().delete()
    Tip.objects.all().delete()
    publish()
    under_way.finish(title="Lonen")

    assert report_of(finished) == report_of(under_way) == before
