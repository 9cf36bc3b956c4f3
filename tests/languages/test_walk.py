"""A visitor in another language than the source walks the same way, and can change over at any place."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def english() -> Iterator[None]:
    """For what resolves an address in the test itself; each request chooses its own."""
    with override("en"):
        yield


def switch_on(page: str) -> str:
    """Where the link to the other language leads."""
    (url,) = re.findall(r'<nav class="languages.*?href="([^"]+)"', page, re.DOTALL)
    return url.replace("&amp;", "&")


def test_from_the_start_page_to_the_report(client: Client, english: None) -> None:
    start = client.get("/en/").content.decode()
    assert '<html lang="en">' in start
    assert switch_on(start) == "/"

    journey = Journey(client, "/en/begin/")
    assert journey.url.startswith("/en/advice/")
    journey.finish(title="Wages")

    assert re.fullmatch(r"/en/advice/[^/]+/report/", journey.url)
    report = client.get(journey.url)
    assert report.status_code == 200
    assert '<html lang="en">' in report.content.decode()
    assert switch_on(report.content.decode()) == f"/advies/{journey.token}/rapport/"
