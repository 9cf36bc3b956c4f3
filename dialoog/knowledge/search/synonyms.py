"""Words for the same thing, kept by editors in a text of the content: a line for each thing, with commas in between."""

from collections.abc import Iterator

from dialoog.knowledge.search.compounds import WHOLE, as_one

SLUG = "knowledge_synonyms"
"""Of the page text that holds them; nobody sees it. A release without it has none."""


def groups_in(text: str) -> Iterator[tuple[str, ...]]:
    """Single words alone, with hyphens or not: of an expression of several nobody can tell which means the thing."""
    for line in text.splitlines():
        said = [WHOLE.findall(part) for part in line.split(",")]
        group = tuple(dict.fromkeys(as_one(found[0]) for found in said if len(found) == 1))
        if len(group) > 1:
            yield group
