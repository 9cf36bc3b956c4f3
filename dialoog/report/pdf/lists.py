"""Items of a list that stand in groups, like the pairs of a `<dl>` in a `<div>`: the group is for the eye alone."""

import pydyf

from dialoog.report.pdf.structure import elements, resolve


def ungroup_items(pdf: pydyf.PDF) -> None:
    """Every item becomes a child of its list. WeasyPrint leaves the group between them, which no list may hold."""
    for element in elements(pdf):
        if element["S"] == "/L":
            element["K"][:] = [item for kid in element["K"] for item in _items(pdf, kid, element)]


def _items(pdf: pydyf.PDF, kid: bytes, owner: pydyf.Dictionary) -> list[bytes]:
    group = resolve(pdf, kid) if isinstance(kid, bytes) else {}
    if group.get("S") != "/Div":
        return [kid]
    for item in group["K"]:
        resolve(pdf, item)["P"] = owner.reference
    return list(group["K"])
