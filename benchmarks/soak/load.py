"""A mixed load: whole journeys of visitors, each from an address of its own, and staff in between."""

import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from random import Random

from benchmarks.soak.site import Site
from benchmarks.web.visitor import Request, Visitor

AT_ONCE = 6
"""Visitors who together ask for as much as the site can give."""
PDF_EVERY, STAFF_EVERY = 5, 3
"""Journeys."""
MOST_STEPS = 30
WARM_UPS = 12
"""Of three processes, each gets its turn in nearly all cases."""
EDITIONS = ("advies", "dossier")


class Counted(Visitor):
    """A visitor whose requests are counted."""

    requests = 0

    def _send(self, request: Request) -> None:
        self.requests += 1
        super()._send(request)


class Load:
    """What was asked of a site, and what went wrong."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.journeys = self.requests = self.pdfs = 0
        self.errors: Counter[str] = Counter()
        self._numbers = count()
        self._lock = threading.Lock()

    def warm_up(self) -> None:
        """Every page of staff so often that each process has shown it once: that loads code and fills memories."""
        for number in range(WARM_UPS * len(self.site.staff_pages)):
            self._staff(self._visitor(number), number)

    def measure(self, seconds: float) -> tuple[float, float]:
        """Journeys and requests a second when each visitor begins as soon as the one before has ended."""
        begun = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for _ in range(AT_ONCE):
                pool.submit(self._again_and_again, begun + seconds)
        took = time.monotonic() - begun
        return self.journeys / took, self.requests / took

    def drive(self, rate: float, ended: threading.Event) -> None:
        """That many journeys a second until it has ended; returns when the last of them is done."""
        begun, slots = time.monotonic(), threading.BoundedSemaphore(4 * AT_ONCE)
        with ThreadPoolExecutor(4 * AT_ONCE) as pool:
            for number in count():
                if ended.wait(max(0.0, begun + number / rate - time.monotonic())):
                    return
                slots.acquire()  # a site that falls behind is not buried
                pool.submit(self.one).add_done_callback(lambda _done: slots.release())

    def _again_and_again(self, until: float) -> None:
        while time.monotonic() < until:
            self.one()

    def one(self) -> None:
        """A journey, and now and then something of staff."""
        number = next(self._numbers)
        walker = self._visitor(number)
        made = 0
        try:
            made = self._journey(walker, number)
            if number % STAFF_EVERY == 0:
                self._staff(walker, number // STAFF_EVERY)
        except Exception as error:
            with self._lock:
                self.errors[_told(error)] += 1
        with self._lock:
            self.journeys += 1
            self.requests += walker.requests
            self.pdfs += made

    def _visitor(self, number: int) -> Counted:
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        return Counted(self.site.address, headers=self.site.headers(address))

    def _journey(self, visitor: Counted, number: int) -> int:
        """Whether a PDF was made. From the start page to the report, what is around it, and the page of a reader."""
        random = Random(number)
        visitor.get("/")
        visitor.post("/begin/", visitor.filled_in({}))
        for step in range(MOST_STEPS):
            if visitor.path.endswith("/rapport/"):
                break
            if step == 2:
                here = visitor.path
                visitor.get(f"{_run_of(here)}later/")
                visitor.get(here)
            visitor.post(visitor.path, visitor.any_answer(random))
        report = visitor.path
        assert report.endswith("/rapport/"), "geen rapport"
        visitor.get(f"{_run_of(report)}beheren/")
        link = re.search(r"/rapport/[\w-]{20,}/", visitor.page)
        assert link, "geen link om te delen"
        visitor.get(link[0])
        if number % PDF_EVERY:
            return 0
        visitor.post(f"{link[0]}pdf/{EDITIONS[number // PDF_EVERY % 2]}/", visitor.filled_in({}))
        assert visitor.page.startswith("%PDF"), "geen pdf"
        return 1

    def _staff(self, visitor: Counted, number: int) -> None:
        visitor.cookies = dict(self.site.cookies)
        page = self.site.staff_pages[number % len(self.site.staff_pages)]
        visitor.get(page)
        assert visitor.path.partition("?")[0] == page.partition("?")[0], "staf is niet ingelogd"


def _run_of(path: str) -> str:
    """The beginning that all addresses of its run share."""
    return "/".join(path.split("/")[:3]) + "/"


def _told(error: Exception) -> str:
    """Without tokens."""
    return re.sub(r"[\w-]{20,}", "…", f"{type(error).__name__}: {error}")
