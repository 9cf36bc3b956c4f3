"""Texts in another language than their document: WeasyPrint writes the language of the document alone."""

import re
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

WITHIN_LINK = re.compile(r'(<a\b[^>]*)>([^<]*)<span lang="([\w-]+)">([^<]*)</span>([^<]*)</a>')
_build_box_tree = tags._build_box_tree
ROOT = "html"
"""Its language is that of the document."""


def _with_language(box: Any, *arguments: Any) -> Iterator[pydyf.Dictionary]:
    """The structure elements of a box, with the language that its element names."""
    language = box.element.get("lang") if box.element is not None and box.element_tag != ROOT else None
    for element in _build_box_tree(box, *arguments):
        if language:
            element["Lang"] = pydyf.String(language)
        yield element


def write_languages() -> None:
    """For this process. It calls itself by this name for the boxes within, and has no other place for more."""
    tags._build_box_tree = _with_language


def on_links(html: str) -> str:
    """With the language of what stands in a link on the link itself: an element in it would become a second link."""
    return WITHIN_LINK.sub(r'\1 lang="\3">\2\4\5</a>', html)
