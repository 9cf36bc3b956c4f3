"""The knowledge base can be reached from where somebody may want to read more."""

import pytest
from django.test import Client

from tests.journey import Journey

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("page", "index"), [("/", "/kennis/"), ("/en/", "/en/knowledge/")])
def test_the_start_page_and_the_foot_of_each_page_lead_to_it(client: Client, page: str, index: str) -> None:
    assert client.get(page).content.decode().count(f'href="{index}"') == 2


def test_the_step_about_goals_leads_to_the_goals(client: Client) -> None:
    journey = Journey(client)
    first = client.get(journey.url).content.decode()
    journey.answer_step()
    while journey.step == "hoofddoel":
        journey.answer_step()
    later = client.get(journey.url).content.decode()

    assert '<a href="/kennis/#goal" target="_blank">' in first
    assert "/kennis/#goal" not in later


@pytest.mark.slow
def test_each_partner_of_a_report_leads_to_its_page(client: Client) -> None:
    page = client.get(Journey(client).finish().url).content.decode()

    assert '<a href="/kennis/partners/lokale_vakbond/">Lees meer over: Lokale vakbond</a>' in page
    assert client.get("/kennis/partners/lokale_vakbond/").status_code == 200
