"""The field for a remark, as the step and the page of all remarks show it."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string

from dialoog.languages.active import active_language


@dataclass(frozen=True)
class RemarkView:
    question: str
    """Its text."""
    name: str
    id: str
    value: str
    error: str = ""
    notice: str = ""
    """What the PDF cannot show of it."""
    stored: str | None = None
    """What stands there now, where somebody else changed it too."""

    @property
    def is_open(self) -> bool:
        return bool(self.value or self.error)

    @property
    def error_id(self) -> str:
        return f"{self.id}-fout"

    @property
    def notice_id(self) -> str:
        return f"{self.id}-melding"

    @property
    def stored_id(self) -> str:
        return f"{self.id}-nu"

    @property
    def help_id(self) -> str:
        """Of who reads it, or of the answer that it is about."""
        return f"{self.id}-uitleg"

    @property
    def described_by(self) -> str:
        """Ids of what belongs to the field, in the order in which it is read out."""
        is_there = {
            self.error_id: self.error,
            self.stored_id: self.stored is not None,
            self.notice_id: self.notice,
            self.help_id: True,
        }
        return " ".join(part for part, there in is_there.items() if there)


def fold_of(remark: RemarkView) -> str:
    """For a step, as HTML. Most hold nothing, and such a one is the same for everybody."""
    return _fold(remark) if remark.is_open else _closed(remark, active_language())


@lru_cache(maxsize=512)
def _closed(remark: RemarkView, _language: str) -> str:
    return _fold(remark)


def _fold(remark: RemarkView) -> str:
    return render_to_string("wizard/_remark.html", {"remark": remark})
