"""The words of a text as they are compared: without capitals and accents, with where they stand."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\w+")


class Word(NamedTuple):
    folded: str
    start: int
    end: int
    """Places in the text that it was read from."""


@lru_cache(maxsize=8_000)
def words(text: str) -> tuple[Word, ...]:
    """In the order of the text. What is no letter, digit or underscore only separates.

    Remembered, since hardly a text differs from one search to the next: some ten megabytes at most.
    """
    return tuple(Word(folded(found.group()), *found.span()) for found in WORD.finditer(text))


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """`Één` and `een` are one word."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
