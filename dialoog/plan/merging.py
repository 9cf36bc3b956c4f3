"""Two tabs that change the same action: what one of them changed is kept, what both changed is for them to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialoog.plan.models import PlannedAction
from dialoog.wizard.seen import Seen, digest_of

FIELDS = ("text", "who", "due_on", "note")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Merged:
    values: Values
    """To keep, by field: what was sent and differs from what there is."""
    clashes: tuple[str, ...]
    """Fields that were changed here and elsewhere, to something else."""


def values_of(row: PlannedAction | None) -> Values:
    row = row or PlannedAction()
    return {name: getattr(row, name) for name in FIELDS}


def seen_of(row: PlannedAction | None) -> Seen:
    """What a form shows, to travel with it."""
    return seen_in(values_of(row))


def seen_in(values: Values) -> Seen:
    """The same of the fields of any form."""
    return {name: _digest(value) for name, value in values.items()}


def merged(seen: Seen, stored: Values, sent: Values) -> Merged:
    """Of a form that does not say what it showed, whatever would write over something is a clash."""
    changed = {name: value for name, value in sent.items() if value != stored[name]}
    mine = {name: value for name, value in changed.items() if _digest(value) != seen.get(name)}
    clashes = tuple(name for name in mine if stored[name] and seen.get(name) != _digest(stored[name]))
    return Merged(mine, clashes)


def _digest(value: Any) -> str:
    return digest_of([str(value or "")])
