"""Editing one record: plain Django admin, in Dutch. `kinds` has a module for each kind of content."""

from dialoog.content.admin import kinds

__all__ = ["kinds"]
