"""Which reports somebody points at: found in links that were pasted, and kept as what says less than a link.

A pointer holds the hash that a token has in the database. It leads to the advice for who compares, and opens no page: a
token cannot be worked out from it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from dialoog.languages.catalogues import address_words
from dialoog.languages.links import OF_RUNS
from dialoog.wizard.models import Consultation
from dialoog.wizard.statements import OWNER, READER
from dialoog.wizard.tokens import hash_token

MOST_READ = 5000
"""Characters of what was pasted; four links take some four hundred."""

_OWNER_WORDS = address_words("advies")
_LINK = re.compile(rf"/({'|'.join(OF_RUNS)})/([\w-]{{32}})(?![\w-])", re.IGNORECASE | re.ASCII)
_LETTERS = {"e": OWNER, "l": READER}
"""What a pointer begins with: that of an owner (eigenaar) or of a reader (lezer)."""


@dataclass(frozen=True)
class Pointer:
    whose: str
    """The column that holds the hash."""
    digest: str

    @classmethod
    def of_token(cls, token: str, *, is_owner: bool) -> Self:
        return cls(OWNER if is_owner else READER, hash_token(token))

    @classmethod
    def of_run(cls, run: Consultation, *, is_owner: bool) -> Self:
        """The same of whoever opened it as its owner or as a reader, with whatever."""
        whose = OWNER if is_owner else READER
        return cls(whose, getattr(run, whose))

    @classmethod
    def read(cls, text: str) -> Self:
        """As `str` wrote it. Raises KeyError for anything else."""
        return cls(_LETTERS[text[:1]], text[1:])

    @property
    def is_owner(self) -> bool:
        return self.whose == OWNER

    def leads_to(self, run: Consultation) -> bool:
        return bool(getattr(run, self.whose) == self.digest)

    def __str__(self) -> str:
        return ("e" if self.is_owner else "l") + self.digest


def pointers_in(text: str) -> list[Pointer]:
    """Of every link in a text, in order: of an owner or a reader, in any language, to whatever page of a run."""
    found = (
        Pointer.of_token(token, is_owner=word.lower() in _OWNER_WORDS)
        for word, token in _LINK.findall(text[:MOST_READ])
    )
    return list(dict.fromkeys(found))


def runs_of(pointers: Iterable[Pointer]) -> dict[Pointer, Consultation]:
    """The live run that each leads to, with its release and what was concluded, in one query. Others are left out."""
    asked = list(pointers)
    owned, read = ([p.digest for p in asked if p.whose == whose] for whose in (OWNER, READER))
    either = Q(token_hash__in=owned) | Q(share_hash__in=read)
    found = list(Consultation.objects.live().with_release().select_related("advice").filter(either)) if asked else []
    return {pointer: run for pointer in asked for run in found if pointer.leads_to(run)}
