"""What a check page showed: it travels with the page, so that nobody finishes on answers that another tab changed."""

import hashlib
from collections.abc import Iterable, Mapping

Seen = Mapping[str, str]
"""By slug of the question a digest of the answer that stood there; empty for a page that does not say it."""

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
