"""Whole numbers that hold one thing about many sets of answers, so that one operation decides on all of them.

A column has a bit for each set: it is so, or not. A row of lanes has 32 bits for each set: points, from -2^28 to 2^28.
"""

from array import array
from collections.abc import Iterable, Iterator

Column = int
Lanes = int

WIDTH = 4
"""Bytes of a lane."""

ZERO = 1 << 28
"""What stands in a lane for no points, so that a negative number of points borrows nothing from the next lane."""

_SPREAD = tuple(b"".join(bytes((byte >> bit & 1, 0, 0, 0)) for bit in range(8)) for byte in range(256))
_PACKED = bytes(49 if byte & 0x80 else 48 for byte in range(256))


def numbers(column: Column) -> Iterator[int]:
    """The sets of which it is so, in order."""
    for place, byte in enumerate(column.to_bytes((column.bit_length() + 7) // 8, "little")):
        while byte:
            lowest = byte & -byte
            yield place * 8 + lowest.bit_length() - 1
            byte ^= lowest


def any_of(columns: Iterable[Column]) -> Column:
    """Of which sets one of these is so."""
    found = 0
    for column in columns:
        found |= column
    return found


class Arithmetic:
    """Points of so many sets. One column is spread over lanes once, however often it is counted."""

    def __init__(self, size: int) -> None:
        self.bytes = (size + 7) // 8 or 1
        self.everybody = (1 << size) - 1
        self.ones = self.lanes((1 << self.bytes * 8) - 1)
        self.nothing = self.ones * ZERO
        self._tops = self.ones << 31

    def lanes(self, column: Column) -> Lanes:
        """One in the lane of each set of which it is so."""
        spread = b"".join(map(_SPREAD.__getitem__, column.to_bytes(self.bytes, "little")))
        return int.from_bytes(spread, "little")

    def at_least(self, some: Lanes, others: Lanes) -> Column:
        """The sets in which the first has as many or more."""
        size = self.bytes * 8 * WIDTH
        tops = ((some | self._tops) - others).to_bytes(size + WIDTH, "little")[WIDTH - 1 : size : WIDTH]
        return int(tops.translate(_PACKED)[::-1], 2) & self.everybody

    def most(self, some: Lanes, others: Lanes) -> Lanes:
        """The greater of both, set by set."""
        full = self.lanes(self.at_least(some, others)) * 0xFFFFFFFF
        return others ^ ((some ^ others) & full)

    def only(self, some: Lanes, column: Column) -> Lanes:
        """The same points in the sets of which it is so, and none in the others."""
        return self.nothing ^ ((some ^ self.nothing) & self.lanes(column) * 0xFFFFFFFF)

    def points(self, some: Lanes) -> "array[int]":
        """Points by set; of the numbers that were added to fill a byte as well."""
        found = array("i", some.to_bytes(self.bytes * 8 * WIDTH, "little"))
        return array("i", [number - ZERO for number in found])
