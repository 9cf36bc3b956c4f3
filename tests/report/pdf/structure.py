"""What makes a PDF readable for a screen reader, as checks that each say one thing. Not a validator."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Name

from tests.report.pdf.marks import loose_operators, marks_in_content
from tests.report.pdf.tree import Element, elements, kids

HOMES = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
}


def structure_problems(pdf_bytes: bytes) -> list[str]:
    """A sentence for each thing that is wrong; empty for a sound file."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        tree = list(elements(pdf))
        checks = (_document(pdf), _headings(tree), _homes(tree), _figures(tree), _heads(tree), _empty(tree))
        return [problem for check in (*checks, _links(pdf, tree), _content(pdf, tree)) for problem in check]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        facts = {
            "is not marked as tagged": "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked")),
            "has no language": str(root.get("/Lang", "")),
            "does not show its title": "/ViewerPreferences" in root and root.ViewerPreferences.get("/DisplayDocTitle"),
            "has no bookmarks": "/Outlines" in root and "/First" in root.Outlines,
            "has no title": metadata.get("dc:title"),
            "does not say that it is PDF/UA-1": metadata.get("pdfuaid:part") == "1",
            "does not say that it is PDF/A-2a": metadata.pdfa_status == "2A",
        }
    yield from (f"The document {fault}." for fault, sound in facts.items() if not sound)


def _headings(tree: list[Element]) -> Iterator[str]:
    levels = [int(element.kind[1]) for element in tree if element.kind in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    if levels[:1] != [1]:
        yield "The first heading is not an H1."
    yield from (f"An H{high} is followed by an H{low}." for high, low in pairwise(levels) if low > high + 1)


def _homes(tree: list[Element]) -> Iterator[str]:
    for element in tree:
        if element.parent not in HOMES.get(element.kind, {element.parent}):
            yield f"A {element.kind} is in a {element.parent}."


def _figures(tree: list[Element]) -> Iterator[str]:
    for figure in (element.node for element in tree if element.kind == "Figure"):
        if not str(figure.get("/Alt", "")):
            yield "A Figure has no description."
        if "/BBox" not in figure.get("/A", {}):
            yield "A Figure has no place."


def _heads(tree: list[Element]) -> Iterator[str]:
    for head in (element.node for element in tree if element.kind == "TH"):
        if "/Scope" not in head.get("/A", {}):
            yield "A TH has no scope."


def _empty(tree: list[Element]) -> Iterator[str]:
    """A cell may be empty."""
    yield from (
        f"A {element.kind} is empty." for element in tree if not element.kids and element.kind not in {"TD", "TH"}
    )


def _links(pdf: pikepdf.Pdf, tree: list[Element]) -> Iterator[str]:
    annotations = [note for page in pdf.pages for note in kids(page.get("/Annots")) if note.Subtype == Name.Link]
    for note in annotations:
        if not str(note.get("/Contents", "")) or "/StructParent" not in note:
            yield "A link has no words or no place in the structure."
        if str(note.get("/A", {}).get("/URI", "")).startswith("file:"):
            yield "A link leads to a file of the server."
    links = [element for element in tree if element.kind == "Link"]
    if len(links) != len(annotations) or not all(link.has_annotation for link in links):
        yield "Links in the structure and on the pages differ."


def _content(pdf: pikepdf.Pdf, tree: list[Element]) -> Iterator[str]:
    marked = {mark for element in tree for mark in element.marks}
    for page in pdf.pages:
        on_page = {mcid for place, mcid in marked if place == page.obj.objgen}
        if marks_in_content(page) != on_page:
            yield f"Content and structure of page {page.label} differ."
        if loose := loose_operators(page):
            yield f"Page {page.label} has {loose} pieces that are neither content nor artifact."
