"""The words of texts of the content, remembered."""

from functools import lru_cache

from dialoog.languages.spelling import Word, words


@lru_cache(maxsize=8_000)
def words_of_content(text: str) -> tuple[Word, ...]:
    """Remembered, since hardly a text differs from one search to the next: about three megabytes today.

    Not for what somebody typed to search, nor for a page: the words of a visitor are not to stay in memory.
    """
    return words(text)
