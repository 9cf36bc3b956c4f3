"""Code of later: this code with one more field of a run, and the migration for it. Only a test runs it."""
