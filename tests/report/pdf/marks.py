"""Which pieces of a page's content belong to the structure, and which to nothing."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name, Page

PAINTS = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
OPENS = {"BDC", "BMC"}
ARTIFACT = "artifact"

Surroundings = tuple[int | str | None, ...]
"""Of a piece of content, from the outside in: a number in the structure, an artifact, or neither."""


def marks_in_content(page: Page) -> set[int]:
    return {mark for _, around in _walk(page) for mark in around if isinstance(mark, int)}


def loose_operators(page: Page) -> int:
    """How often something is painted outside both structure and artifacts."""
    return sum(operator in PAINTS and not any(mark is not None for mark in around) for operator, around in _walk(page))


def artifacts(page: Page) -> list[str]:
    """The types of the artifacts: "/Pagination", or nothing for a line or a colour."""
    return [
        str(operands[1].get("/Type", "")) if len(operands) > 1 else ""
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) in OPENS and operands[0] == Name.Artifact
    ]


def _walk(page: Page) -> Iterator[tuple[str, Surroundings]]:
    around: Surroundings = ()
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in OPENS:
            around = (*around, _mark(list(operands)))
        elif str(operator) == "EMC":
            around = around[:-1]
        yield str(operator), around


def _mark(operands: list[pikepdf.Object]) -> int | str | None:
    if operands[0] == Name.Artifact:
        return ARTIFACT
    return int(operands[1].MCID) if len(operands) > 1 and "/MCID" in operands[1] else None
