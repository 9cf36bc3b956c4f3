"""Other languages: how far each one is, what is left to do, and translations out to a translator and in again."""
