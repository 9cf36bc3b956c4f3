"""What fifty people who ask for a PDF at the same moment do to who is at the questions: `pdf_flood PORT`.

A site must be running there, with the settings of this process, so that the reports can be made beforehand. Prints how
long a step of the questions takes, quiet and meanwhile, and how long the PDFs took in coming.
"""

import os
import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

READERS = 50
STEPS = 100
"""Steps that are timed while it is quiet."""
PATIENCE = 600
"""Seconds for all PDFs."""
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DOELEN = {"doelen-doelen": "toegang", "knop": "volgende"}


def main(port: int, readers: int = READERS) -> None:
    site = f"http://127.0.0.1:{port}"
    tokens = finished_runs(readers)
    visitor, people = Visitor(site), [Reader(site, token) for token in tokens]
    visitor.begin()
    quiet = [visitor.step() for _ in range(STEPS)]
    report("rustig", quiet)
    with ThreadPoolExecutor(readers) as pool:
        started = time.monotonic()
        asked = [pool.submit(person.get_pdf, started) for person in people]
        busy = list(meanwhile(visitor, asked))
    report(f"bij {readers} pdf's", busy)
    print(f"p95 bij {readers} pdf's: {late(busy) / late(quiet):.2f} x rustig")
    came = sorted(one.result() for one in asked)
    print(
        f"pdf's: de eerste na {came[0]:.1f} s, de helft na {came[len(came) // 2]:.1f} s, de laatste na {came[-1]:.1f} s"
    )


def meanwhile(visitor: "Visitor", asked: list) -> Iterator[float]:
    while not all(one.done() for one in asked):
        yield visitor.step()


def late(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]


def report(name: str, seconds: list[float]) -> None:
    middle = sorted(seconds)[len(seconds) // 2]
    print(f"stap, {name:14} p50 {1000 * middle:5.0f} ms   p95 {1000 * late(seconds):5.0f} ms   ({len(seconds)} keer)")


def finished_runs(count: int) -> list[str]:
    """Tokens of their owners."""
    import django

    django.setup()
    from django.test import Client

    from tests.journey import Journey

    return [Journey(Client(SERVER_NAME="localhost")).finish(title="Druk").token for _ in range(count)]


class Visitor:
    """With cookies of its own, like a browser."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.url = self.csrf = ""

    def open(self, url: str, data: dict[str, str] | None = None):
        sent = urlencode({**data, "csrfmiddlewaretoken": self.csrf}).encode() if data is not None else None
        answer = self.opener.open(self.site + url.removeprefix(self.site), sent, timeout=PATIENCE)
        page = answer.read()
        if found := CSRF.search(page.decode(errors="replace")):
            self.csrf = found[1]
        return answer

    def begin(self) -> None:
        self.open("/")
        self.url = self.open("/begin/", {}).url

    def step(self) -> float:
        """Seconds for sending the answers of the first step and getting the page of the second."""
        slug = self.url.rstrip("/").rpartition("/")[2]
        start = time.perf_counter()
        answer = self.open(self.url, {"guide_wizard-current_step": slug, **DOELEN})
        assert answer.url != self.url, "the answers were refused"
        return time.perf_counter() - start


class Reader(Visitor):
    def __init__(self, site: str, token: str) -> None:
        super().__init__(site)
        self.report = f"/advies/{token}/rapport/"
        self.open(self.report)

    def get_pdf(self, started: float) -> float:
        """Seconds until it is there, for somebody whose browser follows what the page says."""
        answer = self.asked(f"{self.report}pdf/advies/", {})
        while (refresh := answer.headers.get("Refresh")) and time.monotonic() - started < PATIENCE:
            seconds, _, url = refresh.partition("; url=")
            time.sleep(float(seconds))
            answer = self.asked(url, None)
        assert answer.headers["Content-Type"] == "application/pdf", answer.status
        return time.monotonic() - started

    def asked(self, url: str, data: dict[str, str] | None):
        try:
            return self.open(url, data)
        except HTTPError as page:
            return page


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
