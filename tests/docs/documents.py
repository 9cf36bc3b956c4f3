"""The documents of the repository, read as Markdown: what they show, link to and say to type."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ["README.md", "README.nl.md", "CONTRIBUTING.md", "CHANGELOG.md"]
DOCUMENTS += sorted(str(file.relative_to(ROOT)) for file in (ROOT / "docs").rglob("*.md"))


@cache
def tokens(name: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse((ROOT / name).read_text(encoding="utf-8"))


def inline(name: str) -> Iterator[Token]:
    """The texts, links, pictures and words of code inside paragraphs, headings and cells."""
    return (child for token in tokens(name) for child in token.children or ())


def headings(name: str) -> list[tuple[str, str]]:
    """Their level and text, in order: `("h2", "Try it")`."""
    return [(before.tag, token.content) for before, token in pairwise(tokens(name)) if before.type == "heading_open"]


def code_words(name: str) -> list[str]:
    return [token.content for token in inline(name) if token.type == "code_inline"]


def code_blocks(name: str, language: str = "") -> list[str]:
    """Without a language: those that say what to type."""
    return [token.content for token in tokens(name) if token.type in ("fence", "code_block") and token.info == language]


def commands(name: str) -> list[str]:
    """Lines of code blocks, without what is said of them."""
    lines = (line for block in code_blocks(name) for line in block.splitlines())
    return [re.sub(r"\s+# .*", "", line) for line in lines]


def links(name: str) -> list[str]:
    return [str(token.attrGet("href")) for token in inline(name) if token.type == "link_open"]


def pictures(name: str) -> dict[str, str]:
    """What stands for a picture where it is not seen, by its file."""
    return {str(token.attrGet("src")): token.content for token in inline(name) if token.type == "image"}


def tables(name: str) -> list[list[list[Token]]]:
    """Rows of cells; a cell holds its text and its parts."""
    found: list[list[list[Token]]] = []
    for before, token in pairwise(tokens(name)):
        if before.type == "table_open":
            found.append([])
        if before.type == "tr_open":
            found[-1].append([])
        if before.type in ("th_open", "td_open"):
            found[-1][-1].append(token)
    return found


def code_of(cell: Token) -> list[str]:
    return [child.content for child in cell.children or () if child.type == "code_inline"]
