"""The words of one release for what editors can call as they like: their own, or else what the code says."""

from collections.abc import Mapping
from enum import Enum
from typing import Protocol

from dialoog.catalogue.labels import LABELS, key_of
from dialoog.catalogue.translated import in_same_language

_LABEL_OF_KEY = {label.key: label for label in LABELS}


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


class Words:
    """Templates read `words.do_first`. A release that lacks a label, or has an empty one, says what was always said.

    Raises KeyError for a label that does not exist.
    """

    def __init__(self, page_texts: Mapping[str, _Titled]) -> None:
        self._page_texts = page_texts

    def __getitem__(self, key: str) -> str:
        label = _LABEL_OF_KEY[key]
        said = self._page_texts.get(label.slug)
        if said is None or not (title := said.title.strip()):
            return label.default
        return in_same_language(said.title, title)

    def of(self, member: Enum) -> str:
        """What a member of a fixed list is called: a mark, a moment, a basis."""
        return self[key_of(member)]
