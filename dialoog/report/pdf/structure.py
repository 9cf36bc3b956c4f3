"""Reading the structure tree of a PDF that WeasyPrint has made but not written yet."""

from collections.abc import Iterator

import pydyf


def resolve(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    """`b"12 0 R"` to object 12."""
    return pdf.objects[int(reference.split()[0])]


def pages(pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    return [resolve(pdf, reference) for reference in pdf.page_references]


def page_height(pdf: pydyf.PDF, element: pydyf.Dictionary) -> float:
    """Of the page that the element is on, in points."""
    _, bottom, _, top = resolve(pdf, element["Pg"])["MediaBox"]
    return float(top - bottom)


def root(pdf: pydyf.PDF) -> pydyf.Dictionary:
    return resolve(pdf, pdf.catalog["StructTreeRoot"])


def elements(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """All structure elements that hang in the tree."""
    waiting = list(root(pdf)["K"])
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes) and "S" in (element := resolve(pdf, kid)):
            yield element
            waiting.extend(element["K"])
