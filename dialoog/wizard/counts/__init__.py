"""Where runs stand, for the insight: what is not in its table yet, and putting it there."""
