"""What stands in the program itself: the words of templates and of strings in the code that makes a page."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dialoog.languages.spelling import folded_words

ROOT = Path(__file__).parents[3]
TEMPLATES = ("report", "wizard", "components")
CODE = ("report", "wizard", "catalogue", "advice")
DATES = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november"}
DATES |= {"december"}


@cache
def program_texts() -> frozenset[tuple[str, ...]]:
    return frozenset(filter(None, map(folded_words, [*_in_templates(), *_in_code()])))


def _in_templates() -> Iterator[str]:
    for folder in TEMPLATES:
        for path in (ROOT / "templates" / folder).rglob("*.html"):
            yield from re.split(r"[{}<>\"%]", path.read_text(encoding="utf-8"))


def _in_code() -> Iterator[str]:
    for folder in CODE:
        for path in (ROOT / "dialoog" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from re.split(r"%(?:\(\w+\))?[sd]", node.value)


def not_programs(text: str) -> list[str]:
    """Words of a text that are in no text of the program, where the longest such texts are taken off first."""
    words, at, left = folded_words(text), 0, []
    known = program_texts()
    while at < len(words):
        size = next((size for size in range(len(words) - at, 0, -1) if words[at : at + size] in known), 0)
        if not size and not (words[at].isdigit() or words[at] in DATES):
            left.append(words[at])
        at += size or 1
    return left
