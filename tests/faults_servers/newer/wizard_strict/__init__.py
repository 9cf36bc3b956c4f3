"""The migrations of today, and one more."""

from dialoog.wizard import migrations

__path__ = [*__path__, *migrations.__path__]
