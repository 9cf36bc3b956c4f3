"""Two tabs that change the same action: what one of them changed is kept, what both changed is for them to choose."""

from collections.abc import Mapping
from typing import Any

from dialoog.plan.models import PlannedAction
from dialoog.wizard.seen import Seen, seen_in

FIELDS = ("text", "who", "due_on", "note")
Values = Mapping[str, Any]


def values_of(row: PlannedAction | None) -> Values:
    row = row or PlannedAction()
    return {name: getattr(row, name) for name in FIELDS}


def seen_of(row: PlannedAction | None) -> Seen:
    """What a form shows, to travel with it."""
    return seen_in(values_of(row))
