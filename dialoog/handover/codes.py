"""The sharing code: nine signs in threes, short enough to be read aloud. Plain Python, which keeps nothing.

Of signs that look alike one is written, and whoever types another of them means that one. Digits are written where
there is a choice, since letters sound like each other sooner, and V rather than U, since fewer words can be made of it.
27 signs are left: a code is one of 27^9, some 43 bits. Who hears a Y may type "ij", which is read so where the code
would be too long otherwise, since an I is a 1 too, and a J a J.
"""

import hmac
import re
import unicodedata

SIGNS = "0123456789ACEFGHJKMNPRTVWXY"
LENGTH = 9
LONGEST_TYPED = 100
"""Characters that are looked at: a code with anything between its signs, and no room for a book."""

_ALIKE = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8", "U": "V"}
_MEANT = str.maketrans(_ALIKE)
_REFERENCE = re.compile(r"\s*[a-z0-9]{4}[\s–-]{0,3}[a-z0-9]{4}\s*", re.ASCII | re.IGNORECASE)
_BETWEEN = {"Pd", "Zs", "Cc", "Cf"}
"""Dashes, spaces, and what nobody sees, by their categories in Unicode."""


def code_of(owner_token: str, salt: str) -> str:
    """The code that an owner's token and a salt give, so that an owner can always see it and nobody keeps it."""
    number = int.from_bytes(hmac.digest(owner_token.encode(), f"deelcode {salt}".encode(), "sha256"))
    signs = ""
    for _ in range(LENGTH):
        number, sign = divmod(number, len(SIGNS))
        signs += SIGNS[sign]
    return signs


def in_threes(code: str) -> str:
    return "-".join(code[start : start + 3] for start in range(0, LENGTH, 3))


def read_code(typed: str) -> str:
    """The code that somebody means, or an empty text if this is none."""
    signs = _signs(typed)
    if len(signs) > LENGTH:
        signs = signs.replace("IJ", "Y")
    signs = signs.translate(_MEANT)
    return signs if len(signs) == LENGTH and set(signs) <= set(SIGNS) else ""


def count_signs(typed: str) -> int:
    """How many signs somebody typed, whatever stands between them; none in what is too long to look at."""
    return len(_signs(typed))


def is_reference(typed: str) -> bool:
    """Whether it looks like the reference of a report, which names it on paper and opens nothing."""
    return _REFERENCE.fullmatch(typed) is not None


def _signs(typed: str) -> str:
    if len(typed) > LONGEST_TYPED:
        return ""
    text = unicodedata.normalize("NFKC", typed).upper()
    return "".join(char for char in text if char != "." and unicodedata.category(char) not in _BETWEEN)
