"""Trying content on thousands of sets of answers at once; one set at a time only where that could show something."""
