"""The words of a text as they are compared: without capitals and accents, with where they stand."""

import re
import unicodedata
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


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def folded(word: str) -> str:
    """`Één` and `een` are one word."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
