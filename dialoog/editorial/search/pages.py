"""The texts of a page as its readers get them: what was rendered is read, so that no template can be forgotten."""

from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        *("p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "label", "button", "div"),
        *("section", "article", "ol", "ul", "dl", "details", "fieldset", "figure", "figcaption", "header", "nav"),
        *("main", "form", "blockquote", "br", "caption", "td", "th", "tr", "option"),
    }
)
_SILENT = frozenset({"script", "style", "title", "template"})
_HEADINGS = frozenset({"h1", "h2"})

EDGE = "\N{ZERO WIDTH SPACE}"
"""Where emphasis or a link begins or ends."""

FOR_STAFF = "for-staff"
"""The class of a paragraph that visitors do not get."""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, item or button, with an EDGE where something begins or ends within it."""

    text: str
    is_heading: bool


class _Reader(HTMLParser):
    def __init__(self, inside: str) -> None:
        super().__init__()
        self.inside = inside
        """Only what stands in this element; everything where it is empty."""
        self.is_inside = not inside
        self.silent = ""
        self.tags: list[str] = []
        self.words = ""
        self.blocks: list[Block] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self.inside:
            self.is_inside = True
        if not self.silent and (tag in _SILENT or FOR_STAFF in (dict(attrs).get("class") or "").split()):
            self.end_block()
            self.silent = tag
        if tag in _BLOCKS:
            self.end_block()
            self.tags.append(tag)
        else:
            self.words += EDGE

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            while self.tags and self.tags.pop() != tag:
                pass
        else:
            self.words += EDGE
        if tag == self.silent:
            self.silent, self.words = "", ""
        if tag == self.inside:
            self.is_inside = False

    def handle_data(self, data: str) -> None:
        if self.is_inside and not self.silent:
            self.words += data

    def end_block(self) -> None:
        text = " ".join(self.words.split())
        if text.strip(f"{EDGE} "):
            self.blocks.append(Block(text, bool(_HEADINGS & set(self.tags))))
        self.words = ""


def blocks(html: str, inside: str = "") -> list[Block]:
    """In the order of reading."""
    reader = _Reader(inside)
    reader.feed(html)
    reader.end_block()
    return reader.blocks
