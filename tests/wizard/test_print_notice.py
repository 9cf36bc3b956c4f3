"""Whoever types what the PDF cannot show is told, once, before the report is made."""

import pytest
from django.test import Client

from dialoog.wizard.run import COVER_FIELDS
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).walk_to("controle")


def check_page(journey: Journey) -> str:
    return journey.client.get(journey.at("controle")).content.decode()


@pytest.mark.parametrize("field", COVER_FIELDS)
def test_the_notice_is_at_the_field_and_leads_to_it(journey: Journey, field: str) -> None:
    journey.send({field: "Met 漢字 en 漢"}, "toon")

    page = check_page(journey)

    assert journey.step == "controle"
    assert (
        f'<p class="notice" id="id_controle-{field}-melding">In de pdf kunnen we deze tekens niet tonen: 漢, 字. '
        "Daar komt een vakje (□) te staan. Op het scherm staat je tekst er wel goed. Je kunt gewoon verder.</p>"
    ) in page
    assert f'<a href="#id_controle-{field}">' in page
    assert f'aria-describedby="id_controle-{field}-melding' in page
    assert "aria-invalid" not in page


def test_a_second_time_it_does_not_hold_up(journey: Journey) -> None:
    journey.send({"title": "漢"}, "toon")
    journey.send({"title": "漢"}, "toon")

    assert journey.url.endswith("/rapport/")


def test_what_was_told_after_a_draft_is_not_told_again(journey: Journey) -> None:
    journey.send({"title": "漢"}, "later")
    journey.url = journey.at("controle")
    journey.send({"title": "Nu zonder 漢?", "contact": ""}, "toon")

    assert journey.url.endswith("/rapport/")


def test_another_character_is_told_too(journey: Journey) -> None:
    journey.send({"title": "漢"}, "toon")
    journey.send({"title": "漢字"}, "toon")

    assert journey.step == "controle"


def test_an_error_is_told_first(journey: Journey) -> None:
    page = journey.refused({"title": "漢", "contact": "x" * 161}, "toon")

    assert "Maak deze tekst korter" in page.content.decode()


@pytest.mark.parametrize("text", ["বস্ত্র শিল্প", "شركة", "Nguyễn", "Україна", ""])
def test_what_the_pdf_shows_needs_no_notice(journey: Journey, text: str) -> None:
    journey.send({"title": text}, "toon")

    assert journey.url.endswith("/rapport/")


def test_a_long_list_is_cut_short(journey: Journey) -> None:
    journey.send({"title": "一七三上下不世中主久之九"}, "toon")

    assert "niet tonen: 一, 七, 三, 上, 下, 不, 世, 中, 主, 久 en nog 2. Daar komt" in check_page(journey)


def test_an_invisible_title_is_no_title(journey: Journey) -> None:
    journey.finish(title="\ufe0f")

    assert journey.client.get(journey.url).context["report"].cover.title != "\ufe0f"
