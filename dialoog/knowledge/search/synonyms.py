"""Words for the same thing, kept by editors in a text of the content: a line for each thing, with commas in between."""

from collections.abc import Iterator

from dialoog.languages.spelling import folded_words

SLUG = "knowledge_synonyms"
"""Of the page text that holds them; nobody sees it. A release without it has none."""


def groups_in(text: str) -> Iterator[tuple[str, ...]]:
    """Single words alone: of an expression of several words nobody can tell which one means the thing."""
    for line in text.splitlines():
        said = [folded_words(part) for part in line.split(",")]
        group = tuple(dict.fromkeys(words[0] for words in said if len(words) == 1))
        if len(group) > 1:
            yield group
