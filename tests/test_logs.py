"""Logs say what went wrong and where, and nothing about anybody."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.management import call_command
from django.test import Client, override_settings

from dialoog.logs import JsonFormatter, PrivateFormatter, redact, request_id

SECRETS = ["geheimtoken", "Jansen", "deellink"]
TOKEN = "abcDEF-_0123456789abcdefGHIJKLMN"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, as it is written."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def json_log() -> Iterator[io.StringIO]:
    """The same, written for what collects logs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def logger() -> logging.Logger:
    return logging.getLogger("dialoog.test")


@pytest.mark.parametrize(
    "message",
    [
        "Not Found: /advies/geheimtoken/stap/doelen/",
        "Not Found: /rapport/deellink/rapport.pdf",
        "Referer checking failed - https://dialoog.nl/advies/geheimtoken does not match any trusted origins.",
        "Not Found: /Uitnodiging/geheimtoken/",
        "GET /begin/?naam=Jansen",
        "GET /begin/%3Fnaam=Jansen",
        "Not Found: /RAPPORT/deellink/",
        "Not Found: /Advies/geheimtoken",
        "Not Found: //advies//geheimtoken//stap/",
        "Not Found: /x/rapport/deellink/",
        "GET /rapport%2Fdeellink HTTP/1.1",
        "GET %2fRapport%2fdeellink%2f HTTP/1.1",
        "GET /advies%252Fgeheimtoken%252Fstap HTTP/1.1",
        "GET /%61dvies/geheimtoken/ HTTP/1.1",
        "GET /%2541DVIE%53/geheimtoken/ HTTP/1.1",
        "GET \\\\advies\\geheimtoken HTTP/1.1",
        "Invalid request from ip=Jansen: GET /advies/geheimtoken/ HTTP/9",
    ],
)
def test_links_lose_their_secret(log: io.StringIO, logger: logging.Logger, message: str) -> None:
    logger.warning("%s", message)

    assert log.getvalue()
    assert not any(secret in log.getvalue() for secret in SECRETS)


@pytest.mark.parametrize(
    "text", [TOKEN, f"/advies/./{TOKEN}/", f"/elders/{TOKEN}", f"token={TOKEN};", f"/advies/%2e/{TOKEN}"]
)
def test_what_looks_like_a_token_is_not_written_wherever_it_stands(text: str) -> None:
    assert TOKEN not in redact(text)


@pytest.mark.django_db
def test_nor_is_the_token_of_a_new_password() -> None:
    token = default_token_generator.make_token(User(pk=1, password="x"))

    assert token not in redact(f"GET /beheer/reset/MQ/{token}/ HTTP/1.1")


@pytest.mark.parametrize(
    "text", ["/advies/", "/adviesbureau/x", "/gezond/", "9100 regels", f"{TOKEN}{TOKEN}", "/x%2Fy"]
)
def test_what_holds_no_secret_stays_as_it_is(text: str) -> None:
    assert redact(text) == text


def test_a_line_of_json_says_the_same_and_no_more(json_log: io.StringIO, logger: logging.Logger) -> None:
    try:
        int("Jansen")
    except ValueError as error:
        logger.exception("failed: %s\n/advies/geheimtoken/", error, extra={"route": "wizard:step", "secret": "Jansen"})

    (line,) = json_log.getvalue().splitlines()
    written = json.loads(line)
    assert written["level"] == "ERROR"
    assert written["logger"] == "dialoog.test"
    assert written["message"] == "failed: ValueError\n/advies/…/"
    assert written["route"] == "wizard:step"
    assert written["time"].endswith("+00:00")
    assert written["exception"][0] == "builtins.ValueError"
    assert not any(secret in line for secret in SECRETS)


@pytest.mark.django_db
@override_settings(DIALOOG_PROXY=True)
def test_every_line_of_a_request_carries_its_id(log: io.StringIO, json_log: io.StringIO) -> None:
    """Also one of 32 characters, as a proxy makes them, which looks like a token."""
    given = "0123456789abcdef" * 2

    Client().get("/bestaat-niet/", headers={"X-Request-ID": given})

    assert f"[{given}] django.request: Not Found: /bestaat-niet/" in log.getvalue()
    assert json.loads(json_log.getvalue())["request_id"] == given
    assert request_id.get() == "-"


def test_an_exception_keeps_its_type_and_place_and_loses_its_message(log: io.StringIO, logger: logging.Logger) -> None:
    try:
        try:
            int("Jansen")
        except ValueError as error:
            raise RuntimeError("van Jansen") from error
    except RuntimeError as error:
        logger.exception("failed: %s", error)

    written = log.getvalue()
    assert "builtins.ValueError" in written
    assert "builtins.RuntimeError" in written
    assert "in test_an_exception_keeps" in written
    assert "Jansen" not in written


def test_other_handlers_keep_the_whole_record(log: io.StringIO, logger: logging.Logger, caplog: Any) -> None:
    logger.warning("failed: %s", ValueError("Jansen"))

    assert "Jansen" in caplog.text
    assert "Jansen" not in log.getvalue()


@pytest.mark.django_db
@pytest.mark.urls("tests.trouble_urls")
@pytest.mark.parametrize(
    "path",
    ["/fout/bug/?naam=Jansen", "/fout/locked/", "/advies/geheimtoken/", "/advies/bug/fout/", "/%3Fvan=Piet%20Jansen"],
)
def test_a_request_that_fails_leaves_nothing_personal(log: io.StringIO, path: str) -> None:
    Client(raise_request_exception=False).post(path, {"organisatie": "Jansen"})

    assert log.getvalue()
    assert not any(secret in log.getvalue() for secret in SECRETS)


@pytest.mark.django_db
@pytest.mark.urls("tests.trouble_urls")
def test_a_fault_can_be_found(log: io.StringIO) -> None:
    Client(raise_request_exception=False).get("/fout/bug/")

    assert "ValueError" in log.getvalue()
    assert "trouble_urls.py" in log.getvalue()


def test_nothing_writes_around_the_formatter() -> None:
    """Django's own handlers would write the message of an exception, or mail it."""
    call_command("check")
    handlers = [handler for name in logging.root.manager.loggerDict for handler in logging.getLogger(name).handlers]
    names = {type(handler).__name__ for handler in handlers}

    assert "AdminEmailHandler" not in names
    assert "StreamHandler" not in names
