"""Options of one question under short headings."""

import re

import pytest
from django.test import Client

from tests.builders import build_option
from tests.journey import Journey
from tests.wizard.content import PARTIES, build_parties, build_short_document, publish

pytestmark = pytest.mark.django_db


def parties_page(client: Client, *options: dict[str, object], place: str = "productieland") -> str:
    publish(build_short_document(parties=build_parties(*options)))
    journey = Journey(client)
    journey.send({"doelen": ["kennis"]})
    journey.send({"plaats": [place]})
    return client.get(journey.url).content.decode()


def outline(page: str) -> list[str]:
    """Headings, the word "of" and labels between the start and the end of the options, in the order of reading."""
    options = page.partition('<div class="options">')[2].partition("</fieldset>")[0]
    return re.findall(r"<(?:h[23] id|p class=\"or\"|label for)[^>]*>([^<]+)<", options)


def test_a_heading_stands_above_its_options_up_to_the_next(client: Client) -> None:
    assert outline(parties_page(client)) == [
        *("In het productieland", "Bond", "Buren"),
        *("Buiten het productieland", "Branche", "Adviseur"),
        *("of", "Geen"),
    ]


def test_a_heading_stays_where_the_option_that_has_it_is_not_on_offer(client: Client) -> None:
    page = parties_page(client, place="nederland")

    assert outline(page)[:3] == ["In het productieland", "Buren", "Buiten het productieland"]


def test_a_heading_without_options_is_left_out(client: Client) -> None:
    page = parties_page(client, PARTIES[0], *PARTIES[2:], place="nederland")

    assert outline(page) == ["Buiten het productieland", "Branche", "Adviseur", "of", "Geen"]


def test_every_heading_names_a_group_of_its_own(client: Client) -> None:
    page = parties_page(client)
    groups = re.findall(r'role="group" aria-labelledby="([^"]+)"', page)

    assert len(set(groups)) == 2
    assert [re.search(rf'<h2 id="{group}">([^<]+)<', page)[1] for group in groups] == [  # type: ignore[index]
        "In het productieland",
        "Buiten het productieland",
    ]


def test_what_goes_alone_is_in_no_group(client: Client) -> None:
    page = parties_page(client)

    assert page.index('<p class="or">') < page.index('value="geen"')
    assert "</div>" in page.partition('value="adviseur"')[2].partition('<p class="or">')[0]
    assert 'role="group"' not in page.partition('<p class="or">')[2]


def test_options_before_the_first_heading_stand_under_none(client: Client) -> None:
    page = parties_page(client, build_option("eerst"), *PARTIES[2:])

    assert outline(page)[:2] == ["Eerst", "Buiten het productieland"]


def test_a_question_without_headings_has_no_groups(client: Client) -> None:
    page = parties_page(client, build_option("bond"), build_option("geen", is_exclusive=True))

    assert outline(page) == ["Bond", "of", "Geen"]
    assert 'role="group"' not in page
