"""What a page showed: it travels with the page, and nobody writes over or finishes on what another tab changed."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Seen = Mapping[str, str]
"""By slug of the question or name of the field a digest of what stood there; empty for a page that does not say it."""

SEEN = "gezien"
"""In the forms of the wizard: what the page showed."""

DIGITS = 12
"""Enough to tell two answers of one visitor apart; nothing is kept secret with it."""


def digest_of(labels: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(labels).encode()).hexdigest()[:DIGITS]


def to_text(seen: Seen) -> str:
    return " ".join(f"{slug}:{digest}" for slug, digest in seen.items())


def from_text(text: str) -> Seen:
    """Of a text that no page of ours made it reads what it can: that differs from what there is, and is shown anew."""
    pairs = (part.rpartition(":") for part in text.split())
    return {slug: digest for slug, _colon, digest in pairs}


def changed_since(seen: Seen, now: Seen) -> list[str]:
    """Slugs of the questions whose answer is another, first those that are asked now; none if nothing was said."""
    if not seen:
        return []
    return [slug for slug in {**now, **seen} if seen.get(slug) != now.get(slug)]


@dataclass(frozen=True)
class Merged:
    values: Mapping[str, Any]
    """To keep, by field: what was sent and differs from what there is."""
    clashes: tuple[str, ...]
    """Fields that were changed here and elsewhere, to something else."""


def merged(seen: Seen, stored: Mapping[str, Any], sent: Mapping[str, Any]) -> Merged:
    """Of a form that does not say what it showed, whatever would write over something is a clash."""
    changed = {name: value for name, value in sent.items() if value != stored[name]}
    mine = {name: value for name, value in changed.items() if _digest(value) != seen.get(name)}
    clashes = tuple(name for name in mine if stored[name] and seen.get(name) != _digest(stored[name]))
    return Merged(mine, clashes)


def seen_in(values: Mapping[str, Any]) -> Seen:
    """What a form with these fields shows, to travel with it."""
    return {name: _digest(value) for name, value in values.items()}


def _digest(value: Any) -> str:
    return digest_of([str(value or "")])
