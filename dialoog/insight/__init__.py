"""HOW IT IS USED: counts per day in which nobody can be found, and what readers said of it."""
