"""Putting reports beside each other by their links: which can be, and why another cannot."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialoog.compare.pointing import Pointer, pointers_in, runs_of
from dialoog.compare.tray import room_beside
from dialoog.wizard.models import Consultation


class Trouble(StrEnum):
    """Why something could not be done, mostly with a link. Stands in an address, so it names no report."""

    NO_LINK = "geen-link"
    DEAD = "dood"
    UNFINISHED = "onaf"
    TWICE = "dubbel"
    FULL = "vol"
    NO_PDF = "geen-pdf"
    """Not of a link: another PDF is being made, or this one could not be."""


SENTENCES: Mapping[Trouble, str | Promise] = {
    Trouble.NO_LINK: _("Plak een hele link naar een advies. Daarin staat /advies/ of /rapport/ met een lange code."),
    Trouble.DEAD: _(
        "Een link werkt niet (meer). Is hij helemaal gekopieerd? Het kan ook zijn dat het advies is verwijderd, "
        "dat de bewaartermijn voorbij is, of dat de maker niet meer deelt."
    ),
    Trouble.UNFINISHED: _("Een van de adviezen is nog niet af. Beantwoord daar eerst alle vragen."),
    Trouble.TWICE: _("Een van de adviezen staat er al. Een advies vergelijken met zichzelf laat niets zien."),
    Trouble.NO_PDF: _("De pdf kon nu niet gemaakt worden. Probeer het over een minuut opnieuw."),
    Trouble.FULL: _("Je kunt hooguit vier adviezen tegelijk vergelijken. Haal er eerst een weg."),
}


def add(text: str, base: Pointer | None, beside: list[Pointer]) -> tuple[list[Pointer], list[Trouble]]:
    """What stands beside a report with the links in a text added, and what went wrong with some of them.

    Of a link of an owner and one of a reader to the same report the first counts.
    """
    asked = pointers_in(text)
    runs = runs_of([*([base] if base else []), *beside, *asked])
    kept = [pointer for pointer in beside if pointer in runs]
    there = {runs[pointer].pk for pointer in (base, *kept) if pointer in runs}
    troubles = [] if asked else [Trouble.NO_LINK]
    for pointer in asked:
        run = runs.get(pointer)
        if trouble := trouble_with(pointer, run, there, is_full=len(kept) >= room_beside(base)):
            troubles.append(trouble)
        elif run:
            kept.append(pointer)
            there.add(run.pk)
    return kept, list(dict.fromkeys(troubles))


def trouble_with(pointer: Pointer, run: Consultation | None, there: set[int], *, is_full: bool) -> Trouble | None:
    """Why the run that a pointer leads to cannot be added to those that are there, by their keys; None if it can.

    To who has a reader's link an unfinished run is a dead one, as everywhere.
    """
    if run is None or not (run.is_completed or pointer.is_owner):
        return Trouble.DEAD
    if not run.is_completed:
        return Trouble.UNFINISHED
    if run.pk in there:
        return Trouble.TWICE
    return Trouble.FULL if is_full else None
