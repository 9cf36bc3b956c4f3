"""The search through the log of the browser tests finds what it is there for."""

import logging
from pathlib import Path

import pytest
from django.test import Client

from tests.browser.log_search import leaks, searched
from tests.journey import Journey

pytestmark = pytest.mark.django_db

TOKEN = "abcDEF-_0123456789abcdefGHIJKLMN"
LINE = "2026-01-01 12:00:00,000 WARNING [0123456789abcdef0123456789abcdef] django.request: Not Found: "


@pytest.mark.parametrize(
    "told",
    [f"/elders/{TOKEN}/", "van Jansen BV", "/zoeken/?q=jansen%20bv jansen bv", "kleding_textiel", "eva: geheim!"],
)
def test_a_line_that_tells_of_somebody_is_found(told: str) -> None:
    assert leaks(f"{LINE}/\n{LINE}{told}\n", {"Jansen BV", "kleding_textiel", "geheim!"}) == [LINE + told]


@pytest.mark.parametrize(
    "told", ["/advies/…/stap/thema/", "/bestaat-niet/", "kleding_textielen", "ja", "/beheer/content/rule/1/change/"]
)
def test_a_line_that_does_not_is_not(told: str) -> None:
    assert leaks(LINE + told, {"thema", "kleding_textiel", "ja", "content", "change"}) == []


def walk(client: Client) -> None:
    """With a title, and an answer and a link that lead to a line in the log."""
    journey = Journey(client).finish(title="Jansen en zonen")
    client.get(f"/advies/{journey.token}/bestaat-niet/?titel=Jansen en zonen")


@pytest.mark.slow
def test_what_is_sent_is_looked_for(client: Client, tmp_path: Path) -> None:
    with searched(tmp_path / "log") as sent:
        walk(client)

    assert {"Jansen en zonen", "kleding_textiel"} <= sent
    assert "Not Found" in (tmp_path / "log").read_text()


def tell(log: Path, client: Client, words: str = "") -> None:
    with searched(log):
        walk(client)
        logging.getLogger("dialoog").warning(words)


@pytest.mark.slow
def test_a_log_with_a_token_fails(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when what is written no longer loses its links."""
    monkeypatch.setattr("dialoog.logs.redact", lambda text: text)

    with pytest.raises(AssertionError, match="the log tells of somebody"):
        tell(tmp_path / "log", client)


@pytest.mark.slow
def test_a_log_with_a_word_fails(client: Client, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="made for Jansen"):
        tell(tmp_path / "log", client, "made for Jansen en zonen")
