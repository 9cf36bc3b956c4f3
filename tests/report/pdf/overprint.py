"""Where two texts of a page stand over each other, from the boxes that WeasyPrint lays out."""

from collections.abc import Iterator
from itertools import pairwise

from weasyprint import Page
from weasyprint.formatting_structure.boxes import Box, LineBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

SLACK = 1
"""Pixels that the edges of two letters may share."""


def overprinted(page: Page) -> list[str]:
    """Each pair of texts of which the middle of a line meets that of another."""
    texts = sorted(texts_of(page._page_box), key=lambda text: text.position_y)
    return [
        f"“{one.text}” stands over “{other.text}”"
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
        if _meet(one, other)
    ]


def beside_the_page(page: Page) -> list[str]:
    """Texts that go on where the page has ended, or the room for its text."""
    box = page._page_box
    return [text.text for text in texts_of(box) if text.position_x < 0 or _end(text) > box.width + box.margin_left + 1]


def texts_of(box: Box) -> Iterator[TextBox]:
    """Those that show something, what has a place of its own too."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, TextBox) and box.text.strip():
        yield box
    for child in getattr(box, "children", ()):
        yield from texts_of(child)


def _end(text: TextBox) -> float:
    return float(text.position_x + text.width)


def _meet(one: TextBox, other: TextBox) -> bool:
    beside = min(_end(one), _end(other)) - max(one.position_x, other.position_x)
    (top, bottom), (other_top, other_bottom) = _middle(one), _middle(other)
    return beside > SLACK and min(bottom, other_bottom) - max(top, other_top) > 0


def _middle(text: TextBox) -> tuple[float, float]:
    """Of the height of a line, without where only the tallest letters come."""
    return text.position_y + text.height / 4, text.position_y + text.height * 3 / 4


def broken_too_soon(page: Page) -> list[str]:
    """Two lines that would have been one: the first line of a text ends although what comes after it has room."""
    return [found for box in _boxes(page._page_box) for found in _soon(box)]


def _boxes(box: Box) -> Iterator[Box]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _soon(box: Box) -> Iterator[str]:
    lines = [line for line in getattr(box, "children", ()) if isinstance(line, LineBox)]
    for first, second in pairwise(lines):
        if second is lines[-1] and _ink(first) and _ink(first) + _ink(second) + 4 < box.width and not _forced(first):
            yield f"{_said(first)} / {_said(second)}"


def _ink(line: LineBox) -> float:
    """From where what stands in it begins to where the last of it ends, with the borders of marks."""
    parts = [part for part in line.children if not isinstance(part, AbsolutePlaceholder) and list(texts_of(part))]
    return max(part.position_x + part.margin_width() for part in parts) - parts[0].position_x if parts else 0


def _said(line: LineBox) -> str:
    return "".join(text.text for text in texts_of(line))


def _forced(line: LineBox) -> bool:
    """By an element that begins a line."""
    return any(str(box.element_tag).startswith("br") for box in _boxes(line) if box.element is not None)
