"""What WeasyPrint leaves to be done before its PDF/A-2a is PDF/UA-1 as well. Costs about 2 ms."""

import pydyf
from weasyprint import Document

from dialoog.report.pdf.lists import ungroup_items
from dialoog.report.pdf.pagination import make_artifacts
from dialoog.report.pdf.pruning import prune_empty
from dialoog.report.pdf.structure import elements, page_height
from dialoog.report.pdf.xmp import declare_ua

POINTS_PER_PIXEL = 0.75
SCOPES = {"row": "/Row", "rowgroup": "/Row"}


def finish(document: Document, pdf: pydyf.PDF) -> None:
    declare_ua(pdf)
    ungroup_items(pdf)
    prune_empty(pdf)
    make_artifacts(pdf)
    describe_links(document)
    scope_heads(document)
    place_figures(pdf)


def describe_links(document: Document) -> None:
    """Screen readers read /Contents aloud: the words of the link, not its target."""
    for page in document.pages:
        for *_, box in page.links:
            words = " ".join("".join(box.element.itertext()).split())
            if box.link_annotation and words:
                box.link_annotation["Contents"] = pydyf.String(words)


def scope_heads(document: Document) -> None:
    """Many readers know /Scope only, and not the /Headers that WeasyPrint writes."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element_tag == "th" and hasattr(box, "mark"):
                box.mark["A"]["Scope"] = SCOPES.get(box.element.get("scope"), "/Column")


def place_figures(pdf: pydyf.PDF) -> None:
    """From pixels below the top of the page to points above its foot."""
    for element in elements(pdf):
        if element["S"] == "/Figure":
            left, top, right, bottom = (POINTS_PER_PIXEL * pixels for pixels in element["A"]["BBox"])
            height = page_height(pdf, element)
            element["A"]["BBox"] = pydyf.Array([left, height - bottom, right, height - top])
