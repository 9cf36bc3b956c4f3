"""HOW A TEXT IS WRITTEN: what its Markdown becomes, where its links lead, and what was pasted along with it."""
