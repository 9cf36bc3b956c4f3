"""Whether the site stays as fast when it has been in use for years; see `__main__.py`."""
