"""A request has an id, and one that takes long is named by its route."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import resolve

from dialoog.logs import PrivateFormatter
from dialoog.monitoring import middleware
from dialoog.monitoring.middleware import RequestMiddleware

GIVEN = "van-de-proxy-0001"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    middleware.logger.addHandler(handler)
    yield stream
    middleware.logger.removeHandler(handler)


def id_after(given: str) -> str:
    return str(Client().get("/leeft/", headers={"X-Request-ID": given})["X-Request-ID"])


def test_a_visitor_does_not_choose_the_id() -> None:
    ids = {id_after(GIVEN) for _ in range(2)}

    assert len(ids) == 2
    assert GIVEN not in ids


@override_settings(DIALOOG_PROXY=True)
def test_a_trusted_proxy_does() -> None:
    assert id_after(GIVEN) == GIVEN


@override_settings(DIALOOG_PROXY=True)
@pytest.mark.parametrize("given", ["", "kort", "x" * 65, "naam van iemand", "regel\\neen", "<script>alert</script>"])
def test_what_is_no_id_is_not_taken_from_a_proxy_either(given: str) -> None:
    assert id_after(given) not in ("", given)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/bestaat-niet/", "/static/fonts/OFL.txt", "/beheer/", "/begin/"])
def test_every_response_has_one(path: str) -> None:
    response = Client().get(path)
    response.close()

    assert response["X-Request-ID"]


def answer_after(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the answer took that long, on an address with a token."""
    moments = iter([100.0, 100.0 + seconds])
    monkeypatch.setattr(middleware, "monotonic", lambda: next(moments))
    request = RequestFactory().get("/advies/geheimtoken/stap/doelen/")
    request.resolver_match = resolve(request.path)

    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    RequestMiddleware(view)(request)


def test_a_slow_request_is_named_by_its_route(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_after(1.25, monkeypatch)

    assert "slow request: wizard:step took 1.2 s, status 200" in log.getvalue()
    assert "geheimtoken" not in log.getvalue()


def test_a_quick_one_is_not(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_after(1.0, monkeypatch)

    assert log.getvalue() == ""
