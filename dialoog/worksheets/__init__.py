"""Documents to go on with after the report, filled in as far as the visitor said it: a page, for Word and as ODT."""
