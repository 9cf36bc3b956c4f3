"""Markdown of staff as HTML that holds on a page and in a PDF, whatever they wrote.

What a release of before holds is shown as well: what would break is left out here, and refused where it is typed.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dialoog.content.wording.links import is_sound

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "h5", "h6", "blockquote", "br"}
ATTRIBUTES = {"a": {"href"}, "li": {"value"}, "*": {"lang"}}
DEEPEST = 6
"""Levels of headings that HTML and PDF have."""

_parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence"])
_finder = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence"])
_finder.validateLink = lambda url: True  # type: ignore[method-assign]  # the parser shows such a link as bare marks


@lru_cache(maxsize=1024)
def to_html(text: str, under: int, language: str = "") -> str:
    """Its headings come one level below `under`, and none skips a level. With `language` each block says so."""
    tokens = list(_without_empty_parts(_parser.parse(text)))
    _place_headings(tokens, under)
    _keep_numbers(tokens)
    for token in filter(lambda token: language and token.level == 0 and token.nesting == 1, tokens):
        token.attrSet("lang", language)
    html = _parser.renderer.render(tokens, _parser.options, {})
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"})


def unsound_links(text: str) -> list[tuple[str, str]]:
    """Words and address of each link that leads nowhere or has no words."""
    return [
        (words, address)
        for token in _finder.parse(text)
        for words, address in _links(token.children or [])
        if not words or not is_sound(address)
    ]


def links(text: str) -> list[str]:
    """Where the links of a text lead, in order."""
    return [address for token in _finder.parse(text) for _words, address in _links(token.children or [])]


def _links(inline: list[Token]) -> Iterator[tuple[str, str]]:
    words, address = "", ""
    for token in inline:
        if token.type == "link_open":
            words, address = "", str(token.attrGet("href") or "")
        elif token.type == "link_close":
            yield words.strip(), address
        else:
            words += token.content


def _without_empty_parts(tokens: list[Token]) -> Iterator[Token]:
    """A heading, an item or a link without words is nothing to see and a fault in a PDF."""
    kept: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            token.children = list(_without_unsound_links(token.children or []))
            if not "".join(child.content for child in token.children).strip():
                continue
        if token.nesting == -1 and kept and kept[-1].nesting == 1:
            kept.pop()  # which opened it: there is nothing in between
        else:
            kept.append(token)
    yield from kept


def _without_unsound_links(inline: list[Token]) -> Iterator[Token]:
    """Links do not stand in one another."""
    found = iter(_links(inline))
    is_kept = True
    for token in inline:
        if token.type == "link_open":
            words, address = next(found)
            is_kept = bool(words) and is_sound(address)
        if is_kept or not token.type.startswith("link_"):
            yield token


def _place_headings(tokens: list[Token], under: int) -> None:
    above: list[int] = []
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            written = int(token.tag[1])
            while above and above[-1] >= written:
                above.pop()
            above.append(written)
            level = f"h{min(under + len(above), DEEPEST)}"
            token.tag = level
        elif following.type == "heading_close":
            following.tag = level


def _keep_numbers(tokens: list[Token]) -> None:
    """Each item says its number, because WeasyPrint counts every list from one. `1. 1. 1.` asks to be counted."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            first = int(items[0].info)
            counted = [first + place for place in range(len(items))]
            written = [int(item.info) for item in items]
            numbers = counted if len({*written}) == 1 else written
            for item, number in zip(items, numbers, strict=True):
                item.attrSet("value", str(number))
