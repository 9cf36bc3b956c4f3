"""Figures of the running site, in the form of Prometheus. They know of routes and of kinds of events, and of nobody.

Off unless the web server made a folder for them (see `exporter.py`): a command that imports this counts nothing.
"""

import os
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Self

from django.db import transaction

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Counter, Histogram

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus-client looks, when it is imported, for the folder in which processes keep their figures."""

BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds."""


class Event(StrEnum):
    """What happens to a run, and is counted when it is kept."""

    BEGUN = "runs_begun"
    FINISHED = "runs_finished"
    PDF_MADE = "pdfs_made"


EXPLAINED = {
    Event.BEGUN: "Runs that were begun.",
    Event.FINISHED: "Runs that were finished.",
    Event.PDF_MADE: "PDFs that were made and kept, the first of a run and edition.",
}


@dataclass(frozen=True)
class Figures:
    requests: "Counter"
    seconds: "Histogram"
    events: "dict[Event, Counter]"

    @classmethod
    def on(cls, registry: "CollectorRegistry") -> Self:
        from prometheus_client import Counter, Histogram

        labels = ("route", "status")
        return cls(
            Counter("dialoog_requests", "Requests, by name of the route and status.", labels, registry=registry),
            Histogram("dialoog_request_seconds", "Until the answer began.", buckets=BUCKETS, registry=registry),
            {event: Counter(f"dialoog_{event}", text, registry=registry) for event, text in EXPLAINED.items()},
        )

    def count_request(self, route: str, status: int, seconds: float) -> None:
        self.requests.labels(route, str(status)).inc()
        self.seconds.observe(seconds)

    def count_event(self, event: Event) -> None:
        self.events[event].inc()


def count_request(route: str, status: int, seconds: float) -> None:
    if figures := own_figures():
        figures.count_request(route, status, seconds)


def count_event(event: Event) -> None:
    """When the transaction that it belongs to is kept; a figure that fails takes nothing down with it."""
    if figures := own_figures():
        transaction.on_commit(partial(figures.count_event, event), robust=True)


@cache
def own_figures() -> Figures | None:
    """Those of this process, made at its first count: after it was forked."""
    if FOLDER not in os.environ:
        return None
    from prometheus_client import CollectorRegistry

    return Figures.on(CollectorRegistry())
