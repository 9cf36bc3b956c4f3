"""The page of the search: calm about every query, and silent about it in the logs."""

import io
import logging

import pytest
from django.test import Client

from dialoog.logs import PrivateFormatter
from tests.editorial.search.test_finding import ODD
from tests.editorial.staff import chief

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = "/beheer/zoeken/"


@pytest.fixture
def staff() -> Client:
    return chief()


@pytest.mark.parametrize("query", ["", "   ", *ODD, "woord " * 1667, "x" * 10_000, "<script>alert(1)</script>"])
def test_every_query_gets_a_page(staff: Client, query: str) -> None:
    response = staff.get(URL, {"q": query})
    text = response.content.decode()

    assert response.status_code == 200
    assert "<script>alert" not in text
    assert ("We zochten met de eerste 300 tekens." in text) == (len(query.strip()) > 300)


def test_what_was_found_is_marked_and_leads_to_its_field(staff: Client) -> None:
    text = staff.get(URL, {"q": "lokale vakbnd"}).content.decode()

    assert "/beheer/inhoud/partner_types/lokale_vakbond/#id_name" in text
    assert "<mark>Lokale</mark> <mark>vakbond</mark>" in text


def test_nothing_found_is_said(staff: Client) -> None:
    text = staff.get(URL, {"q": "xyzzyplugh"}).content.decode()

    assert "Niets gevonden." in text
    assert "maar in het programma" in text


def test_the_first_page_and_the_header_lead_to_it(staff: Client) -> None:
    text = staff.get("/beheer/").content.decode()

    assert text.count(f'href="{URL}"') >= 2


def test_a_query_is_not_logged(staff: Client) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    logging.getLogger().addHandler(handler)
    try:
        staff.post(f"{URL}?q=Jansen")
        staff.get("/beheer/teksten/advies/geheimtoken/?q=Jansen")
    finally:
        logging.getLogger().removeHandler(handler)

    assert URL in stream.getvalue()
    assert "/beheer/teksten/advies/…" in stream.getvalue()
    assert "Jansen" not in stream.getvalue()
    assert "geheimtoken" not in stream.getvalue()
