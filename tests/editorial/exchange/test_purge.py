"""What is past its date goes, with everything that belongs to it, and nothing else does."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from dialoog.report.models import Rendering
from dialoog.wizard.models import Consultation, StepAnswers
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def purge() -> str:
    out = StringIO()
    call_command("purge", stdout=out)
    return out.getvalue()


def test_at_its_date_a_run_goes_with_answers_and_pdf(client: Client) -> None:
    Journey(client).finish()
    Rendering.objects.create(consultation=Consultation.objects.get(), edition="advies", content=b"%PDF")
    Consultation.objects.update(expires_at=timezone.now())

    assert purge() == "1 adviestrajecten verwijderd.\n0 opmerkingen verwijderd.\n"
    assert not StepAnswers.objects.exists()
    assert not Rendering.objects.exists()
    assert purge() == "0 adviestrajecten verwijderd.\n0 opmerkingen verwijderd.\n"


def test_before_its_date_a_run_stays(client: Client) -> None:
    Journey(client)
    Consultation.objects.update(expires_at=timezone.now() + timedelta(minutes=1))

    purge()

    assert Consultation.objects.exists()


def test_every_answer_moves_the_date_on(client: Client) -> None:
    journey = Journey(client)
    Consultation.objects.update(expires_at=timezone.now() + timedelta(minutes=1))

    journey.answer_step()

    assert Consultation.objects.get().expires_at > timezone.now() + timedelta(days=89)
