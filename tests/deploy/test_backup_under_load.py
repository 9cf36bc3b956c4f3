"""A backup taken while visitors finish reports and make PDFs holds all that was finished, word for word."""

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deploy.backup import back_up
from deploy.restore import restore
from tests.deploy.databases import OwnDatabase, empty, filled
from tests.deploy.writers import Writer
from tests.together import meanwhile
from tests.worker.site import PATIENCE, Site

pytestmark = [pytest.mark.slow, pytest.mark.database, pytest.mark.pdf, pytest.mark.django_db(transaction=True)]

NOW = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)
WRITERS = 2
OF_A_VISIT = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|127\.0\.0\.1(?::|%3A)\d+')


@dataclass
class Written:
    """What visitors got from the site: reports that are finished, and PDFs by report."""

    reports: list[str] = field(default_factory=list)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    errors: list[Exception] = field(default_factory=list)
    steps: int = 0
    """Answered so far, of all."""

    def write(self, address: str, seed: int) -> None:
        writer = Counted(address, seed, self)
        try:
            report = writer.finish(f"Keten {seed}.")
            self.reports.append(report)
            if seed % 2 == 0:
                self.pdfs[report] = writer.pdf(report, "dossier")
        except Exception as error:
            self.errors.append(error)


class Counted(Writer):
    def __init__(self, address: str, seed: int, written: Written) -> None:
        super().__init__(address, seed)
        self.written = written

    def answer(self, title: str) -> None:
        super().answer(title)
        self.written.steps += 1


@contextmanager
def writing(address: str) -> Iterator[Written]:
    written = Written()
    with meanwhile(partial(written.write, address), WRITERS):
        yield written
    assert written.errors == []


@contextmanager
def served(folder: Path, database: OwnDatabase) -> Iterator[Site]:
    """With a key of its own: what takes over after a disaster may not have the one of before."""
    folder.mkdir()
    site = Site(folder)
    try:
        yield site.start(DATABASE_URL=database.url, DIALOOG_SECRET_KEY=secrets.token_urlsafe(50)).await_start()
    finally:
        if site.process is not None and site.process.poll() is None:
            site.kill_all()


def address_of(site: Site) -> str:
    return f"http://127.0.0.1:{site.port}"


def backup_under_load(site: Site, database: OwnDatabase, folder: Path) -> tuple[Written, Path, list[str], list[str]]:
    """Of several the last, during which something was written; and which reports and PDFs were there when it began."""
    with writing(address_of(site)) as written:
        until_some(written, reports=2 * WRITERS, pdfs=1)
        end = time.monotonic() + 2 * PATIENCE
        for number in count():
            reports, pdfs, steps = list(written.reports), list(written.pdfs), written.steps
            backup = back_up(database.settings, folder, NOW + timedelta(seconds=number))
            if written.steps > steps:
                return written, backup, reports, pdfs
            assert time.monotonic() < end, "nothing was written during any backup"
    raise AssertionError("unreachable")


def until_some(written: Written, reports: int, pdfs: int) -> None:
    end = time.monotonic() + 2 * PATIENCE
    while len(written.reports) < reports or len(written.pdfs) < pdfs:
        assert not written.errors, written.errors
        assert time.monotonic() < end, "they did not finish"
        time.sleep(0.02)


def read(site: Site, path: str) -> str:
    """As every visitor gets it."""
    answer = site.ask("GET", path)
    assert answer.status == 200, (answer.status, path.rpartition("/rapport/")[2])
    return OF_A_VISIT.sub("", answer.content.decode())


def pages_of(site: Site, report: str) -> list[str]:
    """The report for its owner, what the owner can do with it, and the report for readers."""
    manage = read(site, report.replace("/rapport/", "/beheren/"))
    share = re.search(r"/rapport/[\w-]{20,}/", manage)
    assert share
    return [read(site, report), manage, read(site, share[0])]


def test_what_was_finished_comes_back_word_for_word_with_the_same_pdf(tmp_path: Path) -> None:
    with ExitStack() as stack:
        short = Path(stack.enter_context(TemporaryDirectory(prefix="dl-")))  # a socket has to fit in
        database, other = stack.enter_context(filled(tmp_path)), stack.enter_context(empty(tmp_path))
        site = stack.enter_context(served(short / "a", database))
        written, backup, reports, made = backup_under_load(site, database, tmp_path)

        restore(other.settings, backup)
        restored = stack.enter_context(served(short / "b", other))

        assert unfinished_advice(other) == []
        for report in reports:
            assert pages_of(restored, report) == pages_of(site, report)
        for report in made:
            assert restored.ask("GET", f"{report}dossier.pdf").content == written.pdfs[report]
        other.rows("DELETE FROM report_rendering")  # what was kept could only be the same: now from what it says
        report = made[0]
        assert pages_of(restored, report) == pages_of(site, report)
        assert Writer(address_of(restored), 0).pdf(report, "dossier") == written.pdfs[report]


def unfinished_advice(database: OwnDatabase) -> list[tuple[int]]:
    """Runs that are finished and have no advice: half of what belongs together."""
    return database.rows(
        "SELECT id FROM wizard_consultation WHERE completed_at IS NOT NULL"
        " AND id NOT IN (SELECT consultation_id FROM report_keptadvice)"
    )
