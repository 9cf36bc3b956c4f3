"""Words that are made of others: `vakbondsvrijheid`, and with a hyphen `multi-stakeholder`."""

import re
from collections.abc import Container

from dialoog.languages.spelling import folded

WHOLE = re.compile(r"\w+(?:-\w+)*")
"""A word with what a hyphen joins to it."""

SHORTEST_PART = 4
"""Letters, so that `de` is none."""
JOINTS = ("", "s", "en", "e", "n")
"""What may stand between."""


def parts_of(word: str, known: Container[str]) -> tuple[str, ...]:
    """The first as long as it can be; nothing unless both are known."""
    for length in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        rest = word[length:]
        if rest in known:
            for joint in JOINTS:
                head = word[:length].removesuffix(joint)
                if len(head) >= SHORTEST_PART and head + joint == word[:length] and head in known:
                    return head, rest
    return ()


def as_one(written: str) -> str:
    """As it is compared without its hyphens: `multi-stakeholder` is found by `multistakeholder`."""
    return folded(written.replace("-", ""))
