"""The list of one adviser: what is there, what of it matches a search, and the lines of what is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from dialoog.advisers.models import Entry, Held
from dialoog.advisers.opening import share_of
from dialoog.languages.spelling import folded
from dialoog.report.body.report import DEFAULT_TITLE
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import covers_of

LONGEST = 200
"""Characters of a search that count."""


@dataclass(frozen=True)
class Row:
    """A report in the list, with the texts of its cover."""

    held: Held
    title: str
    organisation: str

    @property
    def run(self) -> Consultation:
        return self.held.consultation

    @property
    def name(self) -> str:
        """The adviser's own word for it, and else what its maker called it."""
        return self.held.label or self.title

    @property
    def share(self) -> str:
        return share_of(self.held)

    @cached_property
    def searched(self) -> str:
        return folded("\n".join((self.held.label, self.held.note, self.title, self.organisation, self.run.code)))

    def matches(self, words: Iterable[str]) -> bool:
        return all(word in self.searched for word in words)


def rows_of(adviser: Any, keys: Iterable[int] | None = None) -> list[Row]:
    """All that is there, or of some keys those that are: what was added last first. In two queries."""
    found = Held.objects.live().filter(adviser=adviser).select_related("entry", "consultation")
    if keys is not None:
        found = found.filter(pk__in=list(keys))
    held = list(found.order_by("-entry__added_on", "-pk"))
    covers = covers_of(row.consultation_id for row in held)
    return [_row(row, covers.get(row.consultation_id, {})) for row in held]


def searched(rows: Iterable[Row], query: str) -> list[Row]:
    """Those that hold every word, with other accents and capitals too."""
    words = folded(query[:LONGEST]).split()
    return [row for row in rows if row.matches(words)]


def gone_from(adviser: Any) -> QuerySet[Entry]:
    """Lines of what was deleted, is past its date or is no longer shared, or not by the link of then."""
    there = Held.objects.live().filter(adviser=adviser)
    return Entry.objects.filter(adviser=adviser).exclude(held__in=there)


def _row(held: Held, cover: dict[str, str]) -> Row:
    return Row(held, cover.get("title") or str(DEFAULT_TITLE), cover.get("organisation", ""))
