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


def words(text: str) -> tuple[Word, ...]:
    """In the order of the text. What is no letter, digit or underscore only separates."""
    return tuple(Word(folded(found.group()), *found.span()) for found in WORD.finditer(text))


@lru_cache(maxsize=8_000)
def words_of_content(text: str) -> tuple[Word, ...]:
    """Remembered, since hardly a text differs from one search to the next: about three megabytes today.

    Not for what somebody typed to search, nor for a page: the words of a visitor are not to stay in memory.
    """
    return words(text)


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def folded(word: str) -> str:
    """`Één` and `een` are one word."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
