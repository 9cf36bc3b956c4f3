"""The list of an adviser: rights to read reports, each until its owner ends it, with a label and a note."""
