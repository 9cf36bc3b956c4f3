"""Pages of visitors travel compressed; pages of staff, and what is short or compressed already, go out as they are."""

import gzip
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from dialoog.serving.compressing import CompressingMiddleware

PAGE = "<p>Een stap in het Nederlands: één vraag.</p>" * 50


def answered(path: str, response: HttpResponse, coding: str = "gzip, deflate, br") -> Any:
    request = RequestFactory().get(path, headers={"Accept-Encoding": coding})
    return CompressingMiddleware(lambda _request: response)(request)


def test_a_page_of_a_visitor_travels_compressed() -> None:
    response = answered("/advies/token/stap/doelen/", HttpResponse(PAGE, headers={"Content-Length": "99"}))

    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert int(response["Content-Length"]) == len(response.content) < len(PAGE) / 3
    assert gzip.decompress(response.content).decode() == PAGE


@pytest.mark.parametrize("coding", ["", "br", "gzip;q=0"])
def test_who_takes_no_gzip_gets_the_page_and_a_cache_knows(coding: str) -> None:
    response = answered("/privacy/", HttpResponse(PAGE), coding)

    assert response.content.decode() == PAGE
    assert "Content-Encoding" not in response
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize(
    ("path", "response"),
    [
        ("/beheer/zoeken/?q=geheim", HttpResponse(PAGE)),
        ("/advies/token/rapport/", HttpResponse(PAGE, headers={"Content-Encoding": "gzip"})),
        ("/advies/token/rapport/advies.pdf", HttpResponse(PAGE, content_type="application/pdf")),
        ("/leeft/", HttpResponse("ok")),
    ],
)
def test_what_stays_as_it_is(path: str, response: HttpResponse) -> None:
    assert answered(path, response).content == response.content
    assert response.content.decode() in (PAGE, "ok")


@pytest.mark.django_db
def test_the_site_compresses_a_page_that_is_no_kept_one() -> None:
    response = Client().get("/bestaat-niet/", headers={"Accept-Encoding": "gzip"})

    assert response.status_code == 404
    assert "</html>" in gzip.decompress(response.content).decode()
