"""Logs say what went wrong and where, and nothing about anybody."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from dialoog.logs import PrivateFormatter

SECRETS = ["geheimtoken", "Jansen", "deellink"]


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
def logger() -> logging.Logger:
    return logging.getLogger("dialoog.test")


@pytest.mark.parametrize(
    "message",
    [
        "Not Found: /advies/geheimtoken/stap/doelen/",
        "Not Found: /rapport/deellink/rapport.pdf",
        "Referer checking failed - https://dialoog.nl/advies/geheimtoken does not match any trusted origins.",
        "GET /begin/?naam=Jansen",
    ],
)
def test_links_lose_their_secret(log: io.StringIO, logger: logging.Logger, message: str) -> None:
    logger.warning("%s", message)

    assert log.getvalue()
    assert not any(secret in log.getvalue() for secret in SECRETS)


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
    "path", ["/fout/bug/?naam=Jansen", "/fout/locked/", "/advies/geheimtoken/", "/advies/bug/fout/"]
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
