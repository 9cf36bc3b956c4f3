"""The words of a text as they are compared: without capitals and accents, with where they stand."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Word:
    folded: str
    start: int
    end: int
    """Places in the text that it was read from."""


def words(text: str) -> list[Word]:
    """In the order of the text. What is no letter, digit or underscore only separates."""
    return [Word(folded(found.group()), *found.span()) for found in WORD.finditer(text)]


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """`Één` and `een` are one word."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
