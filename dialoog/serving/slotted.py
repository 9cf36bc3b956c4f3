"""A page that never changes but for its slots, kept so that it goes out compressed without compressing it again.

Pieces of raw deflate (RFC 1951) that each end on a byte boundary can be put one after another. So a kept page is what
stands around its slots, in pieces, and an answer is: gzip header, the pieces with the slots in between, checksum and
length of the whole (RFC 1952). The checksum follows from those of the pieces (`checksums.py`), so that what is kept is
unpacked for nobody but who takes no gzip.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self, TypeVar

from dialoog.serving.checksums import joined, shift_by

Part = TypeVar("Part")
Slot = TypeVar("Slot")

SLOT = "<!-- wat per lezer verschilt -->"
"""Nobody can type it: in values of a template `<` is escaped, and Markdown loses its comments."""

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Deflate, no name, no date, compressed as well as possible, on an unknown system."""

RAW = -zlib.MAX_WBITS
SMALL_WINDOW, SMALL_MEMORY = -12, 5
"""For a slot, of some kilobytes: clearing the memory of a large window takes longer than compressing it."""
FACTS = struct.Struct(">IIII")
"""Before each piece: its length as deflate, its own length, its checksum, and the shift by its own length."""
TRAILER = struct.Struct("<II")


class PageDamaged(Exception):
    """What was kept is not what was packed."""


@dataclass(frozen=True)
class Piece:
    """A part of a page in UTF-8, as raw deflate."""

    deflated: bytes
    length: int
    """Of the plain text, in bytes."""
    checksum: int
    """CRC-32 of the plain text."""
    shift: int
    """What a checksum is multiplied by when this piece comes after it."""

    @classmethod
    def of(cls, plain: bytes, *, is_last: bool = False) -> Self:
        """To keep: compressed as well as possible."""
        compressor = zlib.compressobj(9, zlib.DEFLATED, RAW)
        ending = zlib.Z_FINISH if is_last else zlib.Z_SYNC_FLUSH
        deflated = compressor.compress(plain) + compressor.flush(ending)
        return cls(deflated, len(plain), zlib.crc32(plain), shift_by(len(plain)))

    @classmethod
    def read(cls, content: bytes, place: int) -> Self:
        """Raises PageDamaged."""
        start = place + FACTS.size
        if len(content) < start:
            raise PageDamaged("Too short to be a page.")
        size, *facts = FACTS.unpack_from(content, place)
        if len(content) < start + size:
            raise PageDamaged("A piece ends too soon.")
        return cls(content[start : start + size], *facts)

    @property
    def packed(self) -> bytes:
        return FACTS.pack(len(self.deflated), self.length, self.checksum, self.shift) + self.deflated

    @cached_property
    def plain(self) -> bytes:
        """Raises PageDamaged."""
        try:
            plain = zlib.decompressobj(RAW).decompress(self.deflated)
        except zlib.error as error:
            raise PageDamaged(str(error)) from error
        if (len(plain), zlib.crc32(plain)) != (self.length, self.checksum):
            raise PageDamaged("A piece is not what was packed.")
        return plain


@dataclass(frozen=True)
class SlottedPage:
    pieces: tuple[Piece, ...]
    """Around the slots: one more than there are slots. The last ends the stream."""

    @classmethod
    def of(cls, html: str) -> Self:
        """From a whole page with a marker at each slot."""
        *before, last = html.encode().split(SLOT.encode())
        return cls((*map(Piece.of, before), Piece.of(last, is_last=True)))

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Raises PageDamaged when it cannot be a page. That it is the one that was kept, its digest must say."""
        pieces, place = [], 0
        while place < len(content) or not place:
            pieces.append(piece := Piece.read(content, place))
            place += FACTS.size + len(piece.deflated)
        return cls(tuple(pieces))

    def packed(self) -> bytes:
        """To keep: each piece after its facts."""
        return b"".join(piece.packed for piece in self.pieces)

    def filled(self, *slots: str) -> bytes:
        """The whole page, for who takes no gzip. Raises PageDamaged, and ValueError unless each slot has a text."""
        return b"".join(self._in_order([piece.plain for piece in self.pieces], [slot.encode() for slot in slots]))

    def gzipped(self, *slots: str) -> bytes:
        """The same as one gzip stream; browsers ignore a second."""
        texts = [slot.encode() for slot in slots]
        checksum = 0
        for part in self._in_order(self.pieces, texts):
            if isinstance(part, bytes):
                checksum = zlib.crc32(part, checksum)
            else:
                checksum = joined(checksum, part.checksum, part.shift)
        length = sum(piece.length for piece in self.pieces) + sum(map(len, texts))
        deflated = self._in_order([piece.deflated for piece in self.pieces], list(map(_deflated, texts)))
        return HEADER + b"".join(deflated) + TRAILER.pack(checksum, length % 2**32)

    def _in_order(self, pieces: Sequence[Part], slots: Sequence[Slot]) -> Iterator[Part | Slot]:
        if len(slots) != len(pieces) - 1:
            raise ValueError(f"A page with {len(pieces) - 1} slots got {len(slots)} texts.")
        for piece, slot in zip(pieces, slots, strict=False):
            yield piece
            yield slot
        yield pieces[-1]


def _deflated(text: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, SMALL_WINDOW, SMALL_MEMORY)
    return compressor.compress(text) + compressor.flush(zlib.Z_SYNC_FLUSH)
