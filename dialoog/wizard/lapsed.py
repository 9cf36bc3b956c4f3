"""What can no longer be chosen of an earlier answer, and how that is told: nobody's answer goes without a word."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.catalogue.catalogue import Option, Question
from dialoog.catalogue.translated import joined, put_in


@dataclass(frozen=True)
class Lapsed:
    labels: tuple[str, ...]
    """Of options that are no longer on offer, given the other answers."""
    has_gone: bool
    """Something was chosen that no longer exists: the content is newer than the answer."""
    has_rest: bool
    """Something was chosen that still stands."""

    @classmethod
    def of(cls, question: Question, offered: Iterable[Option], given: Iterable[str]) -> Self | None:
        """None if all that was given is on offer, or nothing was given."""
        on_offer = {option.slug for option in offered}
        lapsed = (chosen := set(given)) - on_offer
        if not lapsed:
            return None
        return cls(
            labels=tuple(option.label for option in question.options if option.slug in lapsed),
            has_gone=any(question.option(slug) is None for slug in lapsed),
            has_rest=bool(chosen & on_offer),
        )

    def __str__(self) -> str:
        """What happened and what to do, in the language of the page."""
        sentences = []
        if self.labels:
            said = ngettext(
                "Je koos eerder %s. Dat past niet meer bij je andere antwoorden.",
                "Je koos eerder %s. Die antwoorden passen niet meer bij je andere antwoorden.",
                len(self.labels),
            )
            sentences.append(put_in(said, (_enumerated(self.labels),)))
        if self.has_gone:
            sentences.append(_("Een antwoord dat je eerder koos, bestaat niet meer."))
        rest = _("Kies opnieuw. Wat je verder koos, staat er nog.")
        return joined(" ", [*sentences, rest if self.has_rest else _("Kies opnieuw.")])


def _enumerated(labels: tuple[str, ...]) -> str:
    *most, last = [put_in(_("‘%s’"), (label,)) for label in labels]
    return put_in(_("%(most)s en %(last)s"), {"most": joined(", ", most), "last": last}) if most else last
