"""What staff have in hand."""

from dialoog.editorial.models.uploads import Upload

__all__ = ["Upload"]
