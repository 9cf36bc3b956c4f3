"""The page with the documents, below the links of owner and readers."""

import pytest
from django.test import Client

from tests.journey import Journey

COVER = {"title": "Lonen", "organisation": "ACME & zonen", "contact": "Els", "region": "Kenia"}


@pytest.fixture
def journey(client: Client, db: None) -> Journey:
    return Journey(client).finish(**COVER)


def test_owner_and_reader_see_every_outline_filled_in(journey: Journey) -> None:
    for url in (f"/advies/{journey.token}/rapport/werkdocumenten/", f"{journey.shared}werkdocumenten/"):
        response = journey.client.get(url)
        page = response.content.decode()

        assert response.status_code == 200
        assert "ACME &amp; zonen" in page
        assert page.count("Bekijk het document") == 6
        assert "no-store" in response["Cache-Control"]
