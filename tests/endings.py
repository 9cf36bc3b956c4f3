"""How a run ends, or what others may do with it: by what its owner does, or by its date."""

from django.utils import timezone

from dialoog.wizard.models import Consultation
from tests.journey import Journey


def delete(journey: Journey) -> None:
    journey.client.post(f"/advies/{journey.token}/verwijderen/")


def stop_sharing(journey: Journey) -> None:
    journey.client.post(f"/advies/{journey.token}/deellink/stop/")


def renew_link(journey: Journey) -> None:
    journey.client.post(f"/advies/{journey.token}/deellink/")


def pass_its_date(journey: Journey) -> None:
    Consultation.objects.owned_with(journey.token).update(expires_at=timezone.now())
