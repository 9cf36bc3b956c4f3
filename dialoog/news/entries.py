"""The releases that have something to tell visitors, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from dialoog.content.models import Release
from dialoog.content.releases.visible import TOLD
from dialoog.languages.active import active_language
from dialoog.news.changes import Changes


@dataclass(frozen=True)
class Entry:
    number: int
    """Of the release."""
    date: datetime
    text: str
    """What the editor in chief wrote, as Markdown in the active language; mostly empty."""
    changes: Changes

    @property
    def is_first(self) -> bool:
        """There was nothing before it to differ from."""
        return self.number == 1

    @property
    def anchor(self) -> str:
        return f"uitgave-{self.number}"


def latest_entries() -> list[Entry]:
    """Of the latest releases, in the active language, in one query that leaves the documents alone.

    One in which a visitor sees nothing change, and about which nobody wrote anything, is no news.
    """
    language = active_language()
    rows = Release.objects.order_by("-number").values_list("number", "published_at", "news", "visible")[:TOLD]
    entries = (
        Entry(number, date, news.get(language, ""), Changes.of((visible or {}).get(language, {})))
        for number, date, news, visible in rows
    )
    return [entry for entry in entries if entry.text or entry.changes or entry.is_first]
