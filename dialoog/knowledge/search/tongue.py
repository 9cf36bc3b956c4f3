"""What forms of a word belong together in a language."""

import re
from collections.abc import Callable
from functools import cache

import snowballstemmer
from django.conf.locale import LANG_INFO

Stems = Callable[[str], tuple[str, ...]]

LONG_VOWEL = re.compile(r"([aeou])\1")
SOFT_END = str.maketrans("vz", "fs")


def stems_of(language: str) -> Stems:
    """Brings a word without capitals and accents back to its stems: one for each set of rules that Snowball has.

    Where it has several, each joins forms that another keeps apart. Of a language without rules each form stands alone.
    A stemmer keeps its place in a word in itself, so each caller gets its own.
    """
    rules = [snowballstemmer.stemmer(name).stemWord for name in _algorithms(language)]
    if not rules:
        return lambda word: (word,)
    return lambda word: tuple({_spelled_alike(rule(word)): None for rule in rules})


def _spelled_alike(stem: str) -> str:
    """Stems keep what spelling does at the end of a syllable: `evaluer` and `evalueer`, `bedrijv` and `bedrijf`."""
    return LONG_VOWEL.sub(r"\1", stem[:-1] + stem[-1:].translate(SOFT_END))


@cache
def _algorithms(language: str) -> tuple[str, ...]:
    name = str(LANG_INFO.get(language, {}).get("name", "")).lower()
    return tuple(one for one in snowballstemmer.algorithms() if one == name or one.startswith(f"{name}_"))
