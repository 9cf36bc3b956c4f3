"""Which addresses hold the token of a private link, in whatever language."""

import re

from django.conf import settings

from dialoog.languages.catalogues import CODE, address_words

OF_RUNS = [*address_words("advies"), *address_words("rapport")]
WORDS = [*OF_RUNS, *address_words("uitnodiging")]
PRIVATE = re.compile(rf"/(?:{CODE}/)?(?:{'|'.join(WORDS)})/")
"""The word of one language behind the prefix of another leads nowhere, and still has a token behind it."""
_OF_STAFF = re.compile(r"/(?:advies|rapport|uitnodiging)/[^/]")
"""Somewhere in an address of staff, which is in Dutch: what they do with a report stands before its own address."""

RIGHT = "~"
"""What a reader's address has in the place of a token where it names a right of an account; in no token it occurs."""
_NAMES_RIGHT = re.compile(rf"/(?:{CODE}/)?(?:{'|'.join(address_words('rapport'))})/{RIGHT}")


def holds_token(path: str) -> bool:
    """In any case: a link that somebody typed over in capitals leads nowhere, but still holds its token."""
    path = path.lower()
    if path.startswith(f"/{settings.ADMIN_PATH}"):
        return _OF_STAFF.search(path) is not None
    return PRIVATE.match(path) is not None


def names_right(path: str) -> bool:
    """Whether what opens this address is a right of an account, and no token."""
    return _NAMES_RIGHT.match(path.lower()) is not None
