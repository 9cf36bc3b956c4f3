"""How hard a Dutch text reads: its long sentences, and a level for a text of some length. Plain Python.

The level comes from Flesch's reading ease as W.H. Douma fitted it to Dutch (1960): 207 - 0.93 x words per sentence
- 77 x syllables per word. That sees length alone. A text can score well and be unclear, so this is a hint, never a bar.

There is no official road from reading ease to CEFR. Douma calls 60 and more normal, 45 to 60 rather hard, and less
hard. Our bounds lie five points lower: words that this subject cannot do without (samenwerking, leverancier,
organisatie) cost about that much. So all pages and goals of our own content pass, as do four in five of the texts that
are long enough to measure; those that do not are mainly practice examples, full of names and long sentences. A letter
of a municipality scores 50, and a paragraph of policy below zero.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.content.admin.reading_level.syllables import reading_ease

LONG_SENTENCE = 20
"""Words; longer is named. Writing guides for B1 ask for 10 to 15 in a sentence (the B1-checklist of municipal sites;
Dijk en Waard: at most 15), with longer ones now and then, so a sentence that is a third over that is worth a look."""

ENOUGH_WORDS = 30
ENOUGH_SENTENCES = 3
LEAST_WORDS = 20
"""A level is given from 30 words, or from 20 if they make three sentences: in a shorter text one word decides it."""


class ReadingLevel(Vocabulary):
    B1 = "b1", "goed te lezen (B1)"
    B2 = "b2", "vrij moeilijk (B2)"
    C1 = "c1", "moeilijk (C1)"


LEAST_EASE = ((55.0, ReadingLevel.B1), (40.0, ReadingLevel.B2))


@dataclass(frozen=True)
class Readability:
    """What can be said of a text. One without words, or too short to measure, has no score and no level."""

    words: int
    score: float | None
    """Reading ease: 100 is very easy, 0 very hard, and a text can lie beyond either."""
    level: ReadingLevel | None
    long_sentences: tuple[str, ...]

    @property
    def is_above_b1(self) -> bool:
        return self.level in (ReadingLevel.B2, ReadingLevel.C1)


@lru_cache(maxsize=4096)  # the content has some thousand texts
def read(text: str) -> Readability:
    """Reads Markdown, and plain text as well: marks do not count, and a heading or list item ends a sentence.

    Lines of loose words are no prose: each is on its own, and without one sentence that ends there is no level.
    """
    sentences = tuple(_sentences(text))
    words = sum(map(count_words, sentences))
    is_prose = any(map(_ENDS.search, sentences))
    score = reading_ease(sentences) if is_prose and _can_be_measured(words, len(sentences)) else None
    long_sentences = tuple(sentence for sentence in sentences if count_words(sentence) > LONG_SENTENCE)
    return Readability(words, score, _level(score), long_sentences)


def count_words(sentence: str) -> int:
    """`multi-stakeholderinitiatief`, `ngo's` and `2,5` are one word."""
    return sum(1 for _word in _WORD.finditer(sentence))


_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")


def _can_be_measured(words: int, sentences: int) -> bool:
    return words >= (LEAST_WORDS if sentences >= ENOUGH_SENTENCES else ENOUGH_WORDS)


def _level(score: float | None) -> ReadingLevel | None:
    if score is None:
        return None
    return next((level for least, level in LEAST_EASE if score >= least), ReadingLevel.C1)


def _sentences(text: str) -> Iterator[str]:
    for block in _blocks(text):
        start = 0
        for end in _END.finditer(block):
            is_abbreviation = _ABBREVIATION.search(block, max(start, end.start() - 10), end.start() + 1)
            if not is_abbreviation and _begins_sentence(block, end.end()):
                yield from _worded(block[start : end.end()])
                start = end.end()
        yield from _worded(block[start:])


def _begins_sentence(block: str, place: int) -> bool:
    """Whether what comes after the space at this place starts with a capital, a number or a letter that has no case."""
    first = _START.match(block, place)
    return first is not None and not first[1].islower()


_END = re.compile(r"[.!?…][\"'’”)]*(?=\s)")
_ENDS = re.compile(r"[.!?…]")
_START = re.compile(r"\s+(?:[\"“‘«(]*['’‘`][a-z]{1,2}(?:\s+|-)|[\"'‘’“„«(¿¡]*)([^\W_])")
"""The first letter of a sentence, behind a quote or a short word that never gets a capital: `'s Avonds`."""
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:bijv|bv|ca|dr|enz|evt|excl|incl|ir|mr|nr|prof|resp))\.$")


def _worded(sentence: str) -> Iterator[str]:
    if count_words(sentence):
        yield sentence.strip()


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings and list items without their marks; a web address is not prose."""
    for token in _markdown.parse(text):
        if token.type == "inline":
            block = _ADDRESS.sub("", "".join(_plain(token)))
            yield from [block.replace("\n", " ")] if _ENDS.search(block) else block.splitlines()


_markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence"])
_ADDRESS = re.compile(r"https?://\S+")


def _plain(inline: Token) -> Iterator[str]:
    for token in inline.children or ():
        yield "\n" if token.type in ("softbreak", "hardbreak") else token.content
