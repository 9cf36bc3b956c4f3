"""Search in the knowledge base: mistakes, missing accents, inflections and compounds are forgiven."""
