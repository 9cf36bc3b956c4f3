"""A questionnaire that staff fill in on a draft. Its answers stand in the address: nothing is kept or counted."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from dialoog.catalogue.catalogue import Catalogue
from dialoog.editorial.frame.links import ANSWERS, from_text, to_text
from dialoog.wizard.remarks import NOTHING, Typed
from dialoog.wizard.run import CHECK, COVER_FIELDS, Questionnaire, RunIncomplete, at_their_steps
from dialoog.wizard.seen import Seen

LONGEST_WORDS = 200
"""Characters of a text for the cover: more than fit, so that the wizard still says so, and an address can hold them."""


class PreviewRun(Questionnaire):
    takes_remarks = False  # an address has no room for them

    def __init__(self, catalogue: Catalogue, parameters: Mapping[str, str]) -> None:
        self._catalogue, self.remarks = catalogue, {}
        given = from_text(parameters.get(ANSWERS, ""))
        self.saved = at_their_steps(catalogue, {slug: filter(None, options) for slug, options in given.items()})
        self.saved[CHECK] = {name: parameters[name] for name in COVER_FIELDS if name in parameters}

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    @property
    def is_completed(self) -> bool:
        return False

    def save(self, step: str, answers: dict[str, Any], typed: Typed = NOTHING) -> None:
        self._now_saved({**self.saved, step: answers})

    def complete(self, seen: Seen, cover: dict[str, str]) -> None:
        """The answers stand in the address of each tab: no other tab changes them."""
        self.save(CHECK, cover)
        if self.open_step != CHECK:
            raise RunIncomplete

    @property
    def query(self) -> str:
        """The part of an address that holds all answers so far."""
        words = {name: text[:LONGEST_WORDS] for name, text in self.cover.items() if text}
        return urlencode({ANSWERS: to_text(self.given), **words}, safe=",.")
