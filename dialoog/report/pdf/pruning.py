"""Elements without content or meaning: WeasyPrint makes them for boxes that a page break left empty."""

import pydyf

from dialoog.report.pdf.structure import resolve, root

MEANINGLESS = frozenset({"/NonStruct", "/Span"})


def prune_empty(pdf: pydyf.PDF) -> None:
    """Take every empty NonStruct and Span out of the tree. An empty heading or list stays, for a test to find."""
    for kid in root(pdf)["K"]:
        _prune(pdf, resolve(pdf, kid))


def _prune(pdf: pydyf.PDF, element: pydyf.Dictionary) -> bool:
    """Whether the element may stay."""
    element["K"][:] = [kid for kid in element["K"] if not _is_element(pdf, kid) or _prune(pdf, resolve(pdf, kid))]
    return element["S"] not in MEANINGLESS or bool(element["K"])


def _is_element(pdf: pydyf.PDF, kid: object) -> bool:
    return isinstance(kid, bytes) and "S" in resolve(pdf, kid)
