"""The structure tree of a PDF, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Mark = tuple[tuple[int, int], int]
"""The page's object number and generation, and the number of the piece of content on it."""


@dataclass(frozen=True)
class Element:
    kind: str
    parent: str
    node: Dictionary
    page: Dictionary | None
    """On which its content is, unless a kid says otherwise."""

    @property
    def kids(self) -> list[Any]:
        return kids(self.node.get("/K"))

    @property
    def has_annotation(self) -> bool:
        return any(isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR for kid in self.kids)

    @property
    def marks(self) -> Iterator[Mark]:
        for kid in self.kids:
            if isinstance(kid, int) and self.page is not None:
                yield self.page.objgen, kid
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                yield kid.get("/Pg", self.page).objgen, int(kid.MCID)


def elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    yield from _below(root, "root", None)


def kids(value: Any) -> list[Any]:
    """PDF writes one kid as itself and several as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _below(node: Dictionary, parent: str, page: Dictionary | None) -> Iterator[Element]:
    for kid in kids(node.get("/K")):
        if isinstance(kid, Dictionary) and "/S" in kid:
            element = Element(str(kid.S)[1:], parent, kid, kid.get("/Pg", page))
            yield element
            yield from _below(kid, element.kind, element.page)
