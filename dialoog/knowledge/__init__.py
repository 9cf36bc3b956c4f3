"""KNOWLEDGE: what the content says, to read without answering anything first, and to search."""
