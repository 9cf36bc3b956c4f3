"""The pictures of the README: somebody walks through the site and somebody edits it. `make pictures` runs this."""

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image  # comes with WeasyPrint
from playwright.sync_api import Page, sync_playwright

from dialoog.content.models import Caution, Rule
from tests import chromium
from tests.browser.editor import Editor, make_account
from tests.browser.visitor import Visitor

WIDTH = 1180
"""Of the window, in CSS pixels."""
HEIGHTS = {"start": 905, "stap": 950, "rapport": 1070, "publiceren": 1410}
"""So much of each page that a picture ends where a reader has seen what it is about."""
SHARPNESS = 1.5
"""Pixels of a picture to a CSS pixel; enough for a README on a sharp screen, where it is narrower than a window."""
PATIENCE = 30
"""Seconds until the server must answer."""

TITLE = "Vakbondsvrijheid bij onze leverancier in India"
ANSWERS = {
    "thema": ["vakbondsvrijheid"],
    "tijdlijn": ["krap"],
    "bekende_partijen": ["lokale_vakbond"],
    "samenwerking": ["loopt_goed"],
}
"""Little time, and somebody who is known: the advice says with whom to begin, and whom to leave for later."""


@dataclass
class Photographer:
    page: Page
    folder: Path

    def take(self, name: str) -> None:
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
        self.page.evaluate("scrollTo(0, 0)")
        file = self.folder / f"{name}.png"
        file.write_bytes(small(self.page.screenshot()))
        print(f"{file} ({file.stat().st_size // 1024} kB)")


def take_pictures(folder: Path) -> None:
    """Of a site that has its content and nothing else. The four in `folder` are renewed."""
    make_account("eva", "Eindredacteur")
    change_the_draft()
    with server() as site, browser() as page:
        photographer = Photographer(page, folder)
        visit(page, site, photographer)
        edit(page, site, photographer)


def change_the_draft() -> None:
    """A word and a weight: a text that reads better, and a rule that goes against what an expert said."""
    caution = Caution.objects.get(slug="capaciteit")
    caution.text = caution.text.replace("Vraag wat", "Vraag eerst wat")
    caution.save()
    Rule.objects.get(code="K01").partners.update(weight=5)


def visit(page: Page, site: str, photographer: Photographer) -> None:
    page.goto(site)
    photographer.take("start")
    visitor = Visitor(page, site).begin().walk_to("fase", **ANSWERS)
    visitor.choose_all(**ANSWERS)
    photographer.take("stap")
    visitor.walk_to("controle", **ANSWERS)
    page.get_by_label("Titel van het rapport").fill(TITLE)
    visitor.press("Toon mijn advies")
    photographer.take("rapport")


def edit(page: Page, site: str, photographer: Photographer) -> None:
    editor = Editor(page, site).log_in("eva")
    editor.go_to_task("Publiceren")
    editor.says("De sprekendste voorbeelden")
    photographer.take("publiceren")


def small(picture: bytes) -> bytes:
    """In 256 colours, which takes less than half of the bytes; averaging them keeps the plain background as it is."""
    written = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(256, kmeans=3, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


@contextmanager
def server() -> Iterator[str]:
    """The site as it runs for real, at an address that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    process = subprocess.Popen([sys.executable, "-m", "gunicorn"], env={**os.environ, "PORT": str(port)})
    try:
        wait_for(f"{site}/gezond/", process)
        yield site
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 10):
        try:
            urlopen(address).close()
        except URLError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")


@contextmanager
def browser() -> Iterator[Page]:
    """The system's Chromium, as the tests start it."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(**chromium.LAUNCH)
        page = launched.new_page(
            viewport={"width": WIDTH, "height": HEIGHTS["start"]},
            device_scale_factor=SHARPNESS,
            locale="nl-NL",
            color_scheme="light",
            reduced_motion="reduce",
        )
        yield page
        launched.close()
