"""HOW IT CHANGES: what staff do between editing and publishing: check, preview, compare, publish, exchange."""
