"""Keeping a label and a note: two tabs lose nothing, as in a plan."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from dialoog.advisers.models import LENGTHS, Held
from dialoog.wizard.seen import Seen, merged, seen_in


class HeldGone(Exception):
    """The report is not in this list, or not any more."""


class NotesClash(Exception):
    """Texts were changed here and elsewhere, to something else; nothing was kept."""

    def __init__(self, held: Held, fields: tuple[str, ...], changed_here: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.held = held
        """As it is now."""
        self.fields = fields
        self.changed_here = changed_here


def values_of(held: Held) -> dict[str, str]:
    return {name: getattr(held, name) for name in LENGTHS}


def seen_of(held: Held) -> Seen:
    """What a form shows, to travel with it."""
    return seen_in(values_of(held))


@transaction.atomic
def write(adviser: Any, key: int, sent: Mapping[str, str], seen: Seen) -> None:
    """Raises HeldGone or NotesClash, and then nothing has changed."""
    held = Held.objects.live().filter(pk=key, adviser=adviser).select_for_update(of=("self",)).first()
    if held is None:
        raise HeldGone
    outcome = merged(seen, values_of(held), sent)
    if outcome.clashes:
        raise NotesClash(held, outcome.clashes, tuple(outcome.values))
    for name, value in outcome.values.items():
        setattr(held, name, value)
    if outcome.values:
        held.save(update_fields=list(outcome.values))


@transaction.atomic
def remove(adviser: Any, key: int) -> None:
    """A report from the list, with its label, note and line; one that is gone already is gone."""
    for held in Held.objects.filter(pk=key, adviser=adviser):
        held.entry.delete()
