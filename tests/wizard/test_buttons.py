"""A button says where it leads."""

import re

import pytest
from django.test import Client

from tests.builders import real_catalogue
from tests.journey import Journey

pytestmark = pytest.mark.django_db


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


def names(journey: Journey) -> tuple[str, str]:
    """Of the buttons to go back and to go on."""
    page = journey.client.get(journey.url).content.decode()
    back = re.search(r'value="terug"><span aria-hidden="true">←</span> (.*?)</button>', page)
    onward = re.search(r'<button class="button" name="knop" value="\w+"[^>]*>(.*?)</button>', page)
    assert back
    assert onward
    return back[1], onward[1]


def test_the_first_step_goes_back_to_the_start_page(client: Client) -> None:
    journey = Journey(client)
    assert names(journey) == ("Terug naar de startpagina", "Volgende stap")

    journey.send({}, "terug")

    assert journey.url == "/"


def test_a_later_step_goes_back_a_step(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))

    assert names(journey) == ("Vorige stap", "Volgende stap")


def test_the_check_page_goes_back_a_step(client: Client) -> None:
    journey = Journey(client).walk_to("controle")

    assert names(journey) == ("Vorige stap", "Toon mijn advies")


@pytest.mark.parametrize("question", ["doelen", "sector"])
def test_a_change_leads_back_to_the_answers_either_way(client: Client, question: str) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({}, f"wijzig:{step_of(question)}")

    assert names(journey) == ("Terug naar je antwoorden", "Bewaar en terug naar je antwoorden")
    assert "Die stellen we eerst." in client.get(journey.url).content.decode()


def test_a_change_with_a_mistake_keeps_saying_where_it_leads(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({}, f"wijzig:{step_of('sector')}")

    journey.refused({"sector": []})

    assert names(journey) == ("Vorige stap", "Bewaar en terug naar je antwoorden")
    journey.send({"sector": []}, "terug")
    assert journey.step == step_of("fase")


def test_the_key_enter_does_what_the_button_says(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({}, f"wijzig:{step_of('sector')}")

    page = client.get(journey.url).content.decode()

    assert page.count('value="volgende"') == page.count("Bewaar en terug naar je antwoorden</button>") == 2
