"""Remarks with the answers of a finished run: written by its owner, for the file. The advice stays what it is."""
