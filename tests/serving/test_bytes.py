"""What a visitor downloads, as it goes over the wire: each answer with its headers, and a file once.

`pytest -n 0 -s tests/serving/test_bytes.py` prints the figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from django.core.management import call_command
from django.test import Client
from fontTools.ttLib import TTFont

from dialoog.settings import MANIFEST_STORAGE
from dialoog.wizard.around import texts
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FIRST_VISIT, STEP, REPORT = 60_000, 8_000, 40_000
"""Goals, in bytes."""
FONT = re.compile(r'font-style: (\w+)[^}]*src: *url\("([^"]+)"\)[^}]*unicode-range:([^;}]+)')
ITALICS = re.compile(r'<(?:em|i)>|class="[^"]*\bfill-in\b')
LINKED = re.compile(r'<(?:link|script|img)[^>]* (?:href|src)="(/static/[^"]+)"')
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
NOT_FOR_VISITORS = ["admin*", "print", "scripts", "*.ttf", "otp_webauthn*"]
"""Compressing these takes most of the time."""
AS_A_BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass
class Browser:
    """A client that counts what comes in, and never asks twice for what it may keep."""

    client: Client
    taken: int = 0
    files: dict[str, str] = field(default_factory=dict)
    """What they hold, by address."""

    def open(self, url: str) -> int:
        """Bytes of a page with all that it brings along."""
        before = self.taken
        response = self._ask(url)
        assert response["Content-Encoding"] == "gzip"
        page = Client().get(url).content.decode()
        for file in LINKED.findall(page):
            self._fetch(file)
            for font in fonts_for(self.files[file], file, page):
                self._fetch(font)
        return self.taken - before

    def send(self, journey: Journey) -> int:
        """Bytes of sending a step: the redirect, and the page that it leads to."""
        before = self.taken
        response = journey.answer_step()
        self.taken += size_of(response)
        self.open(journey.url)
        return self.taken - before

    def _fetch(self, file: str) -> None:
        if file not in self.files:
            assert "immutable" in self._ask(file)["Cache-Control"]
            self.files[file] = Client().get(file).getvalue().decode(errors="replace")

    def _ask(self, url: str) -> Any:
        response = self.client.get(url, headers=AS_A_BROWSER)
        assert response.status_code == 200, url
        self.taken += size_of(response)
        return response


def size_of(response: Any) -> int:
    head = sum(len(f"{name}: {value}\r\n") for name, value in response.items())
    return len("HTTP/1.1 200 OK\r\n\r\n") + head + len(response.getvalue())


def fonts_for(css: str, file: str, page: str) -> Iterator[str]:
    """Those that a browser fetches for its letters, whether each weight is used or not.

    Of two that have a letter the last counts.
    """
    faces = [(style, urljoin(file, url), characters(given)) for style, url, given in FONT.findall(css)]
    letters = set(re.sub(r"<[^>]*>", "", page))
    for at, (style, url, own) in enumerate(faces):
        if style == "italic" and not ITALICS.search(page):
            continue
        is_split = at + 1 < len(faces) and "-more" in url
        if letters & (own - faces[at + 1][2] if is_split else own):
            yield url


def characters(ranges: str) -> set[str]:
    return {chr(point) for a, b in RANGE.findall(ranges) for point in range(int(a, 16), int(b or a, 16) + 1)}


@pytest.fixture
def production(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Static files as a server has them: with a checksum in their name, and compressed."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": MANIFEST_STORAGE}}
    monkeypatch.setattr(texts, "_kept", {})
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=NOT_FOR_VISITORS)


def test_a_whole_journey_is_light(production: None, capsys: pytest.CaptureFixture[str]) -> None:
    client = Client()
    browser = Browser(client)
    first_visit = browser.open("/")
    journey = Journey(client)
    first_step = browser.open(journey.url)
    steps = []
    while journey.step != "controle":
        steps.append(browser.send(journey))
    report = browser.open(journey.finish(title="Lonen", organisation="Bedrijf").url)
    with capsys.disabled():
        print(f"\n{'bytes over the wire':<40}{'seen':>8}{'goal':>8}")
        for name, seen, goal in (
            ("first visit, with all files", first_visit, FIRST_VISIT),
            ("first step, with its files", first_step, ""),
            ("a next step, at most", max(steps), STEP),
            ("report, with its files", report, REPORT),
            ("the whole journey", browser.taken, ""),
        ):
            print(f"{name:<40}{seen:>8}{goal:>8}")

    assert first_visit <= FIRST_VISIT
    assert max(steps) <= STEP
    assert report <= REPORT


def test_our_own_pages_need_no_font_but_the_small_ones(production: None) -> None:
    client = Client()
    browser = Browser(client)
    browser.open("/")
    browser.open(Journey(client).finish().url)

    assert sum(file.endswith(".woff2") for file in browser.files) == 4
    assert not any("-more" in file for file in browser.files)


def test_a_font_has_what_its_range_promises() -> None:
    folder = Path(__file__).parents[2] / "static"
    found = FONT.findall((folder / "css" / "fonts.css").read_text())

    assert len(found) == 8
    for _style, url, ranges in found:
        with TTFont(folder / "css" / url) as font:
            own = {chr(point) for point in font.getBestCmap()}
        assert own <= characters(ranges), url
        assert "-more" in url or own == characters(ranges), url


def test_a_name_with_other_letters_gets_its_font() -> None:
    css = (Path(__file__).parents[2] / "static" / "css" / "fonts.css").read_text()
    needed = list(fonts_for(css, "/static/css/fonts.css", "<p>Łódź <em>Łódź</em></p>"))

    assert sum("-more" in url for url in needed) == 4
