"""OTHER LANGUAGES: which texts there are to translate, how far a language is, and translations out and in."""
