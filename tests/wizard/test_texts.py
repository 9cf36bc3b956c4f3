"""What the pages about the site promise: both links and what each opens, and the parts that a statement must have."""

import pytest
from django.test import Client

from dialoog.content.admin.reading_level.level import read
from tests.builders import real_catalogue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/privacy/"])
def test_both_links_are_named_with_what_they_open(client: Client, address: str) -> None:
    page = client.get(address).content.decode()

    assert "privélink" in page
    assert "link om te delen" in page
    for may in ("wijzigen", "verwijderen", "lezen en downloaden"):
        assert may in page


def test_the_accessibility_statement_has_its_parts(client: Client) -> None:
    page = client.get("/toegankelijkheid/").content.decode()

    assert "<h1>Toegankelijkheidsverklaring</h1>" in page
    for part in (
        "eerste maatregelen genomen",
        "EN 301 549",
        "WCAG 2.2",
        "Datum van deze verklaring: ",
        "Laatste wijziging: ",
        "veraPDF",
        "PDF/UA-1",
        "PDF/A-2a",
        "deskundige van buiten",
        "Wat voldoet niet?",
        "communicatie@ser.nl",
        "Nationale ombudsman",
        "College voor de Rechten van de Mens",
    ):
        assert part in page


@pytest.mark.parametrize("slug", ["start_privacy", "cover_intro", "privacy", "accessibility"])
def test_they_read_easily(slug: str) -> None:
    assert not read(real_catalogue().page_text(slug).text).is_above_b1
