"""The knowledge base can be reached from where somebody may want to read more."""

import re

import pytest
from django.test import Client

from dialoog.wizard.models import StepAnswers
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


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("/kennis/doelen/toegang/", "/?doel=toegang"),
        ("/en/knowledge/goals/toegang/", "/en/?doel=toegang"),
        ("/kennis/voorbeelden/rajasthan_dialoog/", "/?doel=toegang"),
        ("/kennis/partners/lokale_vakbond/", "/"),
    ],
)
def test_each_page_leads_into_the_questions_with_its_goal(client: Client, page: str, start: str) -> None:
    assert f'<a class="button" href="{start}">' in client.get(page).content.decode()


def ticked(page: str) -> list[str]:
    return re.findall(r'<input[^>]*value="([^"]+)"[^>]* checked', page)


def test_the_goal_that_somebody_read_about_is_ticked_and_not_yet_saved(client: Client) -> None:
    start = client.get("/", {"doel": "toegang"}).content.decode()
    begun = client.post("/begin/", {"doel": "toegang"})

    assert start.count('<input type="hidden" name="doel" value="toegang">') == 2
    assert "al aangekruist" in start
    assert begun["Location"].endswith("/stap/doelen/?doel=toegang")
    assert ticked(client.get(begun["Location"]).content.decode()) == ["toegang"]
    assert not StepAnswers.objects.exists()


def test_what_was_ticked_beforehand_can_be_unticked(client: Client) -> None:
    url = client.post("/begin/", {"doel": "toegang"})["Location"]
    form = {"guide_wizard-current_step": "doelen"}
    answer = client.post(url, form)

    assert "doel=" not in answer["Location"]
    assert ticked(client.get(answer["Location"]).content.decode()) == []


def test_who_has_a_run_can_go_on_or_begin_anew_with_the_goal(client: Client) -> None:
    client.post("/begin/")
    page = client.get("/?doel=toegang").content.decode()

    assert "Ga verder met je antwoorden" in page
    assert 'name="doel" value="toegang"' in page


@pytest.mark.parametrize("goal", ["", "bestaat-niet", '"><script>', "lokale_vakbond", "\0"])
def test_a_goal_that_there_is_not_is_ignored(client: Client, goal: str) -> None:
    client.get("/", {"doel": "toegang"})

    assert 'name="doel"' not in client.get("/", {"doel": goal}).content.decode()
    begun = client.post("/begin/", {"doel": goal})
    assert begun["Location"].endswith("/stap/doelen/")
    assert ticked(client.get(begun["Location"], {"doel": goal}).content.decode()) == []


@pytest.mark.slow
def test_each_partner_of_a_report_leads_to_its_page(client: Client) -> None:
    page = client.get(Journey(client).finish().url).content.decode()

    assert '<a href="/kennis/partners/lokale_vakbond/">Lees meer over: Lokale vakbond</a>' in page
    assert client.get("/kennis/partners/lokale_vakbond/").status_code == 200
