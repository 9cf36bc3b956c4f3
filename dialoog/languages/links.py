"""Which addresses hold the token of a private link, in whatever language."""

import re

from dialoog.languages.catalogues import CODE, address_words

OF_RUNS = [*address_words("advies"), *address_words("rapport")]
WORDS = [*OF_RUNS, *address_words("uitnodiging")]
PRIVATE = re.compile(rf"/(?:{CODE}/)?(?:{'|'.join(WORDS)})/")
"""The word of one language behind the prefix of another leads nowhere, and still has a token behind it."""


def holds_token(path: str) -> bool:
    """In any case: a link that somebody typed over in capitals leads nowhere, but still holds its token."""
    return PRIVATE.match(path.lower()) is not None
