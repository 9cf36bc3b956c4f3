"""A document without a format: the page and both writers show the same Sheet. Plain values, in one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dialoog.catalogue.vocabulary import SheetForm

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML, and with it every document, cannot hold."""


class Phrase(NamedTuple):
    text: str
    is_blank: bool = False
    """Still to be filled in."""
    language: str = ""
    """Where it is not that of the document."""

    @property
    def shown(self) -> str:
        """In plain text a place to fill in stands between brackets."""
        return f"[{self.text}]" if self.is_blank else self.text


Text = tuple[Phrase, ...]
NARROWEST, WIDEST = 25, 45
"""Characters of a column that count for its width: an empty one is there to write in, a long one goes over lines."""


@dataclass(frozen=True)
class Heading:
    level: int
    """2 or 3; the title of the document is the only heading of level 1."""
    text: Text
    on_new_page: bool = False
    """What follows is a page of its own, that can be taken away."""
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    text: Text
    is_aside: bool = False
    """About the document, not of it."""
    kind: str = "paragraph"


@dataclass(frozen=True)
class Listing:
    items: tuple[Text, ...]
    kind: str = "listing"


@dataclass(frozen=True)
class Table:
    """Rows of as many cells as the header has; an empty cell is there to write in."""

    name: str
    """What it holds, for who does not see it."""
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    kind: str = "table"

    @property
    def shares(self) -> tuple[float, ...]:
        """Of the width, by column, by its longest text; together 1."""
        columns = zip(self.header, *self.rows, strict=True)
        longest = (max(len(plain(text)) for text in column) for column in columns)
        weights = [min(max(length, NARROWEST), WIDEST) for length in longest]
        return tuple(weight / sum(weights) for weight in weights)


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True)
class Sheet:
    slug: str
    title: Text
    subject: str
    """Of the visitor's own words: what the report is called."""
    author: str
    """Likewise; empty when nobody said who made the report."""
    language: str
    form: SheetForm
    lines: tuple[Text, ...]
    """Of its outline, filled in; the blocks hold them in the form of the document."""
    blocks: tuple[Block, ...]
    before: tuple[str, ...] = ()
    """Keys of the actions to do before a partner gets it; the blocks hold what they say."""

    @property
    def name(self) -> str:
        """Of the document, in its properties."""
        return " – ".join(filter(None, (plain(self.title), self.subject)))

    @property
    def texts(self) -> Iterator[Text]:
        """In the order of reading."""
        yield self.title
        for block in self.blocks:
            if isinstance(block, Listing):
                yield from block.items
            elif isinstance(block, Table):
                yield from block.header
                for row in block.rows:
                    yield from row
            else:
                yield block.text


def words(said: str) -> Text:
    """What stands there as it is, without what no document can hold; nothing of an empty text."""
    sound = _FORBIDDEN.sub("", said)
    return (Phrase(sound),) if sound else ()


def plain(text: Text) -> str:
    return "".join(phrase.shown for phrase in text)
