"""What a browser of staff sent, which can be anything."""

MOST_DIGITS = 18
"""Of what a key in the database can be; `int` itself fails on thousands of them."""


def whole_number(text: object) -> int | None:
    """A key, a count or a number in an address; None for whatever is none of these."""
    digits = str(text)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else None
