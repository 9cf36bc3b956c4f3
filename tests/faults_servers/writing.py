"""Visitors who write all the time, and what must be left of it in the end."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dialoog.wizard.tokens import hash_token
from tests.deploy.databases import OwnDatabase
from tests.faults_servers.servers import Hopping, Servers
from tests.together import meanwhile
from tests.worker.site import PATIENCE, Site

VISITORS = 4
Acknowledged = dict[str, dict[str, str]]


@dataclass
class Kept:
    """What the servers acknowledged: of each finished report its title and its answers by step."""

    reports: dict[str, tuple[str, Acknowledged]] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)
    unanswered: int = 0
    asked: Counter[Site] = field(default_factory=Counter)
    steps: int = 0
    """Answered so far, of all."""

    def wait_for_more(self, reports: int) -> None:
        """Until so many more are finished than now."""
        wanted, end = len(self.reports) + reports, time.monotonic() + 2 * PATIENCE
        while len(self.reports) < wanted:
            assert not self.failures, self.failures
            assert time.monotonic() < end, "they did not finish"
            time.sleep(0.02)


class _Visitor(Hopping):
    def __init__(self, servers: Servers, seed: int, kept: Kept) -> None:
        super().__init__(servers, seed)
        self.kept = kept

    def answer(self, title: str) -> None:
        super().answer(title)
        self.kept.steps += 1


@contextmanager
def writing(servers: Servers) -> Iterator[Kept]:
    """Everybody finishes what was begun before it ends."""
    kept = Kept()

    def write(seed: int) -> None:
        visitor, title = _Visitor(servers, seed, kept), f"Keten {seed}."
        try:
            report = visitor.finish(title)
            kept.reports[report] = (title, visitor.acknowledged)
        except Exception as failure:
            kept.failures.append(failure)
        kept.unanswered += visitor.unanswered
        kept.asked += visitor.asked

    with meanwhile(write, VISITORS):
        yield kept


def lost(kept: Kept, servers: Servers, database: OwnDatabase) -> list[str]:
    """What was acknowledged and is not in the database as it was sent, or not on the page of each server."""
    found = []
    for report, (title, acknowledged) in kept.reports.items():
        token = report.split("/")[2]
        answers = database.rows(
            "SELECT step, answers FROM wizard_stepanswers JOIN wizard_consultation ON consultation_id ="
            " wizard_consultation.id WHERE token_hash = %s AND completed_at IS NOT NULL",
            hash_token(token),
        )
        saved = {step: json.loads(given) if isinstance(given, str) else given for step, given in answers}
        found += [f"{title}: {step}" for step, given in acknowledged.items() if _flat(saved.get(step)) != given]
        for site in servers.in_use:
            page = site.ask("GET", report)
            if page.status != 200 or title not in page.content.decode():
                found.append(f"{title}: {page.status}")
    return found


def _flat(answers: dict[str, list[str]] | None) -> dict[str, str]:
    return {question: ",".join(chosen) for question, chosen in (answers or {}).items()}
