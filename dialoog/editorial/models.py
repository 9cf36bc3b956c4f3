"""What staff have in hand."""

from dialoog.editorial.exchange.uploads import Upload

__all__ = ["Upload"]
