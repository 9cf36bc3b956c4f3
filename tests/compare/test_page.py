"""Reports side by side: from a report, from none, and what a link that is no good leads to."""

import pytest
from django.test import Client

from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen")


def test_a_variant_stands_beside_what_it_came_from(journey: Journey) -> None:
    begun = journey.client.post(f"/advies/{journey.token}/variant/")
    variant = Journey.__new__(Journey)
    variant.client, variant.url = journey.client, begun.url
    assert variant.step == "controle"
    variant.send({"thema": ["veiligheid"]}, "wijzig:thema")
    variant.finish(title="Lonen (variant)")

    page = journey.client.get(f"/advies/{variant.token}/vergelijken/")

    print(page.content.decode())
    assert [column.cover.title for column in page.context["columns"]] == ["Lonen", "Lonen (variant)"]
