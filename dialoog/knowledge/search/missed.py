"""What was searched and not found, counted for editors, without who."""

import logging

from dialoog.errors import TROUBLE, is_database_trouble
from dialoog.insight.counting import count_not_found

logger = logging.getLogger(__name__)

MOST_WORDS, LONGEST = 4, 14
"""Words, and letters of each, so that a key stays short and no whole sentence is kept."""


def note_missed(words: tuple[str, ...]) -> None:
    """Only what is all letters: no numbers, so no telephone. Who searches gets an answer whatever happens."""
    kept = " ".join(word[:LONGEST] for word in words if word.isalpha())
    key = " ".join(kept.split()[:MOST_WORDS])
    if not key:
        return
    try:
        count_not_found(key)
    except TROUBLE as error:
        if not is_database_trouble(error):
            raise
        logger.warning("a search was not counted: database trouble", exc_info=error)
