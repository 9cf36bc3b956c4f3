"""WHAT LETTERS THE PDF HAS: the bundled fonts, and what a text looks like in them."""
