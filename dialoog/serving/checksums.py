"""CRC-32 of two texts one after the other, from those of each: zlib's `crc32_combine`, which Python does not offer.

A checksum is a polynomial over bits, modulo the one of the standard. With a text of n bytes behind it, it is multiplied
by x to the power 8n; that power is worked out once for each length.
"""

POLYNOMIAL = 0xEDB88320
"""That of CRC-32 (RFC 1952), the coefficient of x to the power 31 in the lowest bit."""
ONE = 1 << 31
BYTE = 1 << 23
"""x to the power 8."""


def joined(before: int, after: int, shift: int) -> int:
    """Of both, from the checksum of each and the shift by the second."""
    return product(before, shift) ^ after


def shift_by(length: int) -> int:
    """x to the power eight times this number of bytes."""
    power, square = ONE, BYTE
    while length:
        if length & 1:
            power = product(power, square)
        square = product(square, square)
        length >>= 1
    return power


def product(one: int, other: int) -> int:
    """Of two polynomials, modulo the one of the standard."""
    found = 0
    while one:
        if one & ONE:
            found ^= other
        one = (one << 1) & 0xFFFFFFFF
        other = (other >> 1) ^ (POLYNOMIAL if other & 1 else 0)
    return found
