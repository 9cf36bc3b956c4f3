"""A page that never changes but for one slot, kept so that it goes out compressed without compressing it again.

Pieces of raw deflate (RFC 1951) that each end on a byte boundary can be put one after another. So a kept page is two
pieces, and an answer is: gzip header, first piece, the slot, second piece, checksum and length of the whole (RFC 1952).
"""

import struct
import zlib
from dataclasses import dataclass
from typing import Self

SLOT = "<!-- wat per lezer verschilt -->"
"""Stands in the page once. Nobody can type it: in values of a template `<` is escaped, Markdown loses its comments."""

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
    before: Piece
    after: Piece

    @classmethod
    def of(cls, html: str) -> Self:
        """From a whole page with the marker in it. Raises ValueError if that is not there exactly once."""
        before, after = html.split(SLOT)
        return cls(Piece.of(before.encode(), level=9), Piece.of(after.encode(), level=9, is_last=True))

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Raises PageDamaged."""
        if len(content) < LENGTH.size:
            raise PageDamaged("Too short to be a page.")
        end = LENGTH.size + LENGTH.unpack_from(content)[0]
        return cls(Piece.read(content[LENGTH.size : end]), Piece.read(content[end:], is_last=True))

    def packed(self) -> bytes:
        """To keep: the length of the first piece in bytes, and both pieces."""
        return LENGTH.pack(len(self.before.deflated)) + self.before.deflated + self.after.deflated

    def filled(self, slot: str) -> bytes:
        """The whole page, for who takes no gzip."""
        return self.before.plain + slot.encode() + self.after.plain

    def gzipped(self, slot: str) -> bytes:
        """The same as one gzip stream; browsers ignore a second."""
        pieces = (self.before, Piece.of(slot.encode(), level=6), self.after)
        checksum = length = 0
        for piece in pieces:
            checksum = zlib.crc32(piece.plain, checksum)
            length += len(piece.plain)
        return HEADER + b"".join(piece.deflated for piece in pieces) + TRAILER.pack(checksum, length % 2**32)
