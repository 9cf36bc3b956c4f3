"""A page that never changes but for its slots, kept so that it goes out compressed without compressing it again.

Pieces of raw deflate (RFC 1951) that each end on a byte boundary can be put one after another. So a kept page is what
stands around its slots, in pieces, and an answer is: gzip header, the pieces with the slots in between, checksum and
length of the whole (RFC 1952).
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

Part = TypeVar("Part")

SLOT = "<!-- wat per lezer verschilt -->"
"""Nobody can type it: in values of a template `<` is escaped, and Markdown loses its comments."""

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Deflate, no name, no date, compressed as well as possible, on an unknown system."""

RAW = -zlib.MAX_WBITS
LENGTH = struct.Struct(">I")
TRAILER = struct.Struct("<II")


class PageDamaged(Exception):
    """What was kept is not what was packed."""


@dataclass(frozen=True)
class Piece:
    """A part of a page, as text in UTF-8 and as raw deflate."""

    plain: bytes
    deflated: bytes

    @classmethod
    def of(cls, plain: bytes, *, level: int, is_last: bool = False) -> Self:
        compressor = zlib.compressobj(level, zlib.DEFLATED, RAW)
        ending = zlib.Z_FINISH if is_last else zlib.Z_SYNC_FLUSH
        return cls(plain, compressor.compress(plain) + compressor.flush(ending))

    @classmethod
    def read(cls, deflated: bytes, *, is_last: bool = False) -> Self:
        """Raises PageDamaged."""
        decompressor = zlib.decompressobj(RAW)
        try:
            plain = decompressor.decompress(deflated)
        except zlib.error as error:
            raise PageDamaged(str(error)) from error
        if decompressor.eof is not is_last or decompressor.unused_data:
            raise PageDamaged("A piece ends too soon or too late.")
        return cls(plain, deflated)


@dataclass(frozen=True)
class SlottedPage:
    pieces: tuple[Piece, ...]
    """Around the slots: one more than there are slots. The last ends the stream."""

    @classmethod
    def of(cls, html: str) -> Self:
        """From a whole page with a marker at each slot."""
        *before, last = html.encode().split(SLOT.encode())
        return cls((*(Piece.of(plain, level=9) for plain in before), Piece.of(last, level=9, is_last=True)))

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Raises PageDamaged."""
        *before, last = _parts(content)
        return cls((*(Piece.read(deflated) for deflated in before), Piece.read(last, is_last=True)))

    def packed(self) -> bytes:
        """To keep: each piece after its length in bytes."""
        return b"".join(LENGTH.pack(len(piece.deflated)) + piece.deflated for piece in self.pieces)

    def filled(self, *slots: str) -> bytes:
        """The whole page, for who takes no gzip. Raises ValueError unless there is a text for each slot."""
        return b"".join(self._in_order([piece.plain for piece in self.pieces], [slot.encode() for slot in slots]))

    def gzipped(self, *slots: str) -> bytes:
        """The same as one gzip stream; browsers ignore a second."""
        checksum = length = 0
        deflated = []
        for piece in self._in_order(self.pieces, [Piece.of(slot.encode(), level=6) for slot in slots]):
            checksum = zlib.crc32(piece.plain, checksum)
            length += len(piece.plain)
            deflated.append(piece.deflated)
        return HEADER + b"".join(deflated) + TRAILER.pack(checksum, length % 2**32)

    def _in_order(self, pieces: Sequence[Part], slots: Sequence[Part]) -> Iterator[Part]:
        if len(slots) != len(pieces) - 1:
            raise ValueError(f"A page with {len(pieces) - 1} slots got {len(slots)} texts.")
        for piece, slot in zip(pieces, slots, strict=False):
            yield piece
            yield slot
        yield pieces[-1]


def _parts(content: bytes) -> Iterator[bytes]:
    """What was packed, piece by piece. Raises PageDamaged."""
    place = 0
    while place < len(content) or not place:
        if len(content) < place + LENGTH.size:
            raise PageDamaged("Too short to be a page.")
        start = place + LENGTH.size
        place = start + LENGTH.unpack_from(content, place)[0]
        yield content[start:place]
