"""Words and syllables of Dutch sentences, as Flesch's formula wants them counted. Plain Python.

A word has one syllable more than the places where it may be broken at the end of a line. The patterns for that are
those of Dutch word processors, which pyphen brings along.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

BASE, PER_WORD, PER_SYLLABLE = 206.835, 0.93, 77.0
"""Of Douma: what a text begins with, what a word per sentence takes off, and what a syllable per word does."""
LEAST_WORDS = 3
"""Shorter is no sentence, such as a heading of two words; its words count."""

_PUNCTUATION = re.compile(r"[^\w\s]")


def reading_ease(sentences: Sequence[str]) -> float:
    """100 is very easy, 0 very hard. Raises ValueError for a text without words."""
    words = [words_of(sentence) for sentence in sentences]
    count = sum(map(len, words))
    if not count:
        raise ValueError("A text without words reads neither well nor badly.")
    whole = sum(len(sentence) >= LEAST_WORDS for sentence in words)
    syllables = sum(map(syllables_of, (word for sentence in words for word in sentence)))
    return BASE - PER_WORD * count / max(1, whole) - PER_SYLLABLE * syllables / count


def words_of(sentence: str) -> list[str]:
    """Without punctuation: `multi-stakeholder` and `2,5` are one word, and so is `ngo's`."""
    return _PUNCTUATION.sub("", sentence).lower().split()


def syllables_of(word: str) -> int:
    return len(_patterns().positions(word)) + 1


@cache
def _patterns() -> "Pyphen":
    """Loaded at first use: what visitors do never measures a text."""
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL")
