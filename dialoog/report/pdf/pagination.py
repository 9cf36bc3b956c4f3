"""Running headers and footers as artifacts.

WeasyPrint tags them and leaves their elements outside the structure tree. PDF/UA wants all content either in the tree
or marked as an artifact.
"""

import pydyf

from dialoog.report.pdf.structure import elements, pages, resolve, root

PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})
NOTHING = b"null"


def make_artifacts(pdf: pydyf.PDF) -> None:
    in_tree = {element.reference for element in elements(pdf)}
    numbers = resolve(pdf, root(pdf)["ParentTree"])["Nums"]
    for page, references in zip(pages(pdf), numbers[1::2], strict=False):  # Links follow the pages.
        orphans = {mcid for mcid, reference in enumerate(references) if reference not in in_tree}
        _retag(resolve(pdf, page["Contents"]), orphans)
        references[:] = [NOTHING if mcid in orphans else reference for mcid, reference in enumerate(references)]
    _empty_orphans(pdf, in_tree)


def _retag(content: pydyf.Stream, orphans: set[int]) -> None:
    """The stream holds tag, properties and operator as three items in a row."""
    for place, properties in enumerate(content.stream):
        if isinstance(properties, pydyf.Dictionary) and properties.get("MCID") in orphans:
            content.stream[place - 1 : place + 1] = ["/Artifact", PAGINATION]


def _empty_orphans(pdf: pydyf.PDF, in_tree: set[bytes]) -> None:
    """Emptied and not removed, because pydyf knows objects by their place."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem" and item.reference not in in_tree:
            item.clear()
