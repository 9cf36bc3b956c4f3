"""How much memory a site takes and how soon it answers, as production starts it: `python -m benchmarks.memory`.

Memory is PSS, in which a page that several processes share counts once in all. It is that of everything that serves the
site: gunicorn, its workers and what makes PDFs. Linux alone tells it.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.web.servers import our_site
from benchmarks.web.visitor import Visitor
from tests.answers import ANSWERS

PAGES, PDFS = 1000, 50
AT_REST = 130
"""Goal in MB."""
LAST = "/controle/"
MADE = re.compile(r'action="([^"]*/pdf/[^"]*)"')


def main() -> None:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, our_site(Path(folder), started=report_start) as address:
        settle()
        report("in rust", AT_REST)
        visitor = finished(address)
        report_page = visitor.path
        for number in range(PAGES):
            visitor.get(("/", report_page, "/privacy/")[number % 3])
        report(f"na {PAGES} pagina's")
        for _number in range(PDFS // 2):
            make_pdfs(finished(address))
        report(f"na {PDFS} pdf's")
    print(f"(in {time.monotonic() - begun:.0f} s)", file=sys.stderr)


def settle() -> None:
    """What makes PDFs makes itself ready while the first pages go out."""
    before = 0.0
    while abs(total() - before) > 1:
        before = total()
        time.sleep(2)


def total() -> float:
    return sum(map(pss, descendants(os.getpid())))


def report_start(seconds: float) -> None:
    print(f"{'gestart, eerste pagina na':<28}{seconds:>8.1f} s")


def report(name: str, goal: int | None = None) -> None:
    megabytes = {pid: pss(pid) for pid in descendants(os.getpid())}
    parts = " + ".join(f"{size:.0f}" for size in sorted(megabytes.values(), reverse=True))
    line = f"{name:<28}{sum(megabytes.values()):>8.0f} MB  ({len(megabytes)} processen: {parts})"
    print(f"{line}  doel {goal}" if goal else line, flush=True)


def finished(address: str) -> Visitor:
    """Somebody who is at the report."""
    visitor = Visitor(address)
    visitor.get("/")
    visitor.post("/begin/", visitor.filled_in({}))
    while LAST not in visitor.path:
        visitor.post(visitor.path, visitor.filled_in(ANSWERS))
    visitor.post(visitor.path, visitor.filled_in({}))
    return visitor


def make_pdfs(visitor: Visitor) -> None:
    """Both of a run."""
    page, fields = visitor.page, visitor.filled_in({})
    for url in MADE.findall(page):
        visitor.post(url, fields)


def descendants(pid: int) -> Iterator[int]:
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield int(child)
        yield from descendants(int(child))


def pss(pid: int) -> float:
    """MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) / 1000


if __name__ == "__main__":
    main()
