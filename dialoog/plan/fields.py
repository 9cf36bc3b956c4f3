"""The fields of one action's form, as its template shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialoog.plan.forms import ActionForm
from dialoog.plan.models import LENGTHS, PlannedAction
from dialoog.wizard.showing.described import Described


@dataclass(frozen=True)
class FieldView(Described):
    name: str
    id: str
    label: Any
    value: str
    help: Any = ""
    error: str = ""
    stored: str | None = None
    """What stands there now, where somebody else changed it too."""

    @property
    def kind(self) -> str:
        """A field for a date cannot show what is none; then it is a plain one."""
        if self.name == "note":
            return "lines"
        return "date" if self.name == "due_on" and (not self.value or _is_day(self.value)) else "text"

    def parts(self) -> Mapping[str, object]:
        return {self.help_id: self.help, self.error_id: self.error, self.stored_id: self.stored is not None}

    @property
    def is_needed(self) -> bool:
        return self.name == "text"

    @property
    def max_length(self) -> int | None:
        return LENGTHS.get(self.name)


@dataclass(frozen=True)
class Sent:
    """A form that was not kept, to be shown as it was sent."""

    key: str
    """Of its action; empty for the form of a new one."""
    typed: Mapping[str, str]
    seen: str
    """What the form that comes back says that it showed."""
    errors: Mapping[str, str] = field(default_factory=dict)
    clashes: tuple[str, ...] = ()


def fields_of(row: PlannedAction, sent: Sent | None = None) -> list[FieldView]:
    names = [name for name in ActionForm.base_fields if name != "text" or row.is_own]
    return [_field(name, row, sent) for name in names]


def _field(name: str, row: PlannedAction, sent: Sent | None) -> FieldView:
    stored = as_typed(getattr(row, name))
    label, help_text = ActionForm.base_fields[name].label, ActionForm.base_fields[name].help_text
    view_id = f"{name}-{row.key}"
    if sent is None:
        return FieldView(name, view_id, label, stored, help_text)
    clashes = stored if name in sent.clashes else None
    typed, error = sent.typed.get(name, stored), sent.errors.get(name, "")
    return FieldView(name, view_id, label, typed, help_text, error, clashes)


def as_typed(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
