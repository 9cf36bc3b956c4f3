"""NEWS: what changed in the guide, for all visitors and for one report."""
