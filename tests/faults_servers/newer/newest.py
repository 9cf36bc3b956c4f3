"""What code of later builds on: the newest migration of today, whichever that is."""

import pkgutil

from dialoog.wizard import migrations

NEWEST = ("wizard", max(module.name for module in pkgutil.iter_modules(migrations.__path__)))
